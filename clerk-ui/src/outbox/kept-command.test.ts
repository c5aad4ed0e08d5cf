import type { VillageHeader } from '@counter/shared/contract/village'
import type { CommandId, StaffId } from '@counter/shared/vocabulary/ids'
import { expect, test } from 'vitest'
import { stubOf } from './kept-command.ts'
import { newItem } from './outbox.ts'

const header = { id: 'a' as CommandId, payloadHash: '0'.repeat(64), files: [] } as unknown as VillageHeader

test('[V56] what the centre lost stays marked when its item changes once more', () => {
  const item = newItem({ header, author: 's1' as StaffId, title: '', slip: null }, 7)
  const first = stubOf(item, undefined)
  expect(first.isMissing).toBe(false)
  expect(stubOf({ ...item, photos: [] }, { ...first, isMissing: true }).isMissing).toBe(true)
})
