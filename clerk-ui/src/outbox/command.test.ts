import { VillageHeader } from '@counter/shared/contract/village'
import type { CaseId, CommandId, VillageCode } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { describe, expect, test } from 'vitest'
import { headerOf } from './command.ts'
import { sha256Hex } from './hash.ts'

const place = {
  id: '0190aaaa-0000-7000-8000-000000000001' as CommandId,
  caseId: '0190bbbb-0000-7000-8000-000000000001' as CaseId,
  pointId: '05' as VillageCode,
  capturedAt: '2026-06-12T01:40:00.000Z' as Instant,
}

describe('a frozen command', () => {
  test('[V29] has a header that the centre reads', async () => {
    const header = await headerOf({ type: 'note.add', payload: { text: '口头委托' } }, [], place)
    const placed = { ...header, seq: 1, after: null }
    expect(VillageHeader.parse(placed)).toEqual(placed)
  })

  test('[V29] carries SHA-256 of the canonical JSON of its payload', async () => {
    const header = await headerOf(
      { type: 'material.receive', payload: { note: 'n', materials: ['身份证'] } },
      [],
      place,
    )
    expect(header.payloadHash).toBe(await sha256Hex('{"materials":["身份证"],"note":"n"}'))
  })

  test('[V67] has files addressed by the hash of their content', async () => {
    expect(await sha256Hex(new Uint8Array())).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    )
  })
})
