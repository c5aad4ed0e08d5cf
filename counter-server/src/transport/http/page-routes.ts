import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { doorsPage } from './doors-page.ts'

/** Where the built screens lie. */
export interface Pages {
  readonly kiosk: string
  readonly clerk: string
}

const PAGES = [
  { files: (pages: Pages) => join(pages.kiosk, 'index.html'), urls: ['/kiosk', '/wall', '/wall/replay'] },
  {
    files: (pages: Pages) => join(pages.kiosk, 'phone.html'),
    urls: ['/t', '/c', '/guide/:code', '/book', '/rate', '/say', '/photo', '/points'],
  },
  { files: (pages: Pages) => join(pages.kiosk, 'rate.html'), urls: ['/rate/window'] },
  {
    files: (pages: Pages) => join(pages.clerk, 'index.html'),
    urls: [
      '/desk',
      '/cases/:id',
      '/board',
      '/unit',
      '/my-day',
      '/hand-over',
      '/supervise',
      '/supervise/ratings',
      '/visits',
      '/exports',
      '/supervise/log-book',
      '/supervise/points',
      '/call-backs',
      '/sign',
      '/results',
      '/letters',
      '/letters/:page',
      '/reports',
      '/reports/cases',
      '/greet',
      '/greet/paper',
      '/admin/:page',
      '/admin/items/:code',
      '/admin/wordings/:kind',
    ],
  },
  { files: (pages: Pages) => join(pages.clerk, 'village.html'), urls: ['/village', '/village/*'] },
] as const

/** A worker has a policy of its own: it runs nothing and asks nobody but this server (K42). */
const WORKER_HEADERS = {
  'cache-control': 'no-cache',
  'content-security-policy': "default-src 'none'; connect-src 'self'; script-src 'self'",
}

/** What a phone asks for to put the village's page beside its apps (V82). */
const INSTALL_FILES = [
  ['village.webmanifest', 'application/manifest+json; charset=utf-8'],
  ['village-192.png', 'image/png'],
  ['village-512.png', 'image/png'],
] as const

/** Serves the screens: one page file per entry, a fresh nonce per answer (K42), assets by content hash. */
export async function pageRoutes(app: FastifyInstance, pages: Pages): Promise<void> {
  for (const { files, urls } of PAGES) {
    const file = files(pages)
    if (!existsSync(file)) throw new Error(`the screens are not built: ${file}`)
    const html = readFileSync(file, 'utf8')
    for (const url of urls)
      app.get(url, { schema: { hide: true } }, async (_request, reply) => sendPage(reply, html))
  }
  sendWorker(app, join(pages.kiosk, 'sw-kiosk.js'), '/kiosk')
  sendWorker(app, join(pages.clerk, 'sw-village.js'), '/village')
  for (const [name, type] of INSTALL_FILES) sendFile(app, join(pages.clerk, name), type)
  app.get('/', { schema: { hide: true } }, async (_request, reply) => sendPage(reply, doorsPage(null)))
  await app.register(fastifyStatic, {
    root: join(pages.kiosk, 'assets-kiosk'),
    prefix: '/assets-kiosk/',
    immutable: true,
    maxAge: '365d',
  })
  await app.register(fastifyStatic, {
    root: join(pages.clerk, 'assets-clerk'),
    prefix: '/assets-clerk/',
    immutable: true,
    maxAge: '365d',
    decorateReply: false,
  })
  await app.register(fastifyStatic, {
    root: join(pages.kiosk, 'voice'),
    prefix: '/voice/',
    maxAge: '1h',
    decorateReply: false,
  })
}

// Always asked anew, or a device would stay with an old build (K43).
function sendWorker(app: FastifyInstance, file: string, scope: string): void {
  const worker = readFileSync(file, 'utf8')
  const headers = { ...WORKER_HEADERS, 'service-worker-allowed': scope }
  app.get(`/${basename(file)}`, { schema: { hide: true } }, async (_request, reply) =>
    reply.headers(headers).type('text/javascript; charset=utf-8').send(worker),
  )
}

function sendFile(app: FastifyInstance, file: string, type: string): void {
  const content = readFileSync(file)
  app.get(`/${basename(file)}`, { schema: { hide: true } }, async (_request, reply) =>
    reply.header('cache-control', 'no-cache').type(type).send(content),
  )
}

function sendPage(reply: FastifyReply, html: string): FastifyReply {
  const nonce = randomBytes(16).toString('base64')
  return reply
    .headers(pageHeaders(nonce))
    .type('text/html; charset=utf-8')
    .send(html.replaceAll('CSP_NONCE', nonce))
}

function pageHeaders(nonce: string): Record<string, string> {
  const policy = [
    "default-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    `script-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ]
  return { 'content-security-policy': policy.join('; '), 'cache-control': 'no-store' }
}
