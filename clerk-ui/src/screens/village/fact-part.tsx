import type { ReactNode } from 'react'
import type { Photo } from '../../outbox/photo.ts'
import { useVillageWords } from '../../text/village-words.ts'
import { Choice } from './choice.tsx'
import { type FactDraft, withTyped } from './fact-draft.ts'
import { TICK } from './fact-facts.ts'
import type { FactField, FactForm } from './fact-kinds.ts'
import { ItemField } from './item-field.tsx'
import { PhotoButton } from './photo-button.tsx'
import { SignaturePad } from './signature-pad.tsx'
import { DayField, LongField, TextField } from './text-field.tsx'

export interface FactPartProps {
  readonly draft: FactDraft
  readonly change: (step: (draft: FactDraft) => FactDraft) => void
}

interface FactFieldProps extends FactPartProps {
  readonly field: FactField
  /** The papers that are here, for a field that ticks them. */
  readonly papers: readonly string[]
}

/** One field of a form, drawn as its data says. */
export function FactFieldPart({ field, papers, draft, change }: FactFieldProps): ReactNode {
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
  if (as.form === 'papers') return <Ticks legend={label} papers={papers} draft={draft} change={change} />
  if (as.form === 'item') return <ItemField label={label} value={value} onChoose={onType} />
  if (as.form === 'day') return <DayField label={label} value={value} onType={onType} />
  const Field = as.form === 'line' ? TextField : LongField
  return <Field label={label} value={value} maxLength={as.max} onType={onType} />
}

function Ticks({
  legend,
  papers,
  draft,
  change,
}: FactPartProps & { readonly legend: string; readonly papers: readonly string[] }): ReactNode {
  const words = useVillageWords()
  return (
    <fieldset className="v-choice v-ticks">
      <legend>{legend}</legend>
      {papers.length === 0 ? <p>{words('village.return.none')}</p> : null}
      {papers.map((name) => (
        <label key={name} className="v-tick v-wide">
          <input
            type="checkbox"
            checked={(draft.typed[TICK + name] ?? '') !== ''}
            onChange={(event) =>
              change((before) => withTyped(before, TICK + name, event.target.checked ? 'yes' : ''))
            }
          />
          {name}
        </label>
      ))}
    </fieldset>
  )
}

const WAY = 'proof'

/** Signed on the glass, or on paper of which a photo is taken (V-5). */
export function ProofPart({
  proof,
  draft,
  change,
}: FactPartProps & { readonly proof: NonNullable<FactForm['proof']> }): ReactNode {
  const words = useVillageWords()
  const { signature } = draft
  const way = draft.typed[WAY] === 'paper' ? 'paper' : 'glass'
  const onTaken = (taken: Photo | null) => change((before) => ({ ...before, signature: taken }))
  return (
    <>
      <Choice
        legend={
          proof.isOptional
            ? words('village.fact.optional', { label: words(proof.label) })
            : words(proof.label)
        }
        options={[
          { value: 'glass', label: words('village.signed.glass') },
          { value: 'paper', label: words('village.signed.paper') },
        ]}
        chosen={way}
        onChoose={(chosen) => change((before) => ({ ...withTyped(before, WAY, chosen), signature: null }))}
      />
      {way === 'glass' ? (
        <SignaturePad signature={signature} onSigned={onTaken} />
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
