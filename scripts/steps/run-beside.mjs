import { spawn } from 'node:child_process'
import { environment, ROOT } from './run.mjs'

/**
 * Runs one program of Node beside others and gives its exit code with all it said, so that nobody's lines stand
 * between another's.
 * @param {readonly string[]} args
 * @returns {Promise<{ code: number, said: string }>}
 */
export function runNodeBeside(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: environment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (chunk) => {
        said += chunk
      })
    child.once('error', reject)
    child.once('close', (code) => resolve({ code: code ?? 1, said }))
  })
}
