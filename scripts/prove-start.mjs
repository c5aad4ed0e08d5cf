/**
 * Proves by hand what a test would take minutes for (K16): in a fresh clone, the start installs everything, brings
 * back a missing native package and a missing build of the driver, and leaves the lock byte-identical.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT, stop } from './steps/run.mjs'

const folder = mkdtempSync(join(tmpdir(), 'prove-start-'))
try {
  execFileSync('git', ['clone', '--quiet', ROOT, folder], { stdio: 'inherit' })
  const lock = readFileSync(join(folder, 'package-lock.json'))
  prove('a fresh clone', lock)
  for (const name of platformPackages()) remove('@node-rs', name)
  prove('without the argon2 platform package', lock)
  remove('better-sqlite3', 'build')
  prove("without the driver's build", lock)
  console.log('3 proved')
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/**
 * @param {string} what
 * @param {Buffer} lock
 */
function prove(what, lock) {
  const install = pathToFileURL(join(folder, 'scripts/steps/install.mjs')).href
  const code = `(await import('${install}')).installIfNeeded({ needsBuild: true })`
  execFileSync(process.execPath, ['--input-type=module', '--eval', code], { cwd: folder, stdio: 'inherit' })
  if (!readFileSync(join(folder, 'package-lock.json')).equals(lock)) stop('prove.lock_changed', what)
  console.log(`proved: ${what}`)
}

function platformPackages() {
  return readdirSync(join(folder, 'node_modules/@node-rs')).filter((name) => name !== 'argon2')
}

/** @param {string[]} path */
function remove(...path) {
  rmSync(join(folder, 'node_modules', ...path), { recursive: true })
}
