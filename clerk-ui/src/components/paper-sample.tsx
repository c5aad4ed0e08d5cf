import type { Guide, GuideMaterial } from '@counter/shared/contract/public/guide'
import { SamplePicture } from './sample-picture.tsx'

interface PaperSampleProps {
  readonly code: Guide['code']
  readonly material: Pick<GuideMaterial, 'name' | 'sample'>
  /** 「看填好的样表」: what opens it. */
  readonly word: string
}

/** The filled-in sample of a form, to be shown across the counter; it is loaded when it is opened. */
export function PaperSample({ code, material: { name, sample }, word }: PaperSampleProps) {
  if (!sample) return null
  return (
    <details>
      <summary>{word}</summary>
      <SamplePicture address={`/api/guide/${code}/samples/${sample}`} name={`${word}：${name}`} />
    </details>
  )
}
