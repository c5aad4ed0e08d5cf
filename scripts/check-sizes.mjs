/** The budgets of the pages (K54): what each loads before it shows anything, packed by gzip. Runs after the build. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
// @ts-expect-error: the plugin brings no types.
import filePlugin from '@size-limit/file'
import sizeLimit from 'size-limit'
import { ROOT } from './steps/run.mjs'

const KIOSK = join(ROOT, 'kiosk-ui/dist')
const CLERK = join(ROOT, 'clerk-ui/dist')
const KIB = 1024

const BUDGETS = [
  {
    name: 'phone, a ticket',
    kib: 120,
    files: () => [...named(KIOSK, 'phone.html'), ...chunk(KIOSK, 'track-entry')],
  },
  {
    name: 'phone, a booking',
    kib: 120,
    files: () => [...named(KIOSK, 'phone.html'), ...chunk(KIOSK, 'book-entry')],
  },
  {
    name: 'phone, a photo',
    kib: 120,
    files: () => [...named(KIOSK, 'phone.html'), ...chunk(KIOSK, 'photo-entry')],
  },
  // A kiosk opens its first page, a wall its rows; the other of the two, and what follows a touch, is not waited for.
  {
    name: 'kiosk',
    kib: 170,
    files: () => [...named(KIOSK, 'index.html'), ...chunk(KIOSK, 'kiosk-screen')],
  },
  {
    name: 'wall',
    kib: 170,
    files: () => [...named(KIOSK, 'index.html'), ...chunk(KIOSK, 'wall-screen')],
  },
  { name: 'clerk entry', kib: 380, files: () => named(CLERK, 'index.html') },
  { name: 'village shell', kib: 420, files: () => named(CLERK, 'village.html') },
]

for (const { name, kib, files } of BUDGETS) await check(name, kib, withImports(files()))
await check('chart chunk', 190, chunk(CLERK, 'bar-picture'))

/** @param {string} name @param {number} kib @param {readonly string[]} files */
async function check(name, kib, files) {
  const [measured] = /** @type {{ size?: number }[]} */ (
    await sizeLimit([filePlugin], { checks: [{ files, gzip: true }] })
  )
  const size = (measured?.size ?? 0) / KIB
  const holds = size > 0 && size <= kib
  console.log(
    `${holds ? 'ok  ' : 'OVER'} ${name.padEnd(18)} ${size.toFixed(1).padStart(6)} of ${kib} KB, ${files.length} files`,
  )
  if (!holds) process.exitCode = 1
}

/** The scripts and styles that a built page names. @param {string} dist @param {string} html */
function named(dist, html) {
  const text = readFileSync(join(dist, html), 'utf8')
  const files = [...text.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, file]) =>
    join(dist, String(file)),
  )
  // A budget that finds nothing would pass for ever.
  if (files.length === 0) throw new Error(`${html} names no file`)
  return files
}

/**
 * What an entry asks for at once, or what has a budget of its own: the scripts and styles of that name.
 * @param {string} dist @param {string} name
 */
function chunk(dist, name) {
  const folder = readdirSync(dist).find((each) => each.startsWith('assets-')) ?? ''
  const pattern = new RegExp(`^${name}-[\\w-]{8}\\.(js|css)$`)
  const found = readdirSync(join(dist, folder)).filter((file) => pattern.test(file))
  if (!found.some((file) => file.endsWith('.js'))) throw new Error(`no chunk is called ${name}`)
  return found.map((file) => join(dist, folder, file))
}

/** With what the scripts import; what they only ask for later is not waited for. @param {readonly string[]} files */
function withImports(files) {
  const all = new Set(files)
  for (const file of all) {
    if (!existsSync(file)) throw new Error(`${file} is missing`)
    if (!file.endsWith('.js')) continue
    const text = readFileSync(file, 'utf8')
    for (const [, imported] of text.matchAll(/(?:from|import)\s?["']\.\/([^"']+\.js)["']/g))
      all.add(join(dirname(file), basename(String(imported))))
  }
  return [...all]
}
