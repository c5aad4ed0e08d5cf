import { afterEach, expect, test, vi } from 'vitest'
import { knock } from './village-wire.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

/** The network between this page and whoever answers it. */
function answeredBy(answer: () => Promise<Response>) {
  const network = vi.fn((_path: string, _init: RequestInit) => answer())
  vi.stubGlobal('fetch', network)
  return network
}

test('[V43] the question whether the centre is there carries no session and is answered by no store of the browser', async () => {
  const network = answeredBy(async () => Response.json({ ok: true }))
  expect(await knock()).toBe(true)
  const [path, init] = network.mock.calls[0] ?? []
  expect(path).toBe('/health/live')
  expect(init).toMatchObject({ credentials: 'omit', cache: 'no-store' })
  expect(init?.body).toBeUndefined()
})

test.each([
  ['the page of another network', async () => new Response('<html>请登录</html>', { status: 200 })],
  ['another machine’s JSON', async () => Response.json({ ok: 'yes' })],
  ['a fault', async () => Response.json({ ok: true }, { status: 503 })],
  ['silence', () => Promise.reject(new TypeError('Failed to fetch'))],
] as const)('[V43, V47] %s is no word of the centre', async (_what, answer) => {
  answeredBy(answer)
  expect(await knock()).toBe(false)
})
