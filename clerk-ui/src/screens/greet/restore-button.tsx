import { useState } from 'react'
import { RefusalLine, type Refused } from '../../components/refusal-line.tsx'
import { command } from '../../state/ask.ts'
import { useWords } from '../../text/words.ts'

/** 恢复 of a missed number for somebody who stands here (Q28). */
export function RestoreButton({ ticketId, number }: { readonly ticketId: string; readonly number: string }) {
  const words = useWords()
  const [refused, setRefused] = useState<Refused | null>(null)
  const [isBusy, setBusy] = useState(false)
  const restore = async () => {
    if (isBusy) return
    setBusy(true)
    const answer = await command(`/api/tickets/${ticketId}/rejoin`, {}, { parse: () => true })
    // Done, it stays so until the list moves: a second press would only be told that there is nothing to restore.
    setBusy(answer.ok)
    setRefused(answer.ok ? null : answer)
  }
  return (
    <>
      <button
        type="button"
        className="touch"
        aria-disabled={isBusy}
        aria-label={`${words('greet.restore')} ${number}`}
        onClick={() => void restore()}
      >
        {words('greet.restore')}
      </button>
      <RefusalLine refused={refused} />
    </>
  )
}
