/** The real server as its own process without screens, for the crash tests: the clock stands still, nothing else is changed. */
import { readConfig, StartProblem } from '../src/config.ts'
import { startServer } from '../src/server.ts'
import { CHEAP, testClock } from './test-clock.ts'

try {
  const config = readConfig(process.env, [])
  const server = await startServer(config, testClock(process.env['TEST_CLOCK'] ?? ''), {
    passwordCost: CHEAP,
    pages: null,
    requestsPerMinute: 1_000_000,
  })
  process.stdout.write(`ready ${JSON.stringify({ address: server.address, accounts: server.accounts })}\n`)
} catch (error) {
  if (!(error instanceof StartProblem)) throw error
  process.stderr.write(`${error.code}: ${error.message}\n`)
  process.exitCode = 1
}
