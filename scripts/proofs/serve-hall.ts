/** The real server with twenty windows and its own clock, for the histories of many clients. */
import { systemClock } from '../../counter-server/src/clock.ts'
import { readConfig } from '../../counter-server/src/config.ts'
import { startServer } from '../../counter-server/src/server.ts'
import { NO_LIMIT, raiseWindowsTo, sayReady } from '../api/more-windows.ts'

const clock = systemClock(() => process.stderr.write('the clock of this machine jumped: the run is void\n'))
const server = await startServer(readConfig(process.env, []), clock, {
  pages: null,
  requestsPerMinute: NO_LIMIT,
  passwordCost: { memoryKib: 64, passes: 1 },
})
sayReady(server, await raiseWindowsTo(Number(process.env['WINDOWS'] ?? 20), server))
