import { describe, expect, test } from 'vitest'
import { startHall } from './app.ts'

describe('an address that does not exist', () => {
  test('[N4] shows a person the doors in words, and tells a program its refusal', async () => {
    const hall = await startHall()
    const ask = (accept: string) =>
      hall.server.counter.app.inject({ method: 'GET', url: '/desk/whatever', headers: { accept } })
    const page = await ask('text/html')
    expect(page.statusCode).toBe(404)
    expect(page.body).toContain('没有这个页面')
    expect(page.body).toContain('href="/kiosk"')
    expect((await ask('application/json')).json()).toMatchObject({ code: 'request.not_found' })
  })
})
