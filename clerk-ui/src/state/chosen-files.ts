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
  keepCounts()
}

/** How many files were chosen for a ticket in this tab before the page was opened anew: they are gone, and the form says so. */
export function lostFiles(id: TicketId): number {
  return useChosenFiles.getState().byTicket[id] === undefined ? (keptCounts()[id] ?? 0) : 0
}

const KEY = 'intake.chosen'

// Of files that never left this page the browser keeps how many there were, and nothing else (P33).
function keepCounts(): void {
  const { byTicket } = useChosenFiles.getState()
  const counts = Object.entries(byTicket).map(([id, chosen]) => [id, chosen.length] as const)
  const kept = { ...keptCounts(), ...Object.fromEntries(counts) }
  const left = Object.entries(kept).filter(([, count]) => count > 0)
  sessionStorage.setItem(KEY, JSON.stringify(Object.fromEntries(left)))
}

function keptCounts(): Readonly<Record<string, number>> {
  return JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Readonly<Record<string, number>>
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
  sessionStorage.removeItem(KEY)
}
