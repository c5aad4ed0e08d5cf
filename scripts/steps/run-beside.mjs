import { spawn } from 'node:child_process'
import { environment, ROOT } from './run.mjs'

/** No step needs half of it: one that does hangs, and ends with what it said so far. */
const LONGEST_STEP_MS = 30 * 60_000
const LAST_WORDS_MS = 10_000

/**
 * Runs lanes of steps beside each other, the steps of one lane in their order; each tells all it said when it ends.
 * @param {readonly Readonly<Record<string, readonly string[]>>[]} lanes
 * @returns {Promise<{ failed: string[], took: string[] }>} the steps that do not hold, and the seconds of each
 */
export async function runLanes(lanes) {
  /** @type {string[]} */
  const failed = []
  /** @type {string[]} */
  const took = []
  await Promise.all(
    lanes.map(async (lane) => {
      for (const [name, args] of Object.entries(lane)) {
        const startedAt = performance.now()
        const { code, said } = await runNodeBeside(args)
        console.log(`\n== ${name}\n${said.trimEnd()}`)
        took.push(secondsOf(name, startedAt))
        if (code !== 0) failed.push(name)
      }
    }),
  )
  return { failed, took }
}

/**
 * @param {string} name
 * @param {number} startedAt
 */
export function secondsOf(name, startedAt) {
  return `${String(Math.round((performance.now() - startedAt) / 1000)).padStart(5)} s ${name}`
}

/**
 * Runs one program of Node beside others and gives its exit code with all it said, so that nobody's lines stand
 * between another's.
 * @param {readonly string[]} args
 * @returns {Promise<{ code: number, said: string }>}
 */
function runNodeBeside(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: environment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const patience = setTimeout(() => {
      said += `\nstill running after ${LONGEST_STEP_MS / 60_000} min, so it was ended\n`
      child.kill('SIGKILL')
    }, LONGEST_STEP_MS)
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (chunk) => {
        said += chunk
      })
    child.once('error', reject)
    const end = (/** @type {number | null} */ code) => resolve({ code: code ?? 1, said })
    child.once('close', end)
    // What it started may hold its lines open; nobody waits for that.
    child.once('exit', (code) => {
      clearTimeout(patience)
      setTimeout(() => end(code), LAST_WORDS_MS).unref()
    })
  })
}
