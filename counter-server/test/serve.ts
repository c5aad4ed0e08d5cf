/** The real server as its own process with a clock that stands still and can be moved (N11); for tests only. */
import { readFileSync, writeFileSync } from 'node:fs'
import type { DeviceKind } from '@counter/shared/vocabulary/actor'
import type { VillageCode } from '@counter/shared/vocabulary/ids'
import type { FastifyInstance } from 'fastify'
import { readConfig } from '#server/config.ts'
import { startServer } from '#server/server.ts'
import { addEnrolment } from '#server/usecases/people/enrolment.ts'
import { CHEAP, testClock } from './test-clock.ts'

const clockFile = process.env['TEST_CLOCK_FILE']
const start =
  clockFile === undefined
    ? (process.env['TEST_CLOCK'] ?? new Date().toISOString())
    : readFileSync(clockFile, 'utf8').trim()
const clock = testClock(start)
const config = readConfig(process.env, process.argv.slice(2))
const server = await startServer(config, clock, {
  passwordCost: CHEAP,
  pagesFolder: 'dist-test',
  requestsPerMinute: 1_000_000,
  testRoutes,
})

process.stdout.write(`ready ${JSON.stringify({ address: server.address, accounts: server.accounts })}\n`)
process.on('SIGTERM', () => {
  server.close().then(
    () => process.exit(0),
    () => process.exit(1),
  )
})

function testRoutes(app: FastifyInstance): void {
  app.post<{ Body: { to: string } }>('/test/clock', async ({ body }) => {
    clock.to(body.to)
    if (clockFile !== undefined) writeFileSync(clockFile, body.to)
    await server.jobs.run()
    return { now: clock.now() }
  })
  app.post<{ Body: { kind: DeviceKind; name: string; village?: VillageCode } }>(
    '/test/enrolment',
    async ({ body }) => {
      const { store, newId } = server.counter.deps
      return store.write((tx) => addEnrolment(tx, newId(), { ...body, by: 'test' }))
    },
  )
}
