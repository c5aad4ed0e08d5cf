import { CaseListState } from '@counter/shared/contract/case-lists'
import { describe, expect, test } from 'vitest'
import { aRegistration, caseOfFiveDays, freeze, sync } from './village-fixture.ts'
import { atPoint } from './village-point.ts'

interface Told {
  readonly cursor: { readonly epoch: string; readonly seq: number }
  readonly changes: readonly { readonly kind: string; readonly case?: { id: string; status: string } }[]
  readonly more: boolean
  readonly state?: unknown
  readonly errands?: readonly { readonly caseId: string; readonly kind: string }[]
}

const NOWHERE = { epoch: '', seq: 0 }

async function aContact() {
  const point = await atPoint()
  const tell = async (cursor: object, commands: Parameters<typeof sync>[1] = []): Promise<Told> =>
    (await sync(point.agent(), commands, { cursor })) as unknown as Told
  const idsOf = ({ changes }: Told) => changes.flatMap(({ case: row }) => row?.id ?? [])
  return { ...point, tell, idsOf }
}

describe('what a short contact tells a phone of its village', () => {
  test('[V55] begins with the whole, then tells what has changed and nothing else', async () => {
    const { registered, act, clerk, tell, idsOf } = await aContact()
    const [first, second] = [await registered(caseOfFiveDays()), await registered(caseOfFiveDays())]
    const begun = await tell(NOWHERE)
    expect(
      CaseListState.parse(begun.state)
        .cases.map(({ id }) => id)
        .toSorted(),
    ).toEqual([first, second].toSorted())
    expect(begun).toMatchObject({ changes: [], more: false })
    expect(await tell(begun.cursor)).toEqual(
      expect.objectContaining({ cursor: begun.cursor, changes: [], more: false }),
    )

    const name = (await clerk.get(`/api/cases/${first}`)).body.materials[0].name as string
    await act(first, 'request-supplement', { materials: [{ name, how: '缺签字' }] })
    const told = await tell(begun.cursor)
    expect(told.state).toBeUndefined()
    expect(new Set(idsOf(told))).toEqual(new Set([first]))
    expect(told.changes[0]?.case?.status).toBe('supplement')
    expect(told.errands).toMatchObject([{ caseId: first, kind: 'relay' }])
    expect(told.cursor.seq).toBeGreaterThan(begun.cursor.seq)
  })

  test('[V55] has what became of the very commands of the request', async () => {
    const { registered, tell, idsOf } = await aContact()
    const caseId = await registered(caseOfFiveDays())
    const { cursor } = await tell(NOWHERE)
    const fresh = aRegistration()
    const told = await tell(cursor, [freeze('note.add', { text: '补记' }, { caseId }), fresh])
    expect(new Set(idsOf(told))).toEqual(new Set([caseId, fresh.header['caseId']]))
  })

  test('[V55] of more rows than one answer carries tells some, and the rest from the new cursor on', async () => {
    const { registered, hall, tell } = await aContact()
    const caseId = await registered(caseOfFiveDays())
    const { cursor } = await tell(NOWHERE)
    const { store } = hall.server.counter.deps
    for (let row = 0; row < 120; row += 1)
      await store.write((tx) => tx.tell({ kind: 'case_changed', id: caseId }, { units: [], village: '05' }))
    const steps = [await tell(cursor)]
    while (steps.at(-1)?.more === true) steps.push(await tell(steps.at(-1)?.cursor ?? NOWHERE))
    expect(steps.map((step) => step.cursor.seq - cursor.seq)).toEqual([50, 100, 120])
    // One case that changed fifty times is told once.
    expect(steps.map(({ changes }) => changes.filter(({ kind }) => kind === 'case_changed').length)).toEqual([
      1, 1, 1,
    ])
    expect(steps.map(({ changes }) => changes.some(({ kind }) => kind === 'figures_changed'))).toEqual([
      false,
      false,
      true,
    ])
  })

  test.each([
    ['another store', (cursor: Told['cursor']) => ({ ...cursor, epoch: 'before' })],
    [
      'a place that the stream has not reached',
      ({ epoch, seq }: Told['cursor']) => ({ epoch, seq: seq + 1 }),
    ],
  ])('[V55, V57] tells the whole to who comes from %s', async (_from, other) => {
    const { registered, tell } = await aContact()
    await registered()
    const { cursor } = await tell(NOWHERE)
    const told = await tell(other(cursor))
    expect(CaseListState.parse(told.state).cases).toHaveLength(1)
    expect(told.cursor).toEqual(cursor)
  })

  test('[V55, R20] tells the whole after more than 300 rows', async () => {
    const { registered, hall, tell } = await aContact()
    const caseId = await registered()
    const { cursor } = await tell(NOWHERE)
    const { store } = hall.server.counter.deps
    for (let row = 0; row < 301; row += 1)
      await store.write((tx) => tx.tell({ kind: 'case_changed', id: caseId }, { units: [], village: '05' }))
    const told = await tell(cursor)
    expect(CaseListState.parse(told.state).cases.map(({ id }) => id)).toEqual([caseId])
    expect(told.cursor.seq).toBe(cursor.seq + 301)
  })

  test('[V4, V55] tells a point nothing of another one', async () => {
    const { registered, hall } = await aContact()
    await registered()
    const other = await hall.signIn('v06')
    const told = (await sync(other, [], { cursor: NOWHERE })) as unknown as Told
    expect(CaseListState.parse(told.state).cases).toEqual([])
    expect(told.errands).toEqual([])
  })

  test('[V46] tells nothing to who does not ask', async () => {
    const { agent } = await aContact()
    expect(await sync(agent(), [])).not.toHaveProperty('cursor')
  })
})
