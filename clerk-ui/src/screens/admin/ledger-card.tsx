import { LedgerImport, LedgerPreview } from '@counter/shared/contract/ledger'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { CommandButton } from '../../components/command-button.tsx'
import { RefusalLine, type Refused } from '../../components/refusal-line.tsx'
import { lookThrough, SHEET_MS } from '../../state/ask.ts'
import { useSession } from '../../state/session.ts'
import { useCommand } from '../../state/use-command.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { LedgerLook } from './ledger-look.tsx'

interface LedgerCardProps {
  readonly item: LedgerImport
  readonly onChanged: (item: LedgerImport) => void
}

/** One import: who sent which sheet, and what became of it; while it waits it is looked at before it is taken over (C603). */
export function LedgerCard({ item, onChanged }: LedgerCardProps) {
  const words = useWords()
  const language = useDayLanguage()
  const { state, isComing, settledBy, settledAt, firstNumber, lastNumber } = item
  const standing = isComing ? 'coming' : state
  const settled =
    settledBy === null || settledAt === null
      ? null
      : words(state === 'imported' ? 'ledger.settled' : 'ledger.undone', {
          name: settledBy,
          time: instantWords(settledAt, language),
          first: firstNumber ?? '',
          last: lastNumber ?? '',
        })
  return (
    <article className="change" data-ledger={item.fileName} data-state={state}>
      <p className="line">
        <strong>{item.fileName}</strong>
        <span className={settledAt === null ? 'tag tag-warn' : 'tag'}>
          {words(`ledger.state.${standing}`, { n: item.rows })}
        </span>
      </p>
      <p className="hint">
        {words('ledger.by', {
          name: item.enteredBy,
          time: instantWords(item.enteredAt, language),
          n: item.rows,
        })}
        {settled !== null && ` · ${settled}`}
      </p>
      {isComing && <p className="hint">{words('ledger.coming')}</p>}
      {standing === 'entered' && <TakeOver item={item} onChanged={onChanged} />}
      {standing === 'entered' && <Withdraw id={item.id} onChanged={onChanged} />}
    </article>
  )
}

function TakeOver({ item, onChanged }: LedgerCardProps) {
  const words = useWords()
  const role = useSession(({ session }) => session?.role)
  const { send, phase, refused } = useCommand(SHEET_MS)
  const [seen, setSeen] = useState<LedgerPreview | null>(null)
  const [isLooking, setLooking] = useState(false)
  const [unseen, setUnseen] = useState<Refused | null>(null)
  const look = async () => {
    if (isLooking) return
    setLooking(true)
    const answer = await lookThrough(`/api/ledgers/${item.id}/preview`, LedgerPreview)
    setLooking(false)
    setUnseen(answer.ok ? null : answer)
    if (answer.ok) setSeen(answer.value)
  }
  const takeOver = async () => {
    if (seen === null) return
    const answer = await send(`/api/ledgers/${item.id}/import`, { preview: seen.preview }, LedgerImport)
    if (answer?.ok) onChanged(answer.value)
  }
  return (
    <div className="stack">
      <div className="line">
        <Button aria-disabled={isLooking} onClick={() => void look()}>
          {words(isLooking ? 'ledger.previewing' : 'ledger.preview')}
        </Button>
        {role === 'supervisor' && seen !== null && seen.problemCount === 0 && (
          <CommandButton phase={phase} busy="ledger.importing" type="primary" onPress={() => void takeOver()}>
            {words('ledger.import', { n: seen.rows })}
          </CommandButton>
        )}
        {role !== 'supervisor' && <span className="quiet">{words('ledger.needsSupervisor')}</span>}
      </div>
      <RefusalLine refused={unseen ?? refused} />
      {seen !== null && <LedgerLook seen={seen} />}
    </div>
  )
}

function Withdraw({ id, onChanged }: { readonly id: string } & Pick<LedgerCardProps, 'onChanged'>) {
  const words = useWords()
  const { send, phase, refused } = useCommand()
  const [reason, setReason] = useState('')
  const withdraw = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await send(`/api/ledgers/${id}/withdraw`, { reason: reason.trim() }, LedgerImport)
    if (answer?.ok) onChanged(answer.value)
  }
  return (
    <form className="line" onSubmit={(event) => void withdraw(event)}>
      <label className="field">
        {words('ledger.withdrawReason')}
        <input value={reason} maxLength={200} onChange={({ target }) => setReason(target.value)} />
      </label>
      <CommandButton phase={phase} htmlType="submit">
        {words('ledger.withdraw')}
      </CommandButton>
      <RefusalLine refused={refused} />
    </form>
  )
}
