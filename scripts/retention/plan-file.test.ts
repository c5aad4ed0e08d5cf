import { readFileSync } from 'node:fs'
import type { Instant } from '@counter/shared/vocabulary/time'
import { expect, test } from 'vitest'
import { startHall } from '../../counter-server/test/app.ts'
import { act, receive } from '../../counter-server/test/case-files.ts'
import { copyStore } from '../verify/store-copy.ts'
import { planOfFile } from './plan-file.ts'

test('[C1501] a dry run counts what ended ten years ago, in a file without its keys, and changes no byte of it', async () => {
  const hall = await startHall()
  const clerk = await hall.clerkAt(1)
  for (const name of ['ended', 'open']) {
    const { case: found } = await receive(clerk, 'LY-001')
    if (name === 'ended') await act(clerk, found.row.id, 'withdraw', { reason: '不办了' })
  }
  const file = await copyStore(hall)
  const before = readFileSync(file)
  const countOf = (at: string) => planOfFile(file, at as Instant).cases.count
  // It ended on 12 June 2026 at 01:40:00.000Z; that very moment ten years later is not yet over.
  expect(countOf('2036-06-12T01:40:00.000Z')).toBe(0)
  expect(countOf('2036-06-12T01:40:00.001Z')).toBe(1)
  expect(readFileSync(file).equals(before)).toBe(true)
})
