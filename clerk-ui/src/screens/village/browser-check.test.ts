import { describe, expect, test } from 'vitest'
import { browserProblem } from './browser-check.ts'

const CHROME = 'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36'
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile Safari/604.1'

function browserOf(userAgent: string, more: object = {}) {
  const browser = {
    isSecureContext: true,
    indexedDB: {},
    IDBTransaction: { prototype: { durability: 'strict' } },
    crypto: { subtle: {} },
    navigator: { userAgent, locks: {}, serviceWorker: {} },
    ...more,
  }
  return browserProblem(browser as unknown as Window & typeof globalThis)
}

describe('[V85] the browser of a village point', () => {
  test('is taken when it has all that keeps a case safe', () => {
    expect(browserOf(CHROME)).toBeNull()
  })

  test.each([
    ['the web view of WeChat', `${CHROME} MicroMessenger/8.0.49`, {}, 'wechat'],
    ['a page without TLS', CHROME, { isSecureContext: false }, 'insecure'],
    ['no strict durability', CHROME, { IDBTransaction: { prototype: {} } }, 'old'],
    ['no Web Locks', CHROME, { navigator: { userAgent: CHROME, serviceWorker: {} } }, 'old'],
    ['no service worker', CHROME, { navigator: { userAgent: CHROME, locks: {} } }, 'old'],
    ['no WebCrypto', CHROME, { crypto: {} }, 'old'],
    ['an iPhone outside its home screen', IPHONE, {}, 'home_screen'],
  ] as const)('%s is told what to do', (_name, userAgent, more, problem) => {
    expect(browserOf(userAgent, more)).toBe(problem)
  })

  test('an iPhone from its home screen is taken', () => {
    const navigator = { userAgent: IPHONE, locks: {}, serviceWorker: {}, standalone: true }
    expect(browserOf(IPHONE, { navigator })).toBeNull()
  })
})
