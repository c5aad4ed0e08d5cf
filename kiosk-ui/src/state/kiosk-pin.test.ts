// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest'
import { checkPin } from './kiosk-pin.ts'

const PIN = '246813'

function serverSays(status: number, body: object): void {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(body), { status })))
}

function noServer(): void {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
}

beforeEach(() => localStorage.clear())

test('[P16] without a network a PIN that was never proved here is not guessed at, and says so', async () => {
  noServer()
  expect(await checkPin(PIN)).toEqual({ is: 'unknown_offline' })
})

test('[P16] the PIN that opened the page opens it without a network too; five wrong ones make it wait', async () => {
  serverSays(200, { done: true })
  expect(await checkPin(PIN)).toEqual({ is: 'right' })
  expect(JSON.stringify({ ...localStorage })).not.toContain(PIN)
  noServer()
  expect(await checkPin(PIN)).toEqual({ is: 'right' })
  for (let tries = 0; tries < 5; tries += 1)
    expect(await checkPin('000000')).toMatchObject({ is: 'refused', code: 'pin.wrong' })
  expect(await checkPin(PIN)).toMatchObject({ is: 'refused', code: 'session.wait' })
})

test('[P16] what the server refuses is refused, whatever opened the page before', async () => {
  serverSays(200, { done: true })
  await checkPin(PIN)
  serverSays(409, { code: 'pin.wrong', params: {}, message: '' })
  expect(await checkPin(PIN)).toMatchObject({ is: 'refused', code: 'pin.wrong' })
})
