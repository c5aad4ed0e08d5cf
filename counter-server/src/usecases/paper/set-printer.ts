import type { DeviceId } from '@counter/shared/vocabulary/ids'
import { isOwnNetwork } from '../../domain/paper/printer-address.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findHallWindowNames } from '../../store/hall.ts'
import type { Origin } from '../../store/origin.ts'
import { type DeviceRow, findDevice, findDevices } from '../../store/people.ts'
import {
  findPrinters,
  type PrinterPlace,
  type PrinterRow,
  placeKey,
  savePrinter,
} from '../../store/printers.ts'
import { once } from '../../store/receipts.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'

export interface SetPrinter {
  readonly origin: Origin
  readonly place: PrinterPlace
  readonly printer: PrinterRow
}

/** An administrator says where the papers of a kiosk or a desk come out. Refuses `printer.address`, `device.not_enrolled`, `window.not_found`. */
export function setPrinter(deps: Deps, { origin, place, printer }: SetPrinter): Promise<{ done: true }> {
  const subject = placeKey(place)
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'printer.set', subject, content: { place, printer } }, () => {
      requirePlace(tx, place)
      if (printer.kind === 'network' && !isOwnNetwork(printer.host ?? ''))
        throw new Refusal('printer.address')
      savePrinter(tx, place, printer)
      tx.record({ type: 'printer.set', subject, version: 1, origin, data: { ...printer } })
      return { done: true as const }
    }),
  )
}

function requirePlace(tx: Tx, place: PrinterPlace): void {
  if ('device' in place) {
    const device = findDevice(tx, place.device as DeviceId)
    if (device?.kind !== 'kiosk' || device.revokedAt !== null) throw new Refusal('device.not_enrolled')
  } else if (!findHallWindowNames(tx).some(({ window }) => window === place.window))
    throw new Refusal('window.not_found')
}

/** One place that may have a printer, as the list of the administrator shows it. */
export interface PlaceOfPrinter {
  readonly place: PrinterPlace
  readonly name: string
  readonly printer: PrinterRow | null
  readonly device: DeviceRow | null
}

/** Every kiosk and every desk with its printer. */
export function readPrinters({ store }: Deps): PlaceOfPrinter[] {
  return store.read((tx) => {
    const known = findPrinters(tx)
    const of = (place: PrinterPlace) => known.get(placeKey(place)) ?? null
    const kiosks = findDevices(tx)
      .filter(({ kind }) => kind === 'kiosk')
      .map((device) => ({
        place: { device: device.id },
        name: device.name,
        printer: of({ device: device.id }),
        device,
      }))
    const desks = findHallWindowNames(tx).map(({ window, name }) => ({
      place: { window },
      name,
      printer: of({ window }),
      device: null,
    }))
    return [...kiosks, ...desks]
  })
}
