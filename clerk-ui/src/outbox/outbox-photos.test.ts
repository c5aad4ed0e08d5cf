import type { VillageHeader } from '@counter/shared/contract/village'
import type { CaseId, CommandId, StaffId } from '@counter/shared/vocabulary/ids'
import { describe, expect, test } from 'vitest'
import { newItem, type Outbox } from './outbox.ts'
import { countOutbox } from './outbox-counts.ts'
import {
  nextPhoto,
  problemPhotos,
  withoutPhotos,
  withPhotoAgain,
  withPhotoProblem,
  withPhotoStored,
} from './outbox-photos.ts'

const AGENT = 's1' as StaffId
const A = 'a' as CommandId
const B = 'b' as CommandId
const untried = () => 0
const file = (sha256: string, role: string) => ({ sha256, size: 3, mime: 'image/jpeg' as const, role })

/** What the centre has applied, with these photos to come. */
const CASE = 'c' as CaseId
const OTHER = 'd' as CaseId

function appliedItem(id: CommandId, seq: number, files: VillageHeader['files']) {
  const header = { id, seq, caseId: CASE, files } as VillageHeader
  const item = newItem({ header, author: AGENT, title: id, slip: null }, 0)
  const answer = { id, status: 'applied', filesMissing: files.map(({ sha256 }) => sha256) }
  return { ...item, state: 'held', answer } as unknown as Outbox[number]
}
const two: Outbox = [
  appliedItem(A, 1, [file('a1', '户口簿'), file('a2', '申请书')]),
  appliedItem(B, 2, [file('b1', 'authority')]),
]

test('[V70] the authorities go first, then what is required, then the rest, whichever case they are of', () => {
  const files = [file('a1', '照片'), file('a2', '户口簿')]
  const header = { id: A, seq: 1, caseId: CASE, files } as VillageHeader
  const later = { ...header, id: B, seq: 2, files: [file('b1', 'authority'), file('b2', '申请书')] }
  const itemOf = (of: VillageHeader, required: readonly string[]) => ({
    ...newItem({ header: of, author: AGENT, title: '', slip: null, required }, 0),
    answer: { id: of.id, status: 'applied' } as unknown as Outbox[number]['answer'],
  })
  let open: Outbox = [itemOf(header, ['a2']), itemOf(later as VillageHeader, ['b2'])]
  const order: (string | undefined)[] = []
  for (let turn = 0; turn < 4; turn += 1) {
    const next = nextPhoto(open, AGENT, untried)
    order.push(next?.sha256)
    open = withPhotoStored(open, next?.sha256 ?? '', 9)
  }
  expect(order).toEqual(['b1', 'a2', 'b2', 'a1'])
})

describe('[V70] a photo that does not get through', () => {
  test('waits for a person, is counted, and the others go on', () => {
    const shown = withPhotoProblem(two, 'b1', 'file.type_not_allowed')
    expect(nextPhoto(shown, AGENT, untried)?.sha256).toBe('a1')
    expect(countOutbox(shown).attention).toBe(1)
    expect(problemPhotos(shown[1] as Outbox[number])).toMatchObject([{ problem: 'file.type_not_allowed' }])
    const rest = withPhotoStored(withPhotoStored(shown, 'a1', 9), 'a2', 9)
    expect(rest.map(({ state }) => state)).toEqual(['done', 'held'])
    expect(nextPhoto(rest, AGENT, untried)).toBeNull()
  })

  test('goes once more when the agent says so', () => {
    const again = withPhotoAgain(withPhotoProblem(two, 'b1', 'file.hash_mismatch'), 'b1')
    expect(nextPhoto(again, AGENT, untried)?.sha256).toBe('b1')
    expect(countOutbox(again).attention).toBe(0)
  })

  test('is given up for its own case alone, and the item is done without it', () => {
    const shown = withPhotoProblem(two, 'b1', 'file.not_found')
    expect(withoutPhotos(shown, OTHER, ['b1'], 9)).toEqual(shown)
    expect(withoutPhotos(shown, CASE, ['b1'], 9)[1]).toMatchObject({ state: 'done', photos: [] })
  })

  test('is never given up while it may still arrive by itself', () => {
    expect(withoutPhotos(two, CASE, ['b1'], 9)).toEqual(two)
  })
})

test('[V70] the authority of any case goes first, then by capture; what the line did not carry stands behind', () => {
  expect(nextPhoto(two, AGENT, untried)?.sha256).toBe('b1')
  const tried = (sha256: string) => (sha256 === 'b1' ? 1 : 0)
  expect(nextPhoto(two, AGENT, tried)?.sha256).toBe('a1')
  expect(nextPhoto(two, 's2' as StaffId, untried)).toBeNull()
})
