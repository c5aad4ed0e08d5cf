import { isPhone } from '@counter/shared/vocabulary/identity'
import type { ReactNode } from 'react'
import { useVillageWords } from '../../text/village-words.ts'
import { Choice } from './choice.tsx'
import { DocumentPart } from './document-part.tsx'
import type { Draft } from './draft.ts'
import { usePoint } from './point.tsx'
import { RecentPart } from './recent-part.tsx'
import { TextField } from './text-field.tsx'
import { useRefusalWords, VillageRefusal } from './village-refusal.tsx'

export interface PartProps {
  readonly draft: Draft
  readonly onChange: (change: Partial<Draft>) => void
}

/** 2: the collection notice stands before the field of the ID number (V13). */
export function ConsentPart({ draft, onChange }: PartProps): ReactNode {
  const words = useVillageWords()
  return (
    <section className="v-part" aria-labelledby="v-consent">
      <h2 id="v-consent">{words('village.new.consent')}</h2>
      <p>{words('village.new.notice')}</p>
      <label className="v-tick v-wide">
        <input
          type="checkbox"
          checked={draft.isConsentGiven}
          onChange={(event) => onChange({ isConsentGiven: event.target.checked })}
        />
        {words('village.new.agree')}
      </label>
    </section>
  )
}

// Two people may bear one name: the centre tells them apart by number or phone, the page only asks to think of it (V11).
function OwnName({ name }: { readonly name: string }): ReactNode {
  const words = useVillageWords()
  const { agent } = usePoint()
  return name.trim() === agent ? <p role="note">▲ {words('village.new.ownName')}</p> : null
}

/** 3: who it is for; what is wrong is said at the field when it is left (V95). */
export function PersonPart({ draft, onChange }: PartProps): ReactNode {
  const words = useVillageWords()
  const sentence = useRefusalWords()
  return (
    <section className="v-part" aria-labelledby="v-person">
      <h2 id="v-person">{words('village.new.person')}</h2>
      <RecentPart onChoose={onChange} />
      <TextField
        label={words('village.new.name')}
        value={draft.name}
        maxLength={60}
        onType={(name) => onChange({ name })}
      />
      <OwnName name={draft.name} />
      <DocumentPart draft={draft} onChange={onChange} />
      {draft.hasNoPhone ? null : (
        <TextField
          label={words('village.new.phone')}
          value={draft.phone}
          maxLength={20}
          inputMode="tel"
          problem={isPhone(draft.phone) ? null : sentence({ code: 'contact.phone', params: {} })}
          onType={(phone) => onChange({ phone: phone.trim() })}
        />
      )}
      <label className="v-tick">
        <input
          type="checkbox"
          checked={draft.hasNoPhone}
          onChange={(event) => onChange({ hasNoPhone: event.target.checked })}
        />
        {words('village.new.noPhone')}
      </label>
      <Choice
        legend={words('village.new.home')}
        options={[
          { value: 'own', label: words('village.new.ownVillage') },
          { value: 'other', label: words('village.new.otherVillage') },
        ]}
        chosen={draft.isOwnVillage ? 'own' : 'other'}
        onChoose={(home) => onChange({ isOwnVillage: home === 'own' })}
      />
      {draft.isOwnVillage ? null : <VillageRefusal refused={{ code: 'person.other_village', params: {} }} />}
      <TextField
        label={words('village.new.group')}
        value={draft.group}
        maxLength={120}
        onType={(group) => onChange({ group })}
      />
    </section>
  )
}
