import type { TicketId } from '@counter/shared/vocabulary/ids'
import { create } from 'zustand'

/** A file that was chosen for a paper of a case. */
export interface ChosenFile {
  /** A material of the list, or `OTHER_FILES`. */
  readonly material: string
  readonly isReceived: boolean
  readonly file: File
}

interface ChosenFiles {
  readonly byTicket: Readonly<Record<string, readonly ChosenFile[]>>
}

/** Files chosen at an intake that was not sent yet, by ticket: another screen of the app does not lose them, the browser never stores them (P33, U15). */
export const useChosenFiles = create<ChosenFiles>(() => ({ byTicket: {} }))

/** Changes what is chosen for a ticket. */
export function changeChosen(
  id: TicketId,
  change: (chosen: readonly ChosenFile[]) => readonly ChosenFile[],
): void {
  useChosenFiles.setState(({ byTicket }) => ({ byTicket: { ...byTicket, [id]: change(byTicket[id] ?? []) } }))
}

/** What was chosen for a ticket, which is on its way from now on. */
export function takeChosen(id: TicketId): readonly ChosenFile[] {
  const chosen = useChosenFiles.getState().byTicket[id] ?? []
  changeChosen(id, () => [])
  return chosen
}

/** Another person works at this page from now on (P33). */
export function forgetChosen(): void {
  useChosenFiles.setState({ byTicket: {} })
}
