/** `npm run dev`: the server from its sources, started anew when they change, and both UIs built at each save. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { forgetBuilds, PRODUCT } from './steps/build-parts.mjs'

const VITE = join(process.cwd(), 'node_modules/vite/bin/vite.js')
const FROM_SOURCE = ['--import', 'tsx', '--conditions=@counter/source']

forgetBuilds(PRODUCT)
const running = [
  run([
    '--watch',
    '--watch-preserve-output',
    ...FROM_SOURCE,
    'counter-server/src/main.ts',
    ...process.argv.slice(2),
  ]),
  run([VITE, 'build', '--watch', '--logLevel', 'warn'], 'kiosk-ui'),
  run([VITE, 'build', '--watch', '--logLevel', 'warn'], 'clerk-ui'),
]
// From the terminal the signal reaches every process by itself; this is for those who send it to this one.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => endAll(signal))

function run(args: readonly string[], folder = '.'): ChildProcess {
  return spawn(process.execPath, args, { cwd: folder, stdio: 'inherit' }).on('exit', (code) => {
    if (code === null || code === 0) return
    process.exitCode = 1
    endAll('SIGTERM')
  })
}

function endAll(signal: NodeJS.Signals): void {
  for (const child of running) child.kill(signal)
}
