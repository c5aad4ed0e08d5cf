import { expect } from 'vitest'
import type { Caller } from './app.ts'

/** What a letter of somebody with a name is sent with, unless the test says otherwise. */
export const A_CALL = {
  channel: 'phone',
  topic: 'help',
  isAboutStaff: false,
  name: '示例甲',
  phone: '19900000001',
  address: '上河村三组',
  text: '村口路灯三天没亮',
}

/** A command that must go well; its answer. */
export async function done(caller: Caller, url: string, body: object = {}) {
  const answer = await caller.command(url, body)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}
