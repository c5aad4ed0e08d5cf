import type { VillageHeader } from '@counter/shared/contract/village'
import type { VillageCode } from '@counter/shared/vocabulary/ids'
import { describe, expect, test } from 'vitest'
import { judge } from './judge.ts'
import type { CentreRecord, Ledger } from './ledger.ts'
import { LIES } from './lies.ts'
import type { Kept } from './phone-words.ts'

const VILLAGE = '05' as VillageCode

// Two residents with two notes each, as a phone was told that they are kept and as an honest centre has them.
function kept(id: string, type: VillageHeader['type'], person: string): Kept {
  const files = type === 'case.register' ? [{ sha256: `photo-${person}` }] : []
  const number = type === 'case.register' ? `number-${person}` : null
  return { header: { id, type, caseId: person, files, number } as unknown as VillageHeader, payload: {} }
}

const submitted = ['甲', '乙'].map((person) => ({
  village: VILLAGE,
  kept: [
    kept(`register-${person}`, 'case.register', person),
    kept(`first-${person}`, 'note.add', person),
    kept(`second-${person}`, 'note.add', person),
  ],
}))
const all = submitted.flatMap((each) => each.kept)

const ledger: Ledger = {
  submitted,
  ends: new Map([
    [
      VILLAGE,
      {
        stubs: all.map(({ header: { id, number = null } }) => ({ id, number })),
        sent: {},
        duplicates: [],
        longestSendingMs: 0,
      },
    ],
  ]),
}

const honest: CentreRecord = {
  cases: ['甲', '乙'].map((person) => ({ id: person, number: `number-${person}` })),
  events: ['甲', '乙'].flatMap((person) => [
    { case: person, command: `register-${person}`, type: 'case.registered' },
    { case: person, command: `register-${person}`, type: 'case.received' },
    { case: person, command: `first-${person}`, type: 'case.noted' },
    { case: person, command: `second-${person}`, type: 'case.noted' },
  ]),
  receipts: all.map(({ header: { id } }) => ({ village: VILLAGE, command: id, hash: `hash-${id}` })),
  hashOf: ({ header }) => `hash-${header.id}`,
  aliases: [],
  logBook: ['甲', '乙'].map((person) => ({ case: person })),
  photos: ['甲', '乙'].map((person) => ({
    case: person,
    sha256: `photo-${person}`,
    stored: `photo-${person}`,
  })),
}

describe('the judge of the bad line', () => {
  test('[V99] finds nothing in a record that has all that was kept, once', () => {
    expect(judge(ledger, honest)).toEqual([])
  })

  test.each(Object.entries(LIES))('[V99] finds that %s', (_name, { fault, tell }) => {
    expect(judge(ledger, tell(honest)).map((found) => found.fault)).toContain(fault)
  })

  test('[V99] finds a slip that leads nowhere, and takes one that is kept as an alias', () => {
    const cases = honest.cases.map((each) => (each.id === '甲' ? { ...each, number: 'other' } : each))
    const ends = new Map([
      [VILLAGE, { ...(ledger.ends.get(VILLAGE) as never as object), stubs: [] } as never],
    ])
    const renamed = { ...honest, cases }
    const ofNumbers = (record: CentreRecord) =>
      judge({ ...ledger, ends }, record).filter(({ fault }) => fault === 'number')
    expect(ofNumbers(renamed)).toHaveLength(1)
    expect(ofNumbers({ ...renamed, aliases: [{ alias: 'number-甲', case: '甲' }] })).toEqual([])
  })
})
