import { type CallBackLine, CallBackList } from '@counter/shared/contract/call-backs'
import { SATISFACTION_WORDS } from '@counter/shared/text/log-book-words'
import { SATISFACTIONS, type Satisfaction } from '@counter/shared/vocabulary/agency'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import { useRef, useState } from 'react'
import { Link } from 'wouter'
import { CommandButton } from '../../components/command-button.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useReturnFocus } from '../../components/use-return-focus.ts'
import { useAdminDraft } from '../../state/admin-drafts.ts'
import { useCommand } from '../../state/use-command.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { Reveal } from '../case/reveal.tsx'

interface CallBackCardProps {
  readonly line: CallBackLine
  readonly onDone: (list: CallBackList) => void
}

/** One delivery: whom to call, each call so far, and what came of this one (V20). */
export function CallBackCard({ line, onDone }: CallBackCardProps) {
  const words = useWords()
  const language = useDayLanguage()
  const { number, itemName, applicant, villageName, deliveredAt, settledAt } = line
  return (
    <li className="card stack" data-testid="call-back" data-settled={settledAt !== null}>
      <h2>
        <Link href={`/cases/${line.case}`}>{number}</Link> · {itemName}
      </h2>
      <p>
        {villageName} · {applicant}
        {deliveredAt !== null &&
          ` · ${words('callBack.delivered', { at: instantWords(deliveredAt, language) })}`}
        {' · '}
        {words(`callBack.${line.why}`, { month: line.month })}
      </p>
      <dl>
        {line.phone === null ? (
          <div>
            <dt>{words('point.phone')}</dt>
            <dd>{words('callBack.noPhone')}</dd>
          </div>
        ) : (
          <Reveal of={`/api/cases/${line.case}`} field="phone" label="point.phone" masked={line.phone} />
        )}
      </dl>
      {line.tries.length > 0 && (
        <ol>
          {line.tries.map(({ at, by, isReached, satisfaction, remark }) => (
            <li key={at}>
              {[
                instantWords(at, language),
                by,
                words(isReached ? 'callBack.reached' : 'callBack.missed'),
                satisfaction === null ? '' : SATISFACTION_WORDS[satisfaction][language],
                remark,
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </li>
          ))}
        </ol>
      )}
      {settledAt === null ? <TryForm line={line} onDone={onDone} /> : <p>✓ {words('callBack.settled')}</p>}
    </li>
  )
}

function TryForm({ line, onDone }: CallBackCardProps) {
  const words = useWords()
  const language = useDayLanguage()
  const { send, phase, refused, forget } = useCommand()
  const [kept, keep] = useAdminDraft<string>(`call-back:${line.case}`)
  const [satisfaction, setSatisfaction] = useState<Satisfaction | null>(null)
  const remark = kept ?? ''
  const form = useRef<HTMLFormElement>(null)
  useReturnFocus(form, true)
  async function record(isReached: boolean): Promise<void> {
    const said = { isReached, satisfaction: isReached ? satisfaction : null, remark: remark.trim() }
    const answer = await send(`/api/call-backs/${line.case}/tries`, said, CallBackList)
    if (!answer?.ok) return
    keep(null)
    onDone(answer.value)
  }
  return (
    <form
      ref={form}
      className="stack"
      aria-label={words('callBack.record')}
      onSubmit={(event) => {
        event.preventDefault()
        void record(true)
      }}
    >
      <fieldset className="line">
        <legend>{words('callBack.satisfied')}</legend>
        {SATISFACTIONS.map((each) => (
          <label key={each}>
            <input
              type="radio"
              required
              name={`satisfied-${line.case}`}
              checked={satisfaction === each}
              onChange={() => {
                forget()
                setSatisfaction(each)
              }}
            />
            {SATISFACTION_WORDS[each][language]}
          </label>
        ))}
      </fieldset>
      <label className="field">
        {words('callBack.remark')}
        <input
          maxLength={500}
          value={remark}
          onChange={({ target }) => {
            forget()
            keep(target.value === '' ? null : target.value)
          }}
        />
      </label>
      <div className="line">
        <CommandButton type="primary" htmlType="submit" phase={phase}>
          {words('callBack.reached')}
        </CommandButton>
        <CommandButton phase={phase} onPress={() => void record(false)}>
          {words('callBack.missed')}
        </CommandButton>
      </div>
      <RefusalLine refused={refused} />
    </form>
  )
}
