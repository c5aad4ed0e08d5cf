import { type ReactNode, useId, useState } from 'react'
import { type Photo, redrawPhoto } from '../../outbox/photo.ts'
import { useVillageWords } from '../../text/village-words.ts'

export interface PhotoButtonProps {
  readonly label: string
  /** What a screen reader hears: it begins with the visible word (2.5.3). */
  readonly name: string
  readonly onPhoto: (photo: Photo) => void
}

/** 「拍照」: opens the camera of the phone; the picture is drawn anew before anything else sees it (V68). */
export function PhotoButton({ label, name, onPhoto }: PhotoButtonProps): ReactNode {
  const words = useVillageWords()
  const id = useId()
  const [state, setState] = useState<'ready' | 'busy' | 'bad'>('ready')

  const take = async (input: HTMLInputElement) => {
    const file = input.files?.[0]
    input.value = ''
    if (file === undefined) return
    setState('busy')
    const photo = await redrawPhoto(file)
    setState(photo === null ? 'bad' : 'ready')
    if (photo !== null) onPhoto(photo)
  }
  return (
    <span className="v-photo">
      <input
        id={id}
        className="v-camera"
        type="file"
        accept="image/*"
        capture="environment"
        aria-label={name}
        onChange={(event) => void take(event.currentTarget)}
      />
      <label htmlFor={id} className="v-small" aria-hidden="true">
        {label}
      </label>
      <span role="status" className="v-hint">
        {state === 'busy' ? words('village.new.photoBusy') : null}
        {state === 'bad' ? words('village.new.photoBad') : null}
      </span>
    </span>
  )
}
