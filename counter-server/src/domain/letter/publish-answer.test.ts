import { expect, test } from 'vitest'
import {
  ANSWERED,
  ASSIGNED,
  LI,
  letterAt,
  registered,
  SIGNED,
  TAKEN,
  WANG,
} from '../../../test/letter-fixture.ts'
import { possibleLetterActs } from './letter-act.ts'
import { type LetterFact, letterFact } from './letter-event.ts'
import { draftPublication, publishAnswer, withdrawPublication } from './publish-answer.ts'

const REPLIED = letterFact('letter.replied', { way: 'read_out', signer: WANG })
const DRAFTED = letterFact('letter.publication_drafted', { person: LI })
const PUBLISHED = letterFact('letter.published', { person: WANG, text: 'e7' })
const WITHDRAWN = letterFact('letter.publication_withdrawn', {})
const TEXT = { question: '路灯不亮', answer: '已修好', writer: { name: '王小国', phone: '', address: '' } }

function answered(actor: 'clerk' | 'supervisor', ...more: readonly LetterFact[]) {
  const way = [registered(), ASSIGNED, TAKEN, ANSWERED, SIGNED, REPLIED, ...more]
  const entries = way.map((fact, place) => [`2026-06-12 09:${10 + place}`, fact] as const)
  return letterAt('2026-06-15 09:00', actor, ...entries)
}

const acts = (...more: readonly LetterFact[]) =>
  possibleLetterActs(answered('supervisor', ...more)).filter((act) => act.includes('publi'))

test('[C1303] an answer is drafted for the public, published by another person, and withdrawn with a reason', () => {
  expect(acts()).toEqual(['draft_publication'])
  expect(draftPublication(answered('clerk'), LI, TEXT)).toEqual(DRAFTED)
  expect(acts(DRAFTED)).toEqual(['draft_publication', 'publish'])
  expect(() => publishAnswer(answered('supervisor', DRAFTED), LI, TEXT)).toThrow('approval.same_person')
  expect(publishAnswer(answered('supervisor', DRAFTED), WANG, TEXT)).toEqual(PUBLISHED)
  expect(acts(DRAFTED, PUBLISHED)).toEqual(['withdraw_publication'])
  expect(() => withdrawPublication(answered('supervisor', DRAFTED, PUBLISHED), ' ')).toThrow(
    'reason.required',
  )
  expect(withdrawPublication(answered('supervisor', DRAFTED, PUBLISHED), '写错了')).toEqual(WITHDRAWN)
  expect(acts(DRAFTED, PUBLISHED, WITHDRAWN)).toEqual(['draft_publication'])
})

test('[C1303] what is not drafted is not published, what is public is not drafted anew, and no part is empty', () => {
  expect(() => publishAnswer(answered('supervisor'), WANG, TEXT)).toThrow('publication.none_drafted')
  expect(() => draftPublication(answered('clerk', DRAFTED, PUBLISHED), LI, TEXT)).toThrow(
    'publication.is_public',
  )
  expect(() => publishAnswer(answered('supervisor', DRAFTED, PUBLISHED), WANG, TEXT)).toThrow(
    'publication.is_public',
  )
  expect(() => withdrawPublication(answered('supervisor', DRAFTED), '写错了')).toThrow(
    'publication.not_public',
  )
  expect(() => draftPublication(answered('clerk'), LI, { ...TEXT, question: ' ' })).toThrow(
    'publication.incomplete',
  )
})

test('[C1303] a draft with the writer’s name is refused, and says what was found', () => {
  expect(() => draftPublication(answered('clerk'), LI, { ...TEXT, answer: '王小国，已修好' })).toThrow(
    expect.objectContaining({ code: 'publication.private_value', params: { gaps: 'name' } }),
  )
})

test('[C1303] a letter that nobody has answered yet has nothing to publish', () => {
  const open = letterAt('2026-06-12 10:00', 'clerk', ['2026-06-12 09:00', registered()])
  expect(() => draftPublication(open, LI, TEXT)).toThrow('letter.wrong_status')
})
