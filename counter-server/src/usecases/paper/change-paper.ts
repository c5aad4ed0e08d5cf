import type { Origin } from '../../store/origin.ts'
import { once } from '../../store/receipts.ts'
import type { Deps } from '../deps.ts'
import { showPaper } from './settle-paper.ts'

/** 「已换纸」 at the kiosk: its warning goes from every desk (K-10). */
export function changePaper(
  deps: Deps,
  { origin, device }: { readonly origin: Origin; readonly device: string },
): Promise<{ done: true }> {
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'printer.paper', subject: device, content: {} }, () => {
      tx.record({ type: 'printer.paper_changed', subject: device, version: 1, origin, data: {} })
      showPaper(tx, device, null)
      return { done: true as const }
    }),
  )
}
