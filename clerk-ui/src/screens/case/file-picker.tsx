import { OTHER_FILES } from '@counter/shared/vocabulary/case-file'
import { useId, useState } from 'react'
import type { ChosenFile } from '../../state/chosen-files.ts'
import { useWords } from '../../text/words.ts'
import { FileInputs } from './file-inputs.tsx'
import { PhonePhotos } from './phone-photos.tsx'
import type { PhotoPlace } from './photo-qr.tsx'
import './files.css'

interface FilePickerProps {
  /** The papers a file may show, by name. */
  readonly materials: readonly string[]
  /** Whether a paper may come in with its file. */
  readonly mayCome: (material: string) => boolean
  readonly onChoose: (chosen: readonly ChosenFile[]) => void
  /** Where photos of a phone go. */
  readonly phone: PhotoPlace
}

/** For which paper, then the file: chosen, photographed, or from the scanner's folder. */
export function FilePicker({ materials, mayCome, onChoose, phone }: FilePickerProps) {
  const t = useWords()
  const id = useId()
  const [picked, setPicked] = useState<string | null>(null)
  const [isBrought, setBrought] = useState(false)
  const material = picked !== null && materials.includes(picked) ? picked : nameOf(picked, materials)
  const isOffered = mayCome(material)
  const choose = (files: readonly File[]) =>
    onChoose(files.map((file) => ({ material, isReceived: isOffered && isBrought, file })))
  return (
    <>
      <div className="field">
        <label htmlFor={id}>{t('file.of')}</label>
        <select id={id} value={material} onChange={(event) => setPicked(event.target.value)}>
          {materials.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
          <option value={OTHER_FILES}>{t('file.other')}</option>
        </select>
      </div>
      {isOffered && (
        <label className="tick">
          <input type="checkbox" checked={isBrought} onChange={(event) => setBrought(event.target.checked)} />{' '}
          {t('file.received')}
        </label>
      )}
      <div className="act-buttons">
        <FileInputs of={material === OTHER_FILES ? t('file.other') : material} onChoose={choose} />
        <PhonePhotos place={phone} material={material} />
      </div>
      <p className="small">{t('file.hint')}</p>
      <p className="small">{t('file.scanner')}</p>
    </>
  )
}

// Another item has other papers; what was picked of the list before is none of them.
function nameOf(picked: string | null, [first = OTHER_FILES]: readonly string[]): string {
  return picked === OTHER_FILES ? OTHER_FILES : first
}
