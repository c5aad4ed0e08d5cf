import type { CaseMaterial } from '@counter/shared/contract/case-material'
import type { CaseDetail } from '@counter/shared/contract/cases'
import { useId, useState } from 'react'
import { useWords } from '../../text/words.ts'
import { ActField } from './act-field.tsx'
import { ActFrame } from './act-frame.tsx'
import { isReasonMissing, LateFields, lateBody, NOT_LATE } from './late-fields.tsx'
import { type OnDone, useAct } from './use-act.ts'

interface ListActProps {
  readonly detail: CaseDetail
  readonly onDone: OnDone
  readonly onClose: (() => void) | null
}

export type Hows = Readonly<Record<string, string>>

/**
 * The one-time notice: every missing paper at once, each with how to get it; a second one says why and is signed by the
 * supervisor (C404). Shared papers cannot be asked for.
 */
export function SupplementAct({ detail, onDone, onClose }: ListActProps) {
  const t = useWords()
  const askable = detail.materials.filter(isAskable)
  const [listed, setListed] = useState<readonly string[]>(() =>
    askable.filter((material) => material.required && material.state === 'missing').map(({ name }) => name),
  )
  const [hows, setHows] = useState<Hows>({})
  const [reason, setReason] = useState('')
  const isAgain = detail.notice !== null
  const act = useAct(detail, onDone)
  const blank = listed.find((name) => (hows[name] ?? '').trim() === '')
  const unanswered = isAgain && reason.trim() === '' ? t('field.again') : undefined
  const none = listed.length === 0 ? t('field.materials') : undefined
  const missing = blank === undefined ? (none ?? unanswered) : `${blank} ${t('field.how')}`
  const send = () =>
    act.send('request-supplement', {
      materials: listed.map((name) => ({ name, how: (hows[name] ?? '').trim() })),
      ...(isAgain ? { reason: reason.trim() } : {}),
    })

  return (
    <ActFrame
      title="act.request_supplement"
      caseNumber={detail.row.number}
      phase={act.phase}
      refused={act.refused}
      isFinal={!isAgain}
      missing={missing === undefined ? null : t('field.required', { name: missing })}
      answers={listed.map((name) => ({ question: name, answer: (hows[name] ?? '').trim() }))}
      onSend={askable.length === 0 ? null : send}
      onClose={onClose}
    >
      {isAgain && askable.length > 0 && (
        <ActField
          field={{ name: 'reason', label: 'field.again', kind: 'text', isRequired: true }}
          value={reason}
          choices={[]}
          onChange={setReason}
        />
      )}
      {askable.length === 0 && <p>{t('form.nothingToList')}</p>}
      {askable.map(({ name }) => (
        <AskedPaper
          key={name}
          name={name}
          how={listed.includes(name) ? (hows[name] ?? '') : null}
          onTick={() => setListed(toggled(listed, name))}
          onHow={(how) => setHows({ ...hows, [name]: how })}
        />
      ))}
    </ActFrame>
  )
}

/** Papers of the notice that came in; the case goes on when the last one is here (C417). */
export function HandInAct({ detail, onDone, onClose }: ListActProps) {
  const t = useWords()
  const wanted = detail.notice?.materials.map(({ name }) => name) ?? []
  const [brought, setBrought] = useState<readonly string[]>(wanted)
  const [late, setLate] = useState(NOT_LATE)
  const unanswered =
    brought.length === 0 ? 'field.materials' : isReasonMissing(late) ? 'late.reason' : undefined
  const act = useAct(detail, onDone)
  return (
    <ActFrame
      title="act.hand_in"
      caseNumber={detail.row.number}
      phase={act.phase}
      refused={act.refused}
      isFinal={false}
      missing={unanswered === undefined ? null : t('field.required', { name: t(unanswered) })}
      onSend={() => act.send('hand-in', { materials: brought, ...lateBody(late) })}
      onClose={onClose}
    >
      {wanted.map((name) => (
        <Tick
          key={name}
          name={name}
          isOn={brought.includes(name)}
          onChange={() => setBrought(toggled(brought, name))}
        />
      ))}
      <LateFields late={late} onChange={setLate} />
    </ActFrame>
  )
}

function isAskable({ source, state }: CaseMaterial): boolean {
  return source !== 'shared' && source !== 'internal' && state !== 'not_needed' && state !== 'received'
}

export function toggled(names: readonly string[], name: string): readonly string[] {
  return names.includes(name) ? names.filter((known) => known !== name) : [...names, name]
}

export function Tick({
  name,
  isOn,
  onChange,
}: {
  readonly name: string
  readonly isOn: boolean
  readonly onChange: () => void
}) {
  return (
    <label className="tick">
      <input type="checkbox" checked={isOn} onChange={onChange} /> {name}
    </label>
  )
}

/** One paper that can be asked for, and how to get it once it is listed. */
export function AskedPaper(props: {
  readonly name: string
  /** Null while the paper is not listed. */
  readonly how: string | null
  readonly onTick: () => void
  readonly onHow: (how: string) => void
}) {
  const t = useWords()
  const { name, how, onTick, onHow } = props
  return (
    <div className="field">
      <Tick name={name} isOn={how !== null} onChange={onTick} />
      {how !== null && <How label={`${name} ${t('field.how')}`} value={how} onChange={onHow} />}
    </div>
  )
}

function How(props: {
  readonly label: string
  readonly value: string
  readonly onChange: (how: string) => void
}) {
  const id = useId()
  return (
    <>
      <label htmlFor={id} className="small">
        {props.label}
      </label>
      <input
        id={id}
        type="text"
        maxLength={200}
        value={props.value}
        autoComplete="off"
        onChange={(event) => props.onChange(event.target.value)}
      />
    </>
  )
}
