import { describe, expect, test } from 'vitest'
import { syncBody, syncOne } from '../../../counter-server/test/village-fixture.ts'
import { aCase, aPoint, changed, commitOf, ONE_CASE, tablesIn } from './one-case.ts'
import { fullDisk, withSteps } from './statement-steps.ts'

describe('a command that is taken', () => {
  test('[V51, V100] the disk is full at each statement in turn: nothing is half written, and the resend is applied once', async () => {
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
      await withSteps(
        (step) => {
          if (step === failing) throw fullDisk()
        },
        () => agent.post('/sync', syncBody([command])),
      )
      const at = `statement ${failing}: ${whole.steps[failing - 1]?.slice(0, 60)}`
      expect(changed(before, tablesIn(file)), at).toEqual(failing > commit ? ONE_CASE : {})
      const first = await syncOne(agent, command)
      expect([first.status, first.code], at).toEqual([failing > commit ? 'duplicate' : 'applied', null])
      expect(await syncOne(agent, command), at).toEqual({ ...first, status: 'duplicate' })
      expect(changed(before, tablesIn(file)), at).toEqual(ONE_CASE)
      expect((await agent.get(`/api/cases/${id}`)).body.row.number, at).toBe(first.number)
    }
  }, 120_000)
})
