import type { Refused } from '../../components/refusal-line.tsx'
import { mayOverride } from '../../state/may-override.ts'
import { useWords } from '../../text/words.ts'

interface IssueWhyProps {
  readonly refused: Refused | null
  readonly label: 'desk.issueWhy' | 'desk.returnWhy'
  readonly reason: string
  readonly onReason: (reason: string) => void
}

/** Asks why the number is given all the same; only where the rule lets a clerk decide. */
export function IssueWhy({ refused, label, reason, onReason }: IssueWhyProps) {
  const words = useWords()
  if (!mayOverride(refused)) return null
  return (
    <label className="field">
      {words(label)}
      <input value={reason} maxLength={200} onChange={(event) => onReason(event.target.value)} />
    </label>
  )
}
