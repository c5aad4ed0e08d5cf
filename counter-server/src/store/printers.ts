import type { PaperWidth, PrinterKind } from '@counter/shared/vocabulary/paper'
import { eq } from 'drizzle-orm'
import { printer } from './schema/paper.ts'
import type { Tx } from './tx.ts'

/** Where a printer stands: at a kiosk or at the desk of a window. */
export type PrinterPlace = { readonly device: string } | { readonly window: number }

export interface PrinterRow {
  readonly kind: PrinterKind
  readonly host: string | null
  readonly port: number | null
  readonly width: PaperWidth
}

/** `device:ID` or `window:3`, the key of a place. */
export function placeKey(place: PrinterPlace): string {
  return 'device' in place ? `device:${place.device}` : `window:${place.window}`
}

const columns = { kind: printer.kind, host: printer.host, port: printer.port, width: printer.width }

export function findPrinter(tx: Tx, place: PrinterPlace): PrinterRow | undefined {
  return tx.query
    .select(columns)
    .from(printer)
    .where(eq(printer.place, placeKey(place)))
    .get()
}

/** Every printer that somebody has set, by its place. */
export function findPrinters(tx: Tx): Map<string, PrinterRow> {
  const rows = tx.query
    .select({ place: printer.place, ...columns })
    .from(printer)
    .limit(200)
    .all()
  return new Map(rows.map(({ place, ...row }) => [place, row]))
}

export function savePrinter(tx: Tx, place: PrinterPlace, row: PrinterRow): void {
  const key = placeKey(place)
  const ends = 'device' in place ? { device: place.device } : { window: place.window }
  tx.query
    .insert(printer)
    .values({ place: key, ...ends, ...row })
    .onConflictDoUpdate({ target: printer.place, set: row })
    .run()
}
