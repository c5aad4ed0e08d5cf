import { IssuedTicket } from '@counter/shared/contract/hall'
import { type FormEvent, useState } from 'react'
import { CommandButton } from '../../components/command-button.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useCommand } from '../../state/use-command.ts'
import { useWords } from '../../text/words.ts'
import { IssueWhy } from './issue-why.tsx'
import { IssuedLine } from './issued-line.tsx'

/** 取件 or 补件 by the code of the receipt: the number carries its case (Q10). */
export function ReturnVisitForm({ isPriority }: { readonly isPriority: boolean }) {
  const words = useWords()
  const [code, setCode] = useState('')
  const [reason, setReason] = useState('')
  const [issued, setIssued] = useState<IssuedTicket | null>(null)
  const { send, phase, refused } = useCommand()
  const give = async (event: FormEvent) => {
    event.preventDefault()
    if (code.trim() === '') return
    const why = reason.trim() === '' ? {} : { reason: reason.trim() }
    const body = { code: code.trim(), cls: isPriority ? 'priority' : 'ordinary', ...why }
    const answer = await send('/api/return-visits', body, IssuedTicket)
    if (!answer?.ok) return
    setIssued(answer.value)
    setCode('')
    setReason('')
  }
  return (
    <form className="stack" onSubmit={(event) => void give(event)}>
      <div className="line">
        <label className="field">
          {words('desk.returnCode')}
          <input
            value={code}
            maxLength={20}
            autoComplete="off"
            onChange={(event) => setCode(event.target.value)}
          />
        </label>
        <CommandButton phase={phase} busy="greet.giving" htmlType="submit">
          {words('desk.returnGo')}
        </CommandButton>
      </div>
      <RefusalLine refused={refused} />
      <IssueWhy refused={refused} label="desk.returnWhy" reason={reason} onReason={setReason} />
      {issued !== null && <IssuedLine issued={issued} phase={phase} />}
    </form>
  )
}
