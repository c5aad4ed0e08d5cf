/**
 * Makes `sw-kiosk.js` beside the built kiosk (K43): `node build-worker.mjs dist`. Apart from Vite, because the pages
 * are built as two environments and the worker must know only what the kiosk's page needs.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateSW } from 'workbox-build'

const [, , out = 'dist'] = process.argv
const folder = join(import.meta.dirname, out)
const page = createHash('sha256')
  .update(readFileSync(join(folder, 'index.html')))
  .digest('hex')

/**
 * The page from the server; after three seconds of silence, or a fault of whatever stands between, the kept one with the
 * header and nonce it came with. Written into the worker as text, so it knows nothing of this file.
 * @param {{ request: Request }} asked
 */
async function pageOrKept({ request }) {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(3000) })
    if (answer.status < 500) return answer
    throw new Error('no page')
  } catch {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      const kept = (await cache.keys()).find(({ url }) => url.includes('/kiosk?kept'))
      const page = kept && (await cache.match(kept))
      if (page) return page
    }
    return Response.error()
  }
}

const { warnings, count } = await generateSW({
  swDest: join(folder, 'sw-kiosk.js'),
  globDirectory: folder,
  globPatterns: ['assets-kiosk/*.{js,css,woff2}'],
  globIgnores: ['assets-kiosk/phone-*', 'assets-kiosk/wall-screen-*', 'assets-kiosk/replay-screen-*'],
  modifyURLPrefix: { 'assets-kiosk/': '/assets-kiosk/' },
  // These names carry the hash of their content.
  dontCacheBustURLsMatching: /^\/assets-kiosk\//,
  // Another address than the page's own, which is always asked of the server first.
  additionalManifestEntries: [{ url: '/kiosk?kept', revision: page }],
  // What the page and the API say is never kept by the worker: the page keeps its own copies and its own book.
  runtimeCaching: [
    {
      urlPattern: ({ request, url }) => request.mode === 'navigate' && url.pathname === '/kiosk',
      handler: pageOrKept,
    },
  ],
  inlineWorkboxRuntime: true,
  sourcemap: false,
  skipWaiting: true,
  clientsClaim: true,
  cleanupOutdatedCaches: true,
})
if (warnings.length > 0) throw new Error(warnings.join('\n'))
if (count < 10) throw new Error(`the worker keeps only ${count} files; the kiosk was not built`)
