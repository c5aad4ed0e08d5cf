import type { ReactNode } from 'react'
import type { Photo } from '../../outbox/photo.ts'
import { useVillageWords } from '../../text/village-words.ts'
import type { VillageKey } from '../../text/village-zh-cn.ts'
import { Choice } from './choice.tsx'
import { type FactDraft, withTyped } from './fact-draft.ts'
import type { FactField } from './fact-kinds.ts'
import { PhotoButton } from './photo-button.tsx'
import { SignaturePad } from './signature-pad.tsx'
import { LongField, TextField } from './text-field.tsx'

export interface FactPartProps {
  readonly draft: FactDraft
  readonly change: (step: (draft: FactDraft) => FactDraft) => void
}

interface FactFieldProps extends FactPartProps {
  readonly field: FactField
}

/** One field of a form, drawn as its data says. */
export function FactFieldPart({ field, draft, change }: FactFieldProps): ReactNode {
  const words = useVillageWords()
  const { name, as } = field
  const label = field.isOptional
    ? words('village.fact.optional', { label: words(field.label) })
    : words(field.label)
  const value = draft.typed[name] ?? ''
  const onType = (typed: string) => change((before) => withTyped(before, name, typed))
  if (as.form === 'choice') {
    const options = as.options.map(([key, word]) => ({ value: key, label: words(word) }))
    return <Choice legend={label} options={options} chosen={value === '' ? null : value} onChoose={onType} />
  }
  const Field = as.form === 'line' ? TextField : LongField
  return <Field label={label} value={value} maxLength={as.max} onType={onType} />
}

const WAY = 'proof'

/** Signed on the glass, or on paper of which a photo is taken (V-5). */
export function ProofPart({
  legend,
  draft,
  change,
}: FactPartProps & { readonly legend: VillageKey }): ReactNode {
  const words = useVillageWords()
  const { signature } = draft
  const way = draft.typed[WAY] === 'paper' ? 'paper' : 'glass'
  const onTaken = (taken: Photo | null) => change((before) => ({ ...before, signature: taken }))
  return (
    <>
      <Choice
        legend={words(legend)}
        options={[
          { value: 'glass', label: words('village.signed.glass') },
          { value: 'paper', label: words('village.signed.paper') },
        ]}
        chosen={way}
        onChoose={(chosen) => change((before) => ({ ...withTyped(before, WAY, chosen), signature: null }))}
      />
      {way === 'glass' ? (
        <SignaturePad isSigned={signature !== null} onSigned={onTaken} />
      ) : (
        <div className="v-row">
          <PhotoButton
            label={words('village.deliver.photo')}
            name={words('village.deliver.photo')}
            onPhoto={onTaken}
          />
          {signature === null ? null : <span>{words('village.new.photos', { n: 1 })}</span>}
        </div>
      )}
    </>
  )
}
