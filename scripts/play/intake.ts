import { CaseAnswer } from '@counter/shared/contract/cases'
import type { DeskTicket } from '@counter/shared/contract/desk'
import type { VisitOutcome } from '@counter/shared/vocabulary/ticket'
import type { Person, Scene } from './cast.ts'
import { broughtMaterials, type Catalogue } from './catalogue.ts'
import type { Chance } from './chance.ts'
import { newResident } from './residents.ts'

const CONSULTS = 0.35
const FORGOT_A_PAPER = 0.12

export interface Desk {
  readonly scene: Scene
  readonly person: Person
  readonly catalogue: Catalogue
  readonly unitOf: ReadonlyMap<string, string>
  readonly chance: Chance
}

/** What the resident came for: a question, a matter done at once, or a case with a promise; the visit's outcome. */
export async function serve(desk: Desk, { id, topic }: DeskTicket): Promise<VisitOutcome> {
  const { chance, catalogue, unitOf, scene } = desk
  const guide = chance.happens(CONSULTS) ? null : await catalogue.ofUnit(unitOf.get(topic) ?? '', chance)
  if (guide === null) return 'consulted'
  const resident = newResident(chance)
  const applicant = { ...resident, village: null }
  const brought = broughtMaterials(guide)
  const forgotten = chance.happens(FORGOT_A_PAPER)
    ? brought.find(({ state }) => state === 'received')
    : undefined
  const step = forgotten !== undefined ? 'request_supplement' : stepOf(guide.caseType)
  const materials = brought.map((each) => (each === forgotten ? { ...each, state: 'missing' } : each))
  const onSpot = { result: guide.resultName, delivery: { way: 'collect', receiver: resident.name } }
  const body = {
    ticketId: id,
    item: guide.code,
    applicant,
    materials,
    step,
    ...(step === 'finish_on_spot' ? onSpot : {}),
  }
  const reply = await desk.person.command('/api/cases', body, CaseAnswer)
  if (!reply.ok) return 'consulted'
  const outcome = OUTCOME[step]
  scene.tally.count(`cases, ${outcome}`)
  return outcome
}

const OUTCOME = {
  accept: 'accepted',
  finish_on_spot: 'finished_on_spot',
  request_supplement: 'supplement_told',
} as const

function stepOf(caseType: 'immediate' | 'deadline'): 'accept' | 'finish_on_spot' {
  return caseType === 'immediate' ? 'finish_on_spot' : 'accept'
}
