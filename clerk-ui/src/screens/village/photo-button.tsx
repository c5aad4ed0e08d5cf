import { type MouseEvent, type ReactNode, useId, useRef, useState } from 'react'
import { type Photo, redrawPhoto } from '../../outbox/photo.ts'
import { useVillageWords } from '../../text/village-words.ts'
import { savedDrafts } from './draft-store.ts'
import { useRoom } from './village-room.ts'

export interface PhotoButtonProps {
  readonly label: string
  /** What a screen reader hears: it begins with the visible word (2.5.3). */
  readonly name: string
  readonly onPhoto: (photo: Photo) => void
  /** As many as one command carries are here (V68). */
  readonly isFull?: boolean
}

/** 「拍照」: opens the camera of the phone; the picture is drawn anew before anything else sees it (V68). */
export function PhotoButton({ label, name, onPhoto, isFull = false }: PhotoButtonProps): ReactNode {
  const words = useVillageWords()
  const id = useId()
  const [state, setState] = useState<'ready' | 'busy' | 'bad'>('ready')

  const isKept = useRef(false)
  const isOff = useRoom(({ room }) => room !== 'enough')
  if (isOff) return <span className="v-hint">{words('village.problem.photosOff')}</span>
  if (isFull) return <span className="v-hint">{words('village.problem.photosFull')}</span>

  // The phone may drop the page under its camera, so what was typed lies on the disk before it opens (V27, U35).
  const keepFirst = async (event: MouseEvent<HTMLInputElement>) => {
    if (isKept.current) {
      isKept.current = false
      return
    }
    event.preventDefault()
    const input = event.currentTarget
    await savedDrafts().catch(() => undefined)
    isKept.current = true
    input.click()
  }
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
        onClick={(event) => void keepFirst(event)}
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
