/**
 * Makes `sw-village.js` beside the built pages (K43): `node build-worker.mjs dist`. It knows the village's page with
 * everything that page may ever load, and nothing of the staff's other screens.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateSW } from 'workbox-build'

const [, , out = 'dist'] = process.argv
const folder = join(import.meta.dirname, out)
const page = readFileSync(join(folder, 'village.html'))

/** @typedef {{ file: string, imports?: string[], dynamicImports?: string[], css?: string[], assets?: string[] }} Chunk */

/** @type {Record<string, Chunk>} */
const chunks = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'))

/** The files of an entry with all that it imports, at once or later. @param {string} entry */
function filesOf(entry) {
  const names = new Set([entry])
  const files = new Set()
  for (const name of names) {
    const { file, imports = [], dynamicImports = [], css = [], assets = [] } = chunks[name] ?? {}
    for (const each of [file, ...css, ...assets]) if (each !== undefined) files.add(each)
    for (const each of [...imports, ...dynamicImports]) names.add(each)
  }
  return [...files]
}

const { warnings, count } = await generateSW({
  swDest: join(folder, 'sw-village.js'),
  globDirectory: folder,
  globPatterns: [...filesOf('village.html'), 'village.webmanifest', 'village-*.png'],
  modifyURLPrefix: { '': '/' },
  // These names carry the hash of their content.
  dontCacheBustURLsMatching: /^\/?assets-clerk\//,
  additionalManifestEntries: [{ url: '/village', revision: createHash('sha256').update(page).digest('hex') }],
  // Every address of the village is the one page, so none is white without a network (V82). What the page and the API
  // say is left alone: the page keeps its own book.
  navigateFallback: '/village',
  navigateFallbackAllowlist: [/^\/village(\/|$)/],
  inlineWorkboxRuntime: true,
  sourcemap: false,
  // The old page stays until nobody is in the middle of something (V83).
  skipWaiting: false,
  clientsClaim: true,
  cleanupOutdatedCaches: true,
})
if (warnings.length > 0) throw new Error(warnings.join('\n'))
if (count < 6) throw new Error(`the worker keeps only ${count} files; the village's page was not built`)
