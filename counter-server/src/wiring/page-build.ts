import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Which build the pages are: one that hears another reloads when nobody is typing (N1). */
export function buildOf(pages: { readonly kiosk: string; readonly clerk: string }): string {
  const hash = createHash('sha256')
  for (const file of [
    join(pages.kiosk, 'index.html'),
    join(pages.kiosk, 'phone.html'),
    join(pages.kiosk, 'rate.html'),
    join(pages.clerk, 'index.html'),
    join(pages.clerk, 'village.html'),
  ]) {
    if (existsSync(file)) hash.update(readFileSync(file))
  }
  return hash.digest('hex').slice(0, 12)
}
