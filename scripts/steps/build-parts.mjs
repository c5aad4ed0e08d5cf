import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, runNode, stop } from './run.mjs'
import { hashOf, isStamped, writeStamp } from './sources.mjs'

const TSC = join(ROOT, 'node_modules/typescript/bin/tsc')
const VITE = join(ROOT, 'node_modules/vite/bin/vite.js')
const COMMON = ['package.json', 'package-lock.json', 'tsconfig.base.json', 'shared']

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {readonly string[]} sources
 * @property {string} result a file that is there when the part is built
 * @property {() => number} build
 */

/** @type {Part} */
const SERVER = {
  name: 'counter-server',
  sources: [...COMMON, 'counter-server'],
  result: 'counter-server/dist/main.js',
  // The compiler trusts its own record even when the output is gone; then it must begin anew.
  build: () =>
    runNode([
      TSC,
      '-b',
      'shared',
      'counter-server',
      ...(isThere('counter-server/dist/main.js') && isThere('shared/dist') ? [] : ['--force']),
    ]),
}

/**
 * @param {string} folder
 * @param {string} out
 * @param {readonly string[]} options
 * @returns {Part}
 */
function screens(folder, out, options) {
  return {
    name: `${folder}/${out}`,
    sources: [...COMMON, folder],
    result: `${folder}/${out}/index.html`,
    build: () =>
      runNode(
        [VITE, 'build', '--logLevel', 'warn', '--outDir', out, '--emptyOutDir', ...options],
        join(ROOT, folder),
      ) || buildWorker(folder, out),
  }
}

// The worker lists the built files, so it is made after them (K43).
/** @param {string} folder @param {string} out */
function buildWorker(folder, out) {
  const script = join(ROOT, folder, 'build-worker.mjs')
  return existsSync(script) ? runNode([script, out], join(ROOT, folder)) : 0
}

/** What `npm start` runs. */
export const PRODUCT = [SERVER, screens('kiosk-ui', 'dist', []), screens('clerk-ui', 'dist', [])]

/** What stands on the product, and only tests may have: a server whose clock can be moved (N11), and screens with the hooks of screens.md 8. */
export const TEST_PARTS = [
  {
    name: 'counter-server/dist-test',
    sources: [...COMMON, 'counter-server'],
    result: 'counter-server/dist-test/serve.js',
    build: () => runNode([TSC, '-p', 'counter-server/tsconfig.serve.json']),
  },
  ...['kiosk-ui', 'clerk-ui'].map((folder) => screens(folder, 'dist-test', ['--mode', 'test'])),
]

/**
 * Builds the parts whose sources changed since their last build (K17), or ends with exit code 1.
 * @param {readonly Part[]} parts
 */
export function buildIfChanged(parts) {
  for (const { name, sources, result, build } of parts) {
    const stamp = stampOf(name)
    const hash = hashOf(sources)
    if (isThere(result) && isStamped(stamp, hash)) continue
    console.log(`生成 ${name} … (building)`)
    if (build() !== 0)
      stop('start.build_failed', `${name} 没有生成，请看上面的提示 (build failed, see above)`)
    writeStamp(stamp, hash)
  }
}

/**
 * Makes the next `buildIfChanged` build again, for somebody else is going to write into the results.
 * @param {readonly Part[]} parts
 */
export function forgetBuilds(parts) {
  for (const { name } of parts) rmSync(join(ROOT, stampOf(name)), { force: true })
}

/** @param {string} name */
function stampOf(name) {
  return `.tsbuild/${name.replaceAll('/', '-')}.stamp`
}

/** @param {string} path */
function isThere(path) {
  return existsSync(join(ROOT, path))
}
