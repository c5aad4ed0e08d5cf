import type { DeviceId } from '@counter/shared/vocabulary/ids'
import type { PaperWidth, PrinterKind } from '@counter/shared/vocabulary/paper'
import { Refusal } from '../../domain/refusal.ts'
import { findDevice } from '../../store/people.ts'
import { findPrinter, type PrinterPlace } from '../../store/printers.ts'
import { findSetting } from '../../store/settings.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import type { PrinterAddress } from './paper-printer.ts'

/** What a screen must know to draw its paper; where the printer listens stays with the server. */
export interface OwnPrinter {
  readonly kind: PrinterKind
  readonly width: PaperWidth
  /** ⚙ `slip.matter`: the matter stands on the paper; off, because a paper gets lost (U30). */
  readonly showsMatter: boolean
  readonly hasNoPaper: boolean
}

/** The printer of a place; nobody has set one: the browser prints on 80 mm. A clerk without a window has no place. */
export function readOwnPrinter({ store }: Deps, place: PrinterPlace | null): OwnPrinter {
  return store.read((tx) => {
    const { kind, width } = (place === null ? undefined : findPrinter(tx, place)) ?? BY_BROWSER
    const device = place !== null && 'device' in place ? findDevice(tx, place.device as DeviceId) : undefined
    const hasNoPaper = device?.problem === 'paper'
    return { kind, width, showsMatter: findSetting(tx, 'slip.matter'), hasNoPaper }
  })
}

const BY_BROWSER = { kind: 'browser', width: 80 } as const

/** Where the network printer of a place listens. Refuses `printer.none`. */
export function requireNetworkPrinter(
  tx: Tx,
  place: PrinterPlace | null,
): { readonly address: PrinterAddress; readonly width: PaperWidth } {
  const row = place === null ? undefined : findPrinter(tx, place)
  if (row === undefined || row.host === null || row.port === null) throw new Refusal('printer.none')
  return { address: { host: row.host, port: row.port }, width: row.width }
}
