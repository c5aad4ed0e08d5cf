import { useState } from 'react'
import { Layer } from '../../components/layer.tsx'
import { useWords } from '../../text/words.ts'
import './files.css'

interface PictureProps {
  readonly address: string
  readonly name: string
  readonly onClose: () => void
}

/** One photo in a layer; what stood there is gone when it closes. */
export function Picture({ address, name, onClose }: PictureProps) {
  const t = useWords()
  const [state, setState] = useState<'loading' | 'shown' | 'failed'>('loading')
  return (
    <Layer title={name} onClose={onClose} isWide>
      <p role="status">
        {state === 'loading' ? t('file.opening') : state === 'failed' ? t('file.failed') : ''}
      </p>
      {state !== 'failed' && (
        <img
          className="case-photo"
          src={address}
          alt={name}
          onLoad={() => setState('shown')}
          onError={() => setState('failed')}
        />
      )}
      <p className="small">{t('file.recorded')}</p>
    </Layer>
  )
}
