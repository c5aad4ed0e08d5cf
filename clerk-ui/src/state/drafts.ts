import type { TicketId } from '@counter/shared/vocabulary/ids'
import { create } from 'zustand'
import { EMPTY_DRAFT, type IntakeDraft, isDirty } from '../screens/intake/intake-draft.ts'
import { forgetAdminDrafts, hasAdminDraft } from './admin-drafts.ts'
import { forgetChosen } from './chosen-files.ts'

interface Drafts {
  readonly byTicket: Readonly<Record<string, IntakeDraft>>
  change(ticketId: TicketId, more: Partial<IntakeDraft>): void
  drop(ticketId: TicketId): void
}

/** Half-written intakes of this page, by ticket: another screen of the app does not lose them, the browser never stores them (P33, U15). */
export const useDrafts = create<Drafts>((set) => ({
  byTicket: {},
  change: (ticketId, more) =>
    set(({ byTicket }) => ({
      byTicket: { ...byTicket, [ticketId]: { ...(byTicket[ticketId] ?? EMPTY_DRAFT), ...more } },
    })),
  drop: (ticketId) => set(({ byTicket }) => ({ byTicket: { ...byTicket, [ticketId]: EMPTY_DRAFT } })),
}))

/** Another person works at this page from now on (P33). */
export function forgetDrafts(): void {
  useDrafts.setState({ byTicket: {} })
  forgetChosen()
  forgetAdminDrafts()
}

/** The browser asks before it throws away what was typed. */
export function warnBeforeLosingDrafts(): void {
  window.addEventListener('beforeunload', (event) => {
    if (Object.values(useDrafts.getState().byTicket).some(isDirty) || hasAdminDraft()) event.preventDefault()
  })
}
