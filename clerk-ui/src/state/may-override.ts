import type { Refused } from '../components/refusal-line.tsx'

const ISSUE_ALL_THE_SAME = [
  'ticket.intake_closing',
  'ticket.priority_at_desk',
  'ticket.quota_full',
  'ticket.return_at_desk',
  'ticket.hall_closed',
]

/** The hall would give no number, but a clerk may, with a reason (Q10, Q42). */
export function mayOverride(refused: Refused | null): boolean {
  return refused !== null && ISSUE_ALL_THE_SAME.includes(refused.code)
}
