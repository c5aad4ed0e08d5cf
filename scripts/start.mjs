/** `npm start`: install what is missing, build what changed, then serve (K15, K17). Plain JavaScript on purpose: it runs first. */
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { buildIfChanged, PRODUCT } from './steps/build-parts.mjs'
import { installIfNeeded } from './steps/install.mjs'
import { ROOT } from './steps/run.mjs'

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
const INSISTING_MS = 2000

installIfNeeded({ needsBuild: true })
buildIfChanged(PRODUCT)
serve(process.argv.slice(2))

/**
 * The server runs in a process group of its own: Ctrl-C reaches this script from the terminal and from npm, and
 * the server would take the second for "now, at once". Only a later press is passed on as a second one.
 * @param {readonly string[]} args
 */
function serve(args) {
  const preload = new URL('./steps/end-with-parent.mjs', import.meta.url).href
  const server = spawn(process.execPath, ['--import', preload, 'counter-server/dist/main.js', ...args], {
    cwd: ROOT,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    detached: process.platform !== 'win32',
  })
  let passedOnAt = Number.NEGATIVE_INFINITY
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (performance.now() - passedOnAt < INSISTING_MS) return
      passedOnAt = performance.now()
      server.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal)
    })
  }
  server.on('error', (error) => {
    console.error(error)
    process.exit(1)
  })
  server.on('exit', (code, signal) =>
    process.exit(code ?? (signal === null ? 1 : 128 + constants.signals[signal])),
  )
}
