import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the project, wherever a script was started from. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Runs one program of Node to its end and gives its exit code; what it says goes to the terminal.
 * @param {readonly string[]} args
 * @param {string} folder
 * @returns {number}
 */
export function runNode(args, folder = ROOT) {
  return spawnSync(process.execPath, args, { cwd: folder, stdio: 'inherit', env: environment() }).status ?? 1
}

/**
 * Runs npm, the same one that runs us where there is one.
 * @param {readonly string[]} args
 * @returns {number}
 */
export function runNpm(args) {
  const npm = process.env['npm_execpath']
  if (npm?.endsWith('.js')) return runNode([npm, ...args])
  const isWindows = process.platform === 'win32'
  return (
    spawnSync('npm', args, { cwd: ROOT, stdio: 'inherit', env: environment(), shell: isWindows }).status ?? 1
  )
}

/**
 * Our environment, with the place of Node's own headers when they are there: compiling the driver then needs
 * no network (K14).
 * @returns {NodeJS.ProcessEnv}
 */
export function environment() {
  const prefix = dirname(dirname(process.execPath))
  const hasHeaders = existsSync(join(prefix, 'include', 'node', 'node.h'))
  return hasHeaders ? { ...process.env, npm_config_nodedir: prefix } : { ...process.env }
}

/**
 * Ends with words that a person at the machine can act on.
 * @param {string} code
 * @param {string} words
 * @returns {never}
 */
export function stop(code, words) {
  console.error(`${code}: ${words}`)
  process.exit(1)
}
