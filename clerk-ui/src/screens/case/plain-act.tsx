import type { CaseDetail } from '@counter/shared/contract/cases'
import { LASTING_EVENTS } from '@counter/shared/vocabulary/case'
import { CASE_EVENT_WORDS } from '@counter/shared/vocabulary/case-event-words'
import { type Language as DayLanguage, instantWords } from '@counter/shared/vocabulary/date-words'
import { PAUSE_WORDS } from '@counter/shared/vocabulary/due-words'
import { useState } from 'react'
import { useAdminDraft } from '../../state/admin-drafts.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords, type Words } from '../../text/words.ts'
import { ActField } from './act-field.tsx'
import {
  type ActForm,
  askedFields,
  bodyOf,
  type Choice,
  type Field,
  firstUnanswered,
  type Values,
} from './act-form.ts'
import { ACT_FORMS, type FormAction } from './act-forms.ts'
import { ActFrame, type Answered } from './act-frame.tsx'
import { isReasonMissing, LateFields, lateBody, NOT_LATE } from './late-fields.tsx'
import { ReceivedAtPoint } from './received-at-point.tsx'
import { type OnDone, useAct } from './use-act.ts'
import { useItems } from './use-items.ts'
import { useUnits } from './use-units.ts'

interface PlainActProps {
  readonly action: FormAction
  readonly detail: CaseDetail
  readonly onDone: OnDone
  readonly onClose: (() => void) | null
  /** For a form that stays open over other acts of the same person. */
  readonly ownVersion?: number
}

/** An act whose questions stand in a table: accept, refuse, pause, decide, deliver and the like. */
export function PlainAct({ action, detail, onDone, onClose, ownVersion }: PlainActProps) {
  const t = useWords()
  const language = useDayLanguage()
  const form: ActForm = ACT_FORMS[action]
  // Another page of the app does not lose what is half written (U15); giving it up does.
  const [kept, keep] = useAdminDraft<Values>(`act:${detail.row.id}:${action}`)
  const values = kept ?? form.start ?? {}
  const units = useUnits(form.fields.some(({ from }) => from === 'units'))
  const items = useItems(form.fields.some(({ from }) => from === 'items'))
  const settle: OnDone = (answer, commandId) => {
    keep(null)
    onDone(answer, commandId)
  }
  const close = () => {
    keep(null)
    onClose?.()
  }
  const act = useAct(detail, settle, ownVersion)
  const [late, setLate] = useState(NOT_LATE)
  const unanswered =
    firstUnanswered(form, values)?.label ?? (isReasonMissing(late) ? 'late.reason' : undefined)
  // Every other unit can get the case; the one that has it may be the one it concerns (C804).
  const otherUnits = units.filter(({ value }) => action === 'recuse' || value !== detail.row.unit)

  const otherItems = items.filter(({ value }) => value !== detail.row.item)

  const choicesFor = (field: Field) => {
    if (field.from === 'items') return otherItems
    return field.from === 'units' ? otherUnits : choicesOf(field, detail, t, language)
  }

  return (
    <ActFrame
      title={`act.${action}`}
      caseNumber={detail.row.number}
      phase={act.phase}
      refused={act.refused}
      isFinal={form.isFinal}
      missing={unanswered === undefined ? null : t('field.required', { name: t(unanswered) })}
      answers={askedFields(form, values).flatMap((field) => answeredOf(field, choicesFor(field), values, t))}
      onSend={() => act.send(form.path, { ...bodyOf(form, values), ...lateBody(late) })}
      onClose={onClose === null ? null : close}
    >
      {askedFields(form, values).map((field) => (
        <ActField
          key={field.name}
          field={field}
          value={values[field.name] ?? ''}
          choices={choicesFor(field)}
          onChange={(value) => keep({ ...values, [field.name]: value })}
        />
      ))}
      {action === 'resume' && <ReceivedAtPoint detail={detail} onTake={setLate} />}
      {form.mayBeLate === true && <LateFields late={late} onChange={setLate} />}
    </ActFrame>
  )
}

// A choice is read again in its words, not by its code.
function answeredOf(field: Field, choices: readonly Choice[], values: Values, t: Words): readonly Answered[] {
  const given = (values[field.name] ?? '').trim()
  if (given === '') return []
  const answer = choices.find(({ value }) => value === given)?.label ?? given
  return [{ question: t(field.label), answer }]
}

// The newest step first: a mistake is mostly noticed soon.
function stepsOf({ events }: CaseDetail, language: DayLanguage): readonly Choice[] {
  const lasting: readonly string[] = LASTING_EVENTS
  return events
    .filter(({ type, isVoided }) => !isVoided && !lasting.includes(type))
    .reverse()
    .map(({ id, type, occurredAt, by }) => ({
      value: id,
      label: `${instantWords(occurredAt, language)} ${CASE_EVENT_WORDS[type][language]} · ${by}`,
    }))
}

function choicesOf(field: Field, detail: CaseDetail, t: Words, language: DayLanguage): readonly Choice[] {
  if (field.from === 'pauseReasons')
    return detail.pauseReasons.map((reason) => ({ value: reason, label: PAUSE_WORDS[reason][language] }))
  if (field.from === 'checkers') return detail.checkers.map(({ id, name }) => ({ value: id, label: name }))
  if (field.from === 'events') return stepsOf(detail, language)
  return (field.choices ?? []).map(({ value, label }) => ({ value, label: t(label) }))
}
