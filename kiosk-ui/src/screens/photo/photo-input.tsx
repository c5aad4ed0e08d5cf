import { type ReactNode, useId } from 'react'

interface PhotoInputProps {
  readonly word: string
  /** Opens the camera at once; otherwise the phone asks where from. */
  readonly isCamera?: boolean
  readonly onChoose: (files: readonly File[]) => void
}

/** A large button over the phone's own file field. */
export function PhotoInput({ word, isCamera = false, onChoose }: PhotoInputProps): ReactNode {
  const id = useId()
  const take = (input: HTMLInputElement) => {
    const files = [...(input.files ?? [])]
    // The same picture may be chosen again after a refusal.
    input.value = ''
    onChoose(files)
  }
  return (
    <span className="photo-input">
      <input
        id={id}
        type="file"
        accept="image/*"
        multiple={!isCamera}
        {...(isCamera ? { capture: 'environment' as const } : {})}
        aria-label={word}
        onChange={(event) => take(event.currentTarget)}
      />
      <label htmlFor={id} className={isCamera ? 'main' : ''} aria-hidden="true">
        {word}
      </label>
    </span>
  )
}
