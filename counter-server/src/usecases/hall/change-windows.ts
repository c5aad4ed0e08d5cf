import { boundTo, retireWindow } from '../../domain/queue/retiring.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Origin } from '../../store/origin.ts'
import { once } from '../../store/receipts.ts'
import { insertWindow } from '../../store/township.ts'
import type { Tx } from '../../store/tx.ts'
import { findAllWindows, saveWindow } from '../../store/window-rows.ts'
import type { Deps } from '../deps.ts'
import { readHallNow, requireWindow } from './hall-now.ts'
import { liveTickets } from './window-plan.ts'

export type WindowChange =
  | { readonly kind: 'add' | 'rename'; readonly name: string; readonly reason: string }
  | { readonly kind: 'retire'; readonly reason: string; readonly isConfirmed: boolean }

export interface ChangeWindow {
  readonly origin: Origin
  readonly window: number
  readonly change: WindowChange
}

/** An administrator adds, renames or retires a window; a number that was retired comes back with what it served (A-2, U40). */
export function changeWindow(deps: Deps, command: ChangeWindow): Promise<{ done: true }> {
  const { origin, window, change } = command
  return deps.store.write((tx) =>
    once(
      tx,
      { origin, name: `window.${change.kind}`, subject: String(window), content: { window, change } },
      () => {
        perform(deps, tx, command)
        tx.tell({ kind: 'window_changed', window })
        return { done: true as const }
      },
    ),
  )
}

function perform(deps: Deps, tx: Tx, { origin, window, change }: ChangeWindow): void {
  const record = (type: string, data: Record<string, unknown>) =>
    tx.record({
      type,
      subject: `window:${window}`,
      version: 1,
      origin,
      data: { ...data, reason: change.reason },
    })
  switch (change.kind) {
    case 'add':
      return record('window.added', { to: addOne(tx, window, change.name) })
    case 'rename': {
      const before = requireWindow(readHallNow(deps, tx), window)
      saveWindow(tx, window, { name: change.name })
      return record('window.renamed', { from: before.name, to: change.name })
    }
    case 'retire': {
      const hall = readHallNow(deps, tx)
      const found = requireWindow(hall, window)
      const bound = boundTo(liveTickets(tx, hall), window)
      retireWindow(found, change.reason, hall, { bound, isConfirmed: change.isConfirmed })
      saveWindow(tx, window, { retiredAt: tx.at })
      return record('window.retired', { from: found.name })
    }
  }
}

function addOne(tx: Tx, window: number, name: string): string {
  const known = findAllWindows(tx).find((each) => each.window === window)
  if (known !== undefined && known.retiredAt === null) throw new Refusal('window.exists', { w: window })
  if (known === undefined) insertWindow(tx, { window, name })
  else saveWindow(tx, window, { name, retiredAt: null })
  return name
}
