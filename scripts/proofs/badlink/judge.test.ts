import type { VillageHeader } from '@counter/shared/contract/village'
import type { CommandId, VillageCode } from '@counter/shared/vocabulary/ids'
import { describe, expect, test } from 'vitest'
import { judge } from './judge.ts'
import type { CentreRecord, Ledger } from './ledger.ts'
import { LIES } from './lies.ts'
import { DEATHS, type Kept } from './phone-words.ts'
import { whyVoid } from './strength.ts'

const VILLAGE = '05' as VillageCode

// Two residents with two notes each, as a phone was told that they are kept and as an honest centre has them.
function kept(id: string, type: VillageHeader['type'], person: string): Kept {
  const files = type === 'case.register' ? [{ sha256: `photo-${person}` }] : []
  const number = type === 'case.register' ? `number-${person}` : null
  return { header: { id, type, caseId: person, files, number } as unknown as VillageHeader }
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
        duplicates: [],
        longestSendingMs: 0,
      },
    ],
  ]),
  wakings: [{ village: VILLAGE, written: null, frozen: [], found: { drafts: [], frozen: [] } }],
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

  test.each(Object.entries(LIES))('[V99] finds that %s', (_name, { fault, ...lie }) => {
    const found = 'tell' in lie ? judge(ledger, lie.tell(honest)) : judge(lie.claim(ledger), honest)
    expect(found.map((each) => each.fault)).toContain(fault)
  })

  test('[V28, V99] takes a killed page that left its form, and one that left its command', () => {
    const written = 'note' as CommandId
    const waking = { village: VILLAGE, written, frozen: [] }
    const wakings = [
      { ...waking, found: { drafts: [written], frozen: [] } },
      { ...waking, found: { drafts: [], frozen: [written] } },
    ]
    expect(judge({ ...ledger, wakings }, honest)).toEqual([])
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

describe('the strength of a run', () => {
  const link = {
    exchanges: 99,
    lostBefore: 2,
    lostAfter: 2,
    answersLost: 9,
    requestsTorn: 1,
    answersTorn: 1,
    holes: 1,
  }
  const strong = { link, kills: 1, deaths: DEATHS, deathsAt: DEATHS, commands: 100, twice: 20 }

  test('[V99] is enough with all that V99 asks for', () => {
    expect(whyVoid(strong)).toEqual([])
  })

  test.each<[string, Partial<typeof strong>]>([
    ['fewer than 20 % of the commands went twice', { twice: 19 }],
    ['nothing was lost on its way to the centre', { link: { ...link, lostBefore: 0 } }],
    ['most was lost after the centre’s work', { link: { ...link, lostAfter: 4 } }],
    ['no request was torn in its body', { link: { ...link, requestsTorn: 0 } }],
    ['no answer was torn in its body', { link: { ...link, answersTorn: 0 } }],
    ['the line had no hole', { link: { ...link, holes: 0 } }],
    ['the centre was never killed', { kills: 0 }],
    [
      'no page was killed while it froze a form',
      { deaths: DEATHS.filter((each) => each !== 'submit') as never },
    ],
    ['nothing was sent', { commands: 0, twice: 0 }],
  ])('[V99] is none when %s', (_what, change) => {
    expect(whyVoid({ ...strong, ...change })).not.toEqual([])
  })
})
