import { CaseList } from '@counter/shared/contract/case-lists'
import type { CaseRow } from '@counter/shared/contract/case-row'
import { CaseAnswer } from '@counter/shared/contract/cases'
import type { Person, Scene } from './cast.ts'

/** What a clerk does between two visits: hands over what was decided, accepts what the villages sent. */
export async function tidyCases(scene: Scene, person: Person): Promise<void> {
  const decided = await casesOf(person, 'status=decided')
  for (const row of decided.slice(0, 3)) await deliver(scene, person, row)
  const received = await casesOf(person, 'status=received')
  for (const row of received.slice(0, 3)) await take(scene, person, row)
}

// What is done at once is done at once, wherever it was handed in.
async function take(scene: Scene, person: Person, { id, caseType }: CaseRow): Promise<void> {
  const isImmediate = caseType === 'immediate'
  const reply = await person.command(
    `/api/cases/${id}/${isImmediate ? 'finish-on-spot' : 'accept'}`,
    isImmediate ? { result: '已办好，结果由代办员转交' } : {},
    CaseAnswer,
  )
  if (reply.ok) scene.tally.count(`village cases, ${isImmediate ? 'finished_on_spot' : 'accepted'}`)
}

/** A unit's handler looks at the list: takes what is new, decides what is ready. */
export async function workOff(
  scene: Scene,
  person: Person,
  unit: string,
  isReady: () => boolean,
): Promise<void> {
  for (const { id } of await casesOf(person, `unit=${unit}&status=accepted`)) {
    const reply = await person.command(`/api/cases/${id}/take`, {}, CaseAnswer)
    if (reply.ok) scene.tally.count('cases, taken by a unit')
  }
  for (const { id } of await casesOf(person, `unit=${unit}&status=reviewing`)) {
    if (!isReady()) continue
    const body = { decision: 'granted', result: '材料齐全，符合条件，同意' }
    const reply = await person.command(`/api/cases/${id}/decide`, body, CaseAnswer)
    if (reply.ok) scene.tally.count('cases, decided')
  }
}

async function deliver(scene: Scene, person: Person, { id, channel, applicant }: CaseRow): Promise<void> {
  const way = channel === 'village' ? 'agent' : 'collect'
  const reply = await person.command(`/api/cases/${id}/deliver`, { way, receiver: applicant }, CaseAnswer)
  if (reply.ok) scene.tally.count('cases, delivered')
}

async function casesOf(person: Person, condition: string): Promise<readonly CaseRow[]> {
  const reply = await person.get(`/api/cases?open=yes&limit=50&${condition}`, CaseList)
  return reply.ok ? reply.value.items : []
}
