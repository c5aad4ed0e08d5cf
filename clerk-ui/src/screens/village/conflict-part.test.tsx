// @vitest-environment happy-dom
import type { CommandId } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { memoryDevice, memoryDisk } from '../../outbox/memory-disk.fixture.ts'
import { show } from '../../test/village-fixture.tsx'
import { startVillageWords } from '../../text/village-words.ts'
import { ConflictPart } from './conflict-part.tsx'
import { sendFrom } from './village-outbox.ts'

const ID = '0190aaaa-0000-7000-8000-0000000000e1' as CommandId

beforeAll(startVillageWords)
afterEach(cleanup)

test('[V73] both words stand side by side: the centre’s with who and when, and the agent’s own', async () => {
  const disk = { ...memoryDisk(), formOf: async () => ({ typed: { phone: '19900000002' } }) }
  const at = '2026-06-12T01:40:00.000Z' as Instant
  await disk.keepConflicts(ID, {
    caseRev: 5,
    fields: [
      { field: 'phone', theirs: '199****0003', by: '1号窗口值班员', at },
      { field: 'address', theirs: '', by: '1号窗口值班员', at },
    ],
  })
  sendFrom(disk, memoryDevice(1))
  show(<ConflictPart id={ID} />)
  expect(await screen.findByText('199****0003')).toBeTruthy()
  expect(screen.getAllByText('1号窗口值班员 · 6月12日（周五）9:40')).toHaveLength(2)
  expect(screen.getByText('您的（电话）')).toBeTruthy()
  expect(screen.getByText('19900000002')).toBeTruthy()
  expect(screen.getByText('没有')).toBeTruthy()
})
