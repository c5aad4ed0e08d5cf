import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT } from './run.mjs'

const NO_SOURCE = /^(node_modules|dist|dist-test|docs)$|\.test\.tsx?$/

/**
 * One hash over the names and contents of files and folders; tests and builds do not count. Contents, not
 * times: a fresh checkout of the same sources need not build again.
 * @param {readonly string[]} paths
 * @param {string} root
 * @returns {string}
 */
export function hashOf(paths, root = ROOT) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap((path) => filesIn(path, root))) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0')
  }
  return hash.digest('hex')
}

/**
 * @param {string} path
 * @param {string} root
 * @returns {string[]}
 */
function filesIn(path, root) {
  if (!existsSync(join(root, path))) return []
  if (!statSync(join(root, path)).isDirectory()) return [path]
  return readdirSync(join(root, path))
    .filter((name) => !NO_SOURCE.test(name))
    .sort()
    .flatMap((name) => filesIn(`${path}/${name}`, root))
}

/**
 * @param {string} stamp
 * @param {string} hash
 */
export function isStamped(stamp, hash) {
  const file = join(ROOT, stamp)
  return existsSync(file) && readFileSync(file, 'utf8') === hash
}

/**
 * @param {string} stamp
 * @param {string} hash
 */
export function writeStamp(stamp, hash) {
  mkdirSync(dirname(join(ROOT, stamp)), { recursive: true })
  writeFileSync(join(ROOT, stamp), hash)
}
