import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { firstMissingPart } from './native-parts.mjs'
import { isNewEnough } from './node-version.mjs'
import { ROOT, runNpm, stop } from './run.mjs'

/**
 * @typedef {object} LockEntry
 * @property {string} [version]
 * @property {boolean} [link]
 * @property {boolean} [optional]
 */

/**
 * Makes the installation whole, or ends with exit code 1. What is there already is left alone, and the lock
 * stays byte-identical (K15, K16).
 * @param {{ needsBuild: boolean }} wanted whether the tools that build the screens must work too
 */
export function installIfNeeded({ needsBuild }) {
  if (!isNewEnough(process.versions.node))
    stop('start.node_old', '需要 Node 20.19 或更新版本 (Node 20.19 or newer is needed)')
  if (missingPackages(readLock(), versionInstalled).length > 0) install()
  repair(needsBuild)
}

/**
 * The packages that the lock names and the folder has not. Those of other platforms are no concern here.
 * @param {Record<string, LockEntry>} packages
 * @param {(path: string) => string | null} installed
 * @returns {string[]}
 */
export function missingPackages(packages, installed) {
  return Object.entries(packages)
    .filter(([path, entry]) => path.includes('node_modules/') && entry.optional !== true)
    .filter(([path, entry]) => (entry.link ? installed(path) === null : installed(path) !== entry.version))
    .map(([path]) => path)
}

function install() {
  console.log('安装所需的组件 … (installing)')
  const before = readFileSync(join(ROOT, 'package-lock.json'))
  const code = runNpm(['install'])
  if (!readFileSync(join(ROOT, 'package-lock.json')).equals(before)) {
    writeFileSync(join(ROOT, 'package-lock.json'), before)
  }
  if (code !== 0) stop('start.install_failed', '安装没有完成，请看上面的提示 (npm install failed, see above)')
}

/** @param {boolean} needsBuild */
function repair(needsBuild) {
  const repairs = [
    ['install', '--no-package-lock'],
    ['rebuild', 'better-sqlite3'],
  ]
  for (const step of repairs) {
    const missing = firstMissingPart(needsBuild)
    if (missing === null) return
    console.log(`修复本机组件 ${missing} … (repairing)`)
    runNpm(step)
  }
  const missing = firstMissingPart(needsBuild)
  if (missing !== null)
    stop('start.native_missing', `缺少本机组件 ${missing}，请看 README 的“安装” (native part missing)`)
}

/** @returns {Record<string, LockEntry>} */
function readLock() {
  return JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages
}

/**
 * @param {string} path
 * @returns {string | null}
 */
function versionInstalled(path) {
  const file = join(ROOT, path, 'package.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')).version ?? '') : null
}
