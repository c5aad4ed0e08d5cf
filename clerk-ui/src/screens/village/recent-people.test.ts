import type { PlainDate } from '@counter/shared/vocabulary/time'
import { describe, expect, test } from 'vitest'
import { newDraft } from './draft.ts'
import { type RecentPerson, recentOf, withPerson } from './recent-people.ts'

const TODAY = '2026-06-12' as PlainDate
const DAY = 86_400_000
const draftOf = (name: string, idNo: string) => ({ ...newDraft(TODAY), name, idNo })

describe('[V42] the people of late', () => {
  test('are at most 20, the newest first, each once', () => {
    let people: readonly RecentPerson[] = []
    for (let n = 0; n < 25; n += 1) people = withPerson(people, draftOf(`示例${n}`, String(n)), n)
    people = withPerson(people, { ...draftOf('示例20', '20'), phone: '19900000020' }, 100)
    expect(people).toHaveLength(20)
    expect(people[0]).toMatchObject({ name: '示例20', phone: '19900000020' })
    expect(people.filter(({ name }) => name === '示例20')).toHaveLength(1)
  })

  test('are forgotten after 30 days', () => {
    const people = withPerson([], draftOf('示例甲', '1'), 0)
    expect(recentOf(people, 30 * DAY - 1)).toHaveLength(1)
    expect(recentOf(people, 30 * DAY)).toEqual([])
  })

  test('hold what is typed of a person and nothing of the case', () => {
    const [person] = withPerson([], draftOf(' 示例甲 ', '1'), 5)
    expect(Object.keys(person ?? {}).sort()).toEqual(
      ['at', 'group', 'hasNoPhone', 'idKind', 'idNo', 'idNote', 'name', 'phone'].sort(),
    )
    expect(person?.name).toBe('示例甲')
  })
})
