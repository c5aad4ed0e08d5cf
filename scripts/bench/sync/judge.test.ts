import { expect, test } from 'vitest'
import { judge } from './judge.ts'
import type { Held } from './village-phone.ts'

const NUMBERS = ['2026-05-0001-7', '2026-05-0002-5']
const held = NUMBERS.map((number, place) => ({
  header: { caseId: `case ${place}`, number },
  photos: [`a${place}`, `b${place}`],
})) as unknown as readonly Held[]

type Found = Parameters<typeof judge>[1]

const registered = (id: string) => ({ case: id, command: `command ${id}`, type: 'case.registered' })
const WHOLE: Found = {
  cases: NUMBERS.map((number, place) => ({ id: `case ${place}`, number })),
  events: [registered('case 0'), { ...registered('case 0'), type: 'note.added' }, registered('case 1')],
  photos: [0, 1].flatMap((place) =>
    [`a${place}`, `b${place}`].map((sha256) => ({ case: `case ${place}`, sha256, stored: sha256 })),
  ),
}
const [firstPhoto, ...otherPhotos] = WHOLE.photos

test.each<[string, Partial<Found>, object]>([
  ['nothing is missing', {}, { lost: 0, doubled: 0 }],
  ['a case is gone', { cases: WHOLE.cases.slice(1) }, { lost: 1, doubled: 0 }],
  ['a photo never came', { photos: otherPhotos }, { lost: 1, doubled: 0 }],
  [
    'a photo is another one',
    { photos: [{ case: 'case 0', sha256: 'a0', stored: 'x' }, ...otherPhotos] },
    { lost: 1, doubled: 0 },
  ],
  [
    'a photo lies at the other case',
    { photos: [{ case: 'case 1', sha256: firstPhoto?.sha256 ?? '', stored: 'a0' }, ...otherPhotos] },
    { lost: 1, doubled: 0 },
  ],
  [
    'a slip shows another number',
    { cases: [{ id: 'case 0', number: '2026-05-0009-1' }, ...WHOLE.cases.slice(1)] },
    { lost: 1, doubled: 0 },
  ],
  [
    'a case was entered twice',
    { events: ['case 0', 'case 1', 'case 1'].map(registered) },
    { lost: 0, doubled: 1 },
  ],
  [
    'a case nobody took is there',
    { cases: [...WHOLE.cases, { id: 'case 2', number: '2026-05-0003-3' }] },
    { lost: 0, doubled: 1 },
  ],
])('[R41] the judge of bench:sync sees that %s', (_name, change, verdict) => {
  expect(judge(held, { ...WHOLE, ...change })).toEqual(verdict)
})
