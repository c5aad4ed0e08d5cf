import { normalIdNumber } from '@counter/shared/vocabulary/identity'
import { ID_KINDS, type IdKind } from '@counter/shared/vocabulary/personal-data'
import { type ReactNode, useId } from 'react'
import { useVillageLanguage, useVillageWords } from '../../text/village-words.ts'
import { documentProblem } from './document-problem.ts'
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
  const { idKind } = draft
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
        <NumberField draft={draft} onChange={onChange} />
      )}
    </>
  )
}

function NumberField({ draft: { idKind, idNo }, onChange }: DocumentPartProps): ReactNode {
  const words = useVillageWords()
  const { language } = useVillageLanguage()
  // Only a passport has letters elsewhere; the other numbers are digits, but for the last sign.
  const isDigits = idKind !== 'passport'
  const onType = (typed: string) => onChange({ idNo: typed })
  return (
    <TextField
      label={words(idKind === 'id_card' ? 'village.new.idNo' : 'village.new.documentNo')}
      value={idNo}
      maxLength={24}
      problem={documentProblem(words, { idKind, idNo }, { today: today(), language })}
      onType={onType}
      {...(isDigits
        ? { inputMode: 'numeric', beside: <LastX idNo={idNo} onPress={() => onType(`${idNo}X`)} /> }
        : {})}
    />
  )
}

const DIGITS_BEFORE_X = 17

/** The key that a phone's pad of digits lacks: X is only ever the last of 18 (V-2, C1105). */
function LastX({ idNo, onPress }: { readonly idNo: string; readonly onPress: () => void }): ReactNode {
  const words = useVillageWords()
  const isNext = normalIdNumber(idNo).length === DIGITS_BEFORE_X
  return (
    <button
      type="button"
      className="v-small v-key"
      aria-label={words('village.new.lastX')}
      aria-disabled={!isNext}
      onClick={() => isNext && onPress()}
    >
      X
    </button>
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
