import { type MouseEvent, type ReactNode, useId, useRef, useState } from 'react'
import { chosenFile, type Photo, redrawPhoto } from '../../outbox/photo.ts'
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
  return (
    <WithRoom isFull={isFull}>
      <PictureField label={label} name={name} isCamera onPhoto={onPhoto} />
    </WithRoom>
  )
}

/** 「拍照」 and 「选文件」 of one paper: what a resident sent the agent is a picture or a PDF on the phone already (V68). */
export function PaperButtons({
  paper,
  onPhoto,
  isFull = false,
  isOriginal = false,
}: Pick<PhotoButtonProps, 'onPhoto' | 'isFull'> & {
  readonly paper: string
  /** The item keeps its photos as large as they were taken. */
  readonly isOriginal?: boolean | undefined
}): ReactNode {
  const words = useVillageWords()
  return (
    <WithRoom isFull={isFull}>
      <PictureField
        label={words('village.new.photo')}
        name={words('village.new.photoOf', { name: paper })}
        isCamera
        isOriginal={isOriginal}
        onPhoto={onPhoto}
      />
      <PictureField
        label={words('village.new.file')}
        name={words('village.new.fileOf', { name: paper })}
        isCamera={false}
        isOriginal={isOriginal}
        onPhoto={onPhoto}
      />
    </WithRoom>
  )
}

function WithRoom({
  isFull,
  children,
}: {
  readonly isFull: boolean
  readonly children: ReactNode
}): ReactNode {
  const words = useVillageWords()
  const isOff = useRoom(({ room }) => room !== 'enough')
  if (isOff) return <span className="v-hint">{words('village.problem.photosOff')}</span>
  if (isFull) return <span className="v-hint">{words('village.problem.photosFull')}</span>
  return children
}

interface PictureFieldProps extends Pick<PhotoButtonProps, 'label' | 'name' | 'onPhoto'> {
  readonly isCamera: boolean
  readonly isOriginal?: boolean
}

function PictureField({ label, name, isCamera, isOriginal = false, onPhoto }: PictureFieldProps): ReactNode {
  const words = useVillageWords()
  const id = useId()
  const [state, setState] = useState<'ready' | 'busy' | 'bad'>('ready')
  const isKept = useRef(false)

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
    const photo = await (isCamera ? redrawPhoto : chosenFile)(file, isOriginal)
    setState(photo === null ? 'bad' : 'ready')
    if (photo !== null) onPhoto(photo)
  }
  return (
    <span className="v-photo">
      <input
        id={id}
        className="v-camera"
        type="file"
        {...(isCamera
          ? { accept: 'image/*', capture: 'environment' as const }
          : { accept: 'image/*,application/pdf' })}
        aria-label={name}
        onClick={(event) => void keepFirst(event)}
        onChange={(event) => void take(event.currentTarget)}
      />
      <label htmlFor={id} className="v-small" aria-hidden="true">
        {label}
      </label>
      <span role="status" className="v-hint">
        {state === 'busy' ? words('village.new.photoBusy') : null}
        {state === 'bad' ? words(isCamera ? 'village.new.photoBad' : 'village.new.fileBad') : null}
      </span>
    </span>
  )
}
