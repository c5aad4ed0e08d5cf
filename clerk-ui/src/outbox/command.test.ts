import { VillageHeader } from '@counter/shared/contract/village'
import type { CaseId, CommandId, StaffId, VillageCode } from '@counter/shared/vocabulary/ids'
import type { PayloadSalt } from '@counter/shared/vocabulary/payload-salt'
import type { Instant } from '@counter/shared/vocabulary/time'
import { describe, expect, test } from 'vitest'
import { freeze } from './command.ts'
import { newCommandMark } from './command-mark.ts'
import { sha256Hex } from './hash.ts'

const place = {
  id: '0190aaaa-0000-7000-8000-000000000001' as CommandId,
  salt: 'AAECAwQFBgcICQoLDA0ODw' as PayloadSalt,
  authorId: '0190cccc-0000-7000-8000-000000000001' as StaffId,
  caseId: '0190bbbb-0000-7000-8000-000000000001' as CaseId,
  pointId: '05' as VillageCode,
  capturedAt: '2026-06-12T01:40:00.000Z' as Instant,
}
const supplied = { type: 'material.receive', payload: { note: 'n', materials: ['身份证'] } } as const
const facts = { ...supplied, payload: { ...supplied.payload, materials: [...supplied.payload.materials] } }

describe('a frozen command', () => {
  test('[V29] has a header that the centre reads', async () => {
    const { header } = await freeze({ type: 'note.add', payload: { text: '口头委托' } }, [], place)
    const placed = { ...header, seq: 1, after: null }
    expect(VillageHeader.parse(placed)).toEqual(placed)
  })

  test('[V29] carries SHA-256 of the canonical JSON of its payload with the salt in it, and no salt beside the hash', async () => {
    const { header, payload } = await freeze(facts, [], place)
    const text = '{"materials":["身份证"],"note":"n","salt":"AAECAwQFBgcICQoLDA0ODw"}'
    expect(header.payloadHash).toBe(await sha256Hex(text))
    expect(payload).toEqual({ ...facts.payload, salt: place.salt })
    expect(JSON.stringify(header)).not.toContain(place.salt)
  })

  test('[V29, V50] has the same hash when it is pressed twice, and another one when the same words are said anew', async () => {
    const hashOf = async (mark: object) => (await freeze(facts, [], { ...place, ...mark })).header.payloadHash
    const [first, other] = [newCommandMark(), newCommandMark()]
    expect(await hashOf(first)).toBe(await hashOf(first))
    expect(await hashOf(first)).not.toBe(await hashOf(other))
  })

  test('[V67] has files addressed by the hash of their content', async () => {
    expect(await sha256Hex(new Uint8Array())).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    )
  })
})
