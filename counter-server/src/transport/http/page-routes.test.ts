import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import Fastify from 'fastify'
import { afterEach, expect, test } from 'vitest'
import { pageRoutes } from './page-routes.ts'

const SCREENS = new URL('../../../../clerk-ui/src/routes.tsx', import.meta.url)
const FILES = [
  'kiosk/index.html',
  'kiosk/phone.html',
  'kiosk/rate.html',
  'kiosk/sw-kiosk.js',
  'kiosk/assets-kiosk/none.js',
  'clerk/index.html',
  'clerk/village.html',
  'clerk/sw-village.js',
  'clerk/village.webmanifest',
  'clerk/village-192.png',
  'clerk/village-512.png',
  'clerk/assets-clerk/none.js',
]
const folders: string[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

function buildPages(): { readonly kiosk: string; readonly clerk: string } {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'))
  folders.push(folder)
  for (const name of FILES) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), name)
  }
  return { kiosk: join(folder, 'kiosk'), clerk: join(folder, 'clerk') }
}

test('every page of the staff opens by its address too, as after a reload', async () => {
  const paths = [...readFileSync(SCREENS, 'utf8').matchAll(/<Route path="([^"]+)"/g)].map(
    ([, path]) => path ?? '',
  )
  expect(paths).toContain('/hand-over')
  const app = Fastify()
  await pageRoutes(app, buildPages())
  const unknown: string[] = []
  for (const path of paths.filter((each) => each !== '/')) {
    const { statusCode, body } = await app.inject(path.replaceAll(/:\w+/g, 'x'))
    if (statusCode !== 200 || body !== 'clerk/index.html') unknown.push(path)
  }
  await app.close()
  expect(unknown).toEqual([])
})
