import { isPhone } from '@counter/shared/vocabulary/identity'
import { ID_KINDS, type IdKind } from '@counter/shared/vocabulary/personal-data'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { useState } from 'react'
import { useHall } from '../../state/hall.ts'
import { serverNow } from '../../state/live.ts'
import { useWords } from '../../text/words.ts'
import type { TextKey } from '../../text/zh-cn.ts'
import { idProblem } from './intake-check.ts'
import type { IntakeDraft } from './intake-draft.ts'

interface PersonFieldsProps {
  readonly draft: IntakeDraft
  /** Somebody without an ID card: which document it was (C1106). */
  readonly needsNote: boolean
  readonly onChange: (more: Partial<IntakeDraft>) => void
}

/** Who it is for, in the order it is spoken: 姓名 → 身份证 → 电话 → 村组 → 代办人. */
export function PersonFields({ draft, needsNote, onChange }: PersonFieldsProps) {
  const [problems, setProblems] = useState<{ idNo: TextKey | null; phone: TextKey | null }>({
    idNo: null,
    phone: null,
  })
  const checkId = () => {
    onChange({ idNo: grouped(draft.idNo) })
    setProblems((before) => ({
      ...before,
      idNo: draft.idNo.trim() === '' ? null : idProblem(draft, civilDate(serverNow())),
    }))
  }
  const checkPhone = () => {
    const phone = draft.phone.replace(/\s/g, '')
    onChange({ phone })
    setProblems((before) => ({
      ...before,
      phone: phone === '' || isPhone(phone) ? null : 'intake.problem.phone',
    }))
  }
  return (
    <div className="fields">
      <TextField
        id="intake-name"
        label="intake.name"
        value={draft.name}
        max={60}
        onChange={(name) => onChange({ name })}
      />
      <KindField value={draft.idKind} onChange={(idKind) => onChange({ idKind })} />
      <TextField
        id="intake-id"
        label={`intake.number.${draft.idKind === 'none' ? 'id_card' : draft.idKind}`}
        value={draft.idNo}
        max={40}
        problem={problems.idNo}
        onChange={(idNo) => onChange({ idNo })}
        onBlur={checkId}
      />
      {(needsNote || draft.idKind === 'none' || draft.idNote !== '') && draft.idNo.trim() === '' && (
        <TextField
          id="intake-id-note"
          label="intake.idNote"
          value={draft.idNote}
          max={60}
          onChange={(idNote) => onChange({ idNote })}
        />
      )}
      <TextField
        id="intake-phone"
        label="intake.phone"
        value={draft.phone}
        max={20}
        problem={problems.phone}
        onChange={(phone) => onChange({ phone })}
        onBlur={checkPhone}
      />
      {draft.phone.trim() === '' && (
        <TextField
          id="intake-contact"
          label="intake.contact"
          value={draft.contact}
          max={60}
          onChange={(contact) => onChange({ contact })}
        />
      )}
      <VillageField value={draft.village} onChange={(village) => onChange({ village })} />
      <TextField
        id="intake-agent"
        label="intake.agent"
        value={draft.agent}
        max={60}
        onChange={(agent) => onChange({ agent })}
      />
    </div>
  )
}

/** Which document lies on the counter; an empty number says that there is none (C1106). */
function KindField({ value, onChange }: { value: IdKind; onChange: (kind: IdKind) => void }) {
  const words = useWords()
  return (
    <div className="field">
      <label htmlFor="intake-kind">{words('intake.kind')}</label>
      <select id="intake-kind" value={value} onChange={(event) => onChange(event.target.value as IdKind)}>
        {ID_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {words(`intake.kind.${kind}`)}
          </option>
        ))}
      </select>
    </div>
  )
}

interface TextFieldProps {
  readonly id: string
  readonly label: TextKey
  readonly value: string
  readonly max: number
  readonly problem?: TextKey | null
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
}

function TextField({ id, label, value, max, problem = null, onChange, onBlur }: TextFieldProps) {
  const words = useWords()
  return (
    <div className="field">
      <label htmlFor={id}>{words(label)}</label>
      <input
        id={id}
        autoComplete="off"
        maxLength={max}
        value={value}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : `${id}-problem`}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onBlur}
      />
      {problem !== null && (
        <span id={`${id}-problem`} className="refusal" role="alert">
          ■ {words(problem)}
        </span>
      )}
    </div>
  )
}

function VillageField({ value, onChange }: { value: string; onChange: (village: string) => void }) {
  const words = useWords()
  const villages = useHall((state) => state.hall?.villages) ?? []
  return (
    <div className="field">
      <label htmlFor="intake-village">{words('intake.village')}</label>
      <select id="intake-village" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{words('intake.villageNone')}</option>
        {villages.map(({ village, name }) => (
          <option key={village} value={village}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}

/** `341524 19000101 0014`: read back to the person in the groups it is spoken in. */
function grouped(typed: string): string {
  const plain = typed.replace(/\s/g, '').toUpperCase()
  return plain.length === 18 ? `${plain.slice(0, 6)} ${plain.slice(6, 14)} ${plain.slice(14)}` : plain
}
