import { expect, test } from 'vitest'
import { EMPTY_DRAFT, type IntakeDraft, nextOfSamePerson } from './intake-draft.ts'

const person: IntakeDraft = {
  ...EMPTY_DRAFT,
  name: '示例甲',
  idNo: '999999198001010011',
  phone: '19900000001',
  village: '05',
}

test('the same person’s next case keeps who it is and forgets the matter', () => {
  const told: IntakeDraft = {
    ...person,
    note: '带了复印件',
    marks: { 户口簿: { state: 'received', promisedOn: null } },
  }
  expect(nextOfSamePerson(told)).toEqual(person)
})
