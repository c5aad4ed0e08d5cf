import { GUARDIAN_ROLE } from '@counter/shared/vocabulary/agency'
import { addMonths } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import type { ReactNode } from 'react'
import { useVillageWords } from '../../text/village-words.ts'
import { Choice } from './choice.tsx'
import { type Draft, MOST_PHOTOS, type Power, type Principal, type SignedAs, withPhoto } from './draft.ts'
import { today } from './draft-store.ts'
import type { PartProps } from './person-part.tsx'
import { phoneRules } from './phone-rules.ts'
import { PhotoButton } from './photo-button.tsx'
import { SignaturePad } from './signature-pad.tsx'
import { TextField } from './text-field.tsx'
import { VisitPart } from './visit-part.tsx'

const PRINCIPALS: readonly Principal[] = ['self', 'guardian', 'committee']
const POWERS: readonly Power[] = ['submit', 'receive_notice', 'receive_result']
const WAYS: readonly SignedAs[] = ['glass', 'paper', 'fingerprint']

interface AuthorityProps extends PartProps {
  readonly change: (step: (draft: Draft) => Draft) => void
}

/** 5 委托书: who asks, for what, until when, and the signature (V9 to V11). */
export function AuthorityPart({ draft, onChange, change }: AuthorityProps): ReactNode {
  const words = useVillageWords()
  const { authorityMonths } = phoneRules()
  const toggle = (power: Power) => {
    const others = draft.powers.filter((each) => each !== power)
    onChange({ powers: draft.powers.includes(power) ? others : [...others, power] })
  }
  return (
    <section className="v-part" aria-labelledby="v-authority">
      <h2 id="v-authority">{words('village.new.authority')}</h2>
      <Choice
        legend={words('village.new.relation')}
        options={PRINCIPALS.map((value) => ({ value, label: words(`village.relation.${value}`) }))}
        chosen={draft.principal}
        onChoose={(principal) => onChange({ principal })}
      />
      <PrincipalPart draft={draft} onChange={onChange} change={change} />
      <fieldset className="v-choice">
        <legend>{words('village.new.powers')}</legend>
        <div className="v-row">
          {POWERS.map((power) => (
            <label key={power} className="v-tick">
              <input type="checkbox" checked={draft.powers.includes(power)} onChange={() => toggle(power)} />
              {words(`village.power.${power}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <label className="v-field">
        {words('village.new.until', { n: authorityMonths })}
        <input
          type="date"
          value={draft.until}
          min={today()}
          max={addMonths(today(), authorityMonths)}
          onChange={(event) => onChange({ until: event.target.value as PlainDate })}
        />
      </label>
      <label className="v-tick">
        <input
          type="checkbox"
          checked={draft.allowsDeputy}
          onChange={(event) => onChange({ allowsDeputy: event.target.checked })}
        />
        {words('village.new.deputy')}
      </label>
      <VisitPart draft={draft} onChange={onChange} />
      <SignaturePart draft={draft} onChange={onChange} />
    </section>
  )
}

// A guardian says whose and shows the proof; a committee may ask for few items only (V11).
function PrincipalPart({ draft, onChange, change }: AuthorityProps): ReactNode {
  const words = useVillageWords()
  if (draft.principal === 'committee') return <p className="v-hint">{words('village.new.committee')}</p>
  if (draft.principal !== 'guardian') return null
  const proofs = draft.photos.filter(({ role }) => role === GUARDIAN_ROLE)
  const label = words('village.new.guardianProof')
  return (
    <>
      <TextField
        label={words('village.new.guardian')}
        value={draft.guardian}
        maxLength={20}
        onType={(guardian) => onChange({ guardian })}
      />
      <div className="v-row">
        <PhotoButton
          label={label}
          name={label}
          isFull={draft.photos.length >= MOST_PHOTOS}
          onPhoto={(photo) => change((before) => withPhoto(before, { ...photo, role: GUARDIAN_ROLE }))}
        />
        {proofs.length === 0 ? null : <span>{words('village.new.photos', { n: proofs.length })}</span>}
      </div>
    </>
  )
}

function SignaturePart({ draft, onChange }: PartProps): ReactNode {
  const words = useVillageWords()
  return (
    <>
      <Choice
        legend={words('village.new.signedAs')}
        options={WAYS.map((value) => ({ value, label: words(`village.signed.${value}`) }))}
        chosen={draft.signedAs}
        onChoose={(signedAs) => onChange({ signedAs, signature: null })}
      />
      {draft.signedAs === 'fingerprint' ? (
        <TextField
          label={words('village.new.witness')}
          value={draft.witness}
          maxLength={60}
          onType={(witness) => onChange({ witness })}
        />
      ) : null}
      {draft.signedAs === 'glass' ? (
        <SignaturePad signature={draft.signature} onSigned={(signature) => onChange({ signature })} />
      ) : (
        <PaperPhoto draft={draft} onChange={onChange} />
      )}
    </>
  )
}

function PaperPhoto({ draft, onChange }: PartProps): ReactNode {
  const words = useVillageWords()
  const label = words('village.new.paperPhoto')
  return (
    <div className="v-row">
      <PhotoButton label={label} name={label} onPhoto={(signature) => onChange({ signature })} />
      {draft.signature === null ? null : <span>{words('village.new.photos', { n: 1 })}</span>}
    </div>
  )
}

/** 6: the question about near relatives has no default (V12). */
export function RelativePart({ draft, onChange }: PartProps): ReactNode {
  const words = useVillageWords()
  return (
    <section className="v-part">
      <Choice
        legend={words('village.new.relative')}
        options={[
          { value: 'no', label: words('village.new.no') },
          { value: 'yes', label: words('village.new.yes') },
        ]}
        chosen={chosenAnswer(draft)}
        onChoose={(answer) => onChange({ isRelative: answer === 'yes' })}
      />
    </section>
  )
}

function chosenAnswer({ isRelative }: Draft): 'yes' | 'no' | null {
  if (isRelative === null) return null
  return isRelative ? 'yes' : 'no'
}
