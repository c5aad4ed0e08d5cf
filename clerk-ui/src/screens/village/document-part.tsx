import { idProblem } from '@counter/shared/vocabulary/identity'
import { ID_KINDS, type IdKind } from '@counter/shared/vocabulary/personal-data'
import { type ReactNode, useId } from 'react'
import { useVillageWords } from '../../text/village-words.ts'
import { careOf, type Draft } from './draft.ts'
import type { TypedDocument } from './draft-document.ts'
import { today } from './draft-store.ts'
import { TextField } from './text-field.tsx'

interface DocumentPartProps {
  readonly draft: Draft
  readonly onChange: (change: Partial<TypedDocument>) => void
}

/** Which document and its number, or why there is none (C1106); what is told first of a child's or sensitive data (C1109). */
export function DocumentPart({ draft, onChange }: DocumentPartProps): ReactNode {
  const words = useVillageWords()
  const { idKind, idNo } = draft
  const care = careOf(draft, today())
  return (
    <>
      {care === null ? null : <p role="note">{words(`village.new.care.${care}`)}</p>}
      <KindField value={idKind} onChoose={(kind) => onChange({ idKind: kind })} />
      {idKind === 'none' ? (
        <TextField
          label={words('village.new.idNote')}
          value={draft.idNote}
          maxLength={60}
          onType={(idNote) => onChange({ idNote })}
        />
      ) : (
        <TextField
          label={words(idKind === 'id_card' ? 'village.new.idNo' : 'village.new.documentNo')}
          value={idNo}
          maxLength={24}
          problem={idProblem(idKind, idNo, today()) === null ? null : 'person.id_invalid'}
          onType={(typed) => onChange({ idNo: typed })}
        />
      )}
    </>
  )
}

function KindField({
  value,
  onChoose,
}: {
  readonly value: IdKind
  readonly onChoose: (kind: IdKind) => void
}) {
  const words = useVillageWords()
  const id = useId()
  return (
    <div className="v-field">
      <label htmlFor={id}>{words('village.new.document')}</label>
      <select id={id} value={value} onChange={(event) => onChoose(event.target.value as IdKind)}>
        {ID_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {words(`village.document.${kind}`)}
          </option>
        ))}
      </select>
    </div>
  )
}
