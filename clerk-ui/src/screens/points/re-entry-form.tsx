import type { ItemRow } from '@counter/shared/contract/case-lists'
import { CaseAnswer } from '@counter/shared/contract/cases'
import { Guide } from '@counter/shared/contract/public/guide'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { CommandButton } from '../../components/command-button.tsx'
import { RefusalLine, type Refused } from '../../components/refusal-line.tsx'
import { PrintAgain } from '../../papers/print-again.tsx'
import { read } from '../../state/ask.ts'
import { serverNow } from '../../state/live.ts'
import { useCommand } from '../../state/use-command.ts'
import { useWords } from '../../text/words.ts'
import { type IntakeProblem, intakeProblems } from '../intake/intake-check.ts'
import { EMPTY_DRAFT, type IntakeDraft, needsCare, receiveBody } from '../intake/intake-draft.ts'
import '../intake/intake.css'
import { ItemBox } from '../intake/item-box.tsx'
import { MaterialList } from '../intake/material-list.tsx'
import { PersonFields } from '../intake/person-fields.tsx'
import { ProblemSummary } from '../intake/problem-summary.tsx'

interface ReEntryFormProps {
  /** That of the slip; '' when it is typed here. */
  readonly number: string
  readonly onDone: () => void
}

/** The intake with a number: what stands on the slip and on the paper, under the number of the slip (V80). */
export function ReEntryForm({ number: given, onDone }: ReEntryFormProps) {
  const words = useWords()
  const [number, setNumber] = useState(given)
  const [queryCode, setQueryCode] = useState('')
  const { draft, change, choose, unread } = useDraft(given)
  const [problems, setProblems] = useState<readonly IntakeProblem[]>([])
  const { send, phase, refused } = useCommand()
  const [done, setDone] = useState<CaseAnswer | null>(null)
  // It opens above the line on which it was asked for.
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  async function enter(): Promise<void> {
    const found = intakeProblems(draft, 'receive', civilDate(serverNow()))
    setProblems(found)
    const { item } = draft
    if (found.length > 0 || item === null) return
    const { step: _, ...body } = receiveBody({ ...draft, item }, 'receive', civilDate(serverNow()))
    const slip = queryCode.trim() === '' ? { number } : { number, queryCode }
    const answer = await send('/api/points/paper-work/cases', { ...body, ...slip }, CaseAnswer)
    if (!answer?.ok) return
    setDone(answer.value)
    onDone()
  }
  if (done !== null) return <Entered answer={done} />
  return (
    <form
      className="stack intake"
      aria-label={words('paperWork.enter')}
      data-testid="l7.re-entry"
      onSubmit={(event) => {
        event.preventDefault()
        void enter()
      }}
    >
      <ProblemSummary problems={problems} />
      <div className="fields">
        <label className="field">
          {words('paperWork.number')}
          <input
            ref={first}
            required
            maxLength={20}
            value={number}
            onChange={({ target }) => setNumber(target.value)}
          />
        </label>
        <label className="field">
          {words('paperWork.code')}
          <input maxLength={20} value={queryCode} onChange={({ target }) => setQueryCode(target.value)} />
        </label>
      </div>
      <ItemBox item={draft.item} takesFocus={false} onChoose={choose} />
      <PersonFields
        draft={draft}
        needsNote={problems.some(({ text }) => text === 'intake.problem.idNo')}
        onChange={change}
      />
      {needsCare(draft, civilDate(serverNow())) && (
        <p className="alike" role="note">
          {words('intake.care')}
        </p>
      )}
      <MaterialList draft={draft} onMark={(marks) => change({ marks })} />
      <label className="field">
        {words('intake.note')}
        <textarea
          rows={2}
          maxLength={500}
          value={draft.note}
          onChange={({ target }) => change({ note: target.value })}
        />
      </label>
      <RefusalLine refused={refused ?? unread} />
      <div>
        <CommandButton type="primary" htmlType="submit" phase={phase}>
          {words('paperWork.save')}
        </CommandButton>
      </div>
    </form>
  )
}

// In the page's memory only: no personal data in browser storage (P33). The slip's number names its village.
function useDraft(number: string) {
  const [draft, setDraft] = useState<IntakeDraft>({ ...EMPTY_DRAFT, village: number.slice(5, 7) })
  const [unread, setUnread] = useState<Refused | null>(null)
  const change = (more: Partial<IntakeDraft>) => setDraft((known) => ({ ...known, ...more }))
  const choose = (item: ItemRow) => {
    change({ item, guide: null, marks: {} })
    setUnread(null)
    void read(`/api/guide/${item.code}`, Guide).then((answer) => {
      if (!answer.ok) return setUnread(answer)
      setDraft((known) => (known.item?.code === item.code ? { ...known, guide: answer.value } : known))
    })
  }
  return { draft, change, choose, unread }
}

function Entered({ answer }: { readonly answer: CaseAnswer }) {
  const words = useWords()
  const { row } = answer.case
  return (
    <div className="stack" data-testid="l7.entered">
      <p role="status">✓ {words('paperWork.entered', { number: row.number })}</p>
      {answer.receipt !== null && <p>{words('intake.code', { code: answer.receipt.queryCode })}</p>}
      <div className="line">
        {answer.receipt !== null && (
          <PrintAgain of={`/api/cases/${row.id}`} paper={answer.receipt.id}>
            {words('intake.print')}
          </PrintAgain>
        )}
        <Link href={`/cases/${row.id}`}>{words('intake.open')}</Link>
      </div>
    </div>
  )
}
