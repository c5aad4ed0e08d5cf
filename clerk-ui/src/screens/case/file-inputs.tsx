import { useId } from 'react'
import { useWords } from '../../text/words.ts'

interface FileInputsProps {
  /** What the files are for, heard by a screen reader after the visible word. */
  readonly of: string
  readonly onChoose: (files: readonly File[]) => void
}

/** 「选文件」 and 「拍照」: a scan is a file of the scanner's folder, a camera only where the device has one. */
export function FileInputs({ of, onChoose }: FileInputsProps) {
  const t = useWords()
  return (
    <>
      <FileInput word={t('file.choose')} of={of} onChoose={onChoose} />
      <FileInput word={t('file.camera')} of={of} onChoose={onChoose} isCamera />
    </>
  )
}

interface FileInputProps extends FileInputsProps {
  readonly word: string
  readonly isCamera?: boolean
}

function FileInput({ word, of, onChoose, isCamera = false }: FileInputProps) {
  const id = useId()
  const take = (input: HTMLInputElement) => {
    const files = [...(input.files ?? [])]
    // The same file may be chosen again after a refusal.
    input.value = ''
    if (files.length > 0) onChoose(files)
  }
  return (
    <span className="file-input">
      <input
        id={id}
        type="file"
        multiple={!isCamera}
        accept={isCamera ? 'image/jpeg,image/png' : 'image/jpeg,image/png,application/pdf'}
        {...(isCamera ? { capture: 'environment' as const } : {})}
        aria-label={`${word}：${of}`}
        onChange={(event) => take(event.currentTarget)}
      />
      <label htmlFor={id} aria-hidden="true">
        {word}
      </label>
    </span>
  )
}
