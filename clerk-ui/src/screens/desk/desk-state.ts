import type { Net } from '@counter/shared/client/live-link'
import type { DeskTicket, WindowStateView } from '@counter/shared/contract/desk'
import type { DeskState } from '../../state/desk-keys.ts'

export interface DeskSigns {
  readonly net: Net
  /** A call is on its way to the server. */
  readonly isCalling: boolean
  /** It has been on its way for too long (30 s). */
  readonly isUnsettled: boolean
  readonly isOutcomeOpen: boolean
}

/** What the centre of the workbench shows, from the server's last word and what this screen is waiting for. */
export function deskState(seen: WindowStateView, ticket: DeskTicket | null, signs: DeskSigns): DeskState {
  if (signs.net === 'offline') return 'offline'
  if (signs.isCalling) return signs.isUnsettled ? 'error' : 'calling'
  if (ticket?.status === 'called') return 'called'
  if (ticket?.status === 'serving') return signs.isOutcomeOpen ? 'outcome' : 'serving'
  if (seen.window.state === 'paused') return 'paused'
  return seen.figures.waiting === 0 ? 'idle-empty' : 'idle'
}
