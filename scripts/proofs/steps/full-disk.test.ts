import { describe, expect, test } from 'vitest'
import { syncBody, syncOne } from '../../../counter-server/test/village-fixture.ts'
import { aCase, aPoint, changed, commitOf, ONE_CASE, tablesIn } from './one-case.ts'
import { fullDisk, withSteps } from './statement-steps.ts'

// The contact is noted first and counted last: there the whole request is refused. In between the command alone is, to go again.
// A transaction that cannot even begin is a fault like any other.
function answerAt(steps: readonly string[], failing: number): unknown {
  const contact = steps.indexOf('COMMIT') + 1
  const isFault = steps[failing - 1] === 'BEGIN IMMEDIATE'
  const code = isFault ? 'fault' : 'store.full'
  if (failing > contact && failing <= commitOf(steps)) return { status: 200, told: ['retry', code] }
  return { status: isFault ? 500 : 503, told: [undefined, code] }
}

describe('a command that is taken', () => {
  test('[V48, V51, V100] the disk is full at each statement in turn: nothing is half written, and the resend is applied once', async () => {
    const { agent, file } = await aPoint()
    const whole = await withSteps(
      () => undefined,
      () => syncOne(agent, aCase(2)),
    )
    const commit = commitOf(whole.steps)
    for (let failing = 1; failing <= whole.steps.length; failing += 1) {
      const command = aCase(failing + 2)
      const id = command.header['caseId'] as string
      const before = tablesIn(file)
      const { done: answer } = await withSteps(
        (step) => {
          if (step === failing) throw fullDisk()
        },
        () => agent.post('/sync', syncBody([command])),
      )
      const at = `statement ${failing}: ${whole.steps[failing - 1]?.slice(0, 60)}`
      const { status, body } = answer
      const told = status === 200 ? [body.results[0].status, body.results[0].code] : [undefined, body.code]
      expect({ status, told }, at).toEqual(answerAt(whole.steps, failing))
      expect(changed(before, tablesIn(file)), at).toEqual(failing > commit ? ONE_CASE : {})
      const first = await syncOne(agent, command)
      expect([first.status, first.code], at).toEqual([failing > commit ? 'duplicate' : 'applied', null])
      expect(await syncOne(agent, command), at).toEqual({ ...first, status: 'duplicate' })
      expect(changed(before, tablesIn(file)), at).toEqual(ONE_CASE)
      expect((await agent.get(`/api/cases/${id}`)).body.row.number, at).toBe(first.number)
    }
  }, 120_000)
})
