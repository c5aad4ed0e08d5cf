import { OTHER_FILES } from '@counter/shared/vocabulary/case-file'
import { Button } from 'antd'
import { useState } from 'react'
import { Layer } from '../../components/layer.tsx'
import { useWords } from '../../text/words.ts'
import { type PhotoPlace, PhotoQr } from './photo-qr.tsx'

/** 「用手机拍」: a QR for the chosen paper; what the phone sends stands on the page behind it, live (C-2). */
export function PhonePhotos({ place, material }: { readonly place: PhotoPlace; readonly material: string }) {
  const t = useWords()
  const [isOpen, setOpen] = useState(false)
  const name = material === OTHER_FILES ? t('file.other') : material
  return (
    <>
      <Button aria-label={`${t('file.phone')}：${name}`} onClick={() => setOpen(true)}>
        {t('file.phone')}
      </Button>
      {isOpen && (
        <Layer title={t('file.phoneTitle', { name })} onClose={() => setOpen(false)}>
          <PhotoQr place={place} material={material} />
        </Layer>
      )}
    </>
  )
}
