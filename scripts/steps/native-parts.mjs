import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from './run.mjs'

// Each in a process of its own: a native file of another platform may end the process that loads it.
const TO_SERVE = {
  'better-sqlite3': `new (require('better-sqlite3'))(':memory:').prepare('SELECT 1').get()`,
  '@node-rs/argon2': `require('@node-rs/argon2').hashSync('probe', { memoryCost: 8192, timeCost: 1 })`,
}
const TO_BUILD = {
  rolldown: `import(pathToFileURL(vite.resolve('rolldown')))`,
  lightningcss: `vite('lightningcss')`,
}
const PRELUDE = `
  const { createRequire } = require('node:module'), { pathToFileURL } = require('node:url')
  const vite = createRequire(require.resolve('vite/package.json'))
`

/**
 * The first native part that does not work here, or null when all do (K15).
 * @param {boolean} needsBuild whether the screens may have to be built
 * @returns {string | null}
 */
export function firstMissingPart(needsBuild) {
  const probes = needsBuild ? { ...TO_SERVE, ...TO_BUILD } : TO_SERVE
  const broken = Object.entries(probes).find(
    ([name, code]) => !works(name in TO_BUILD ? PRELUDE + code : code),
  )
  return broken === undefined ? null : broken[0]
}

/** @param {string} code */
function works(code) {
  const options = { cwd: join(ROOT, 'counter-server') }
  return spawnSync(process.execPath, ['--eval', code], options).status === 0
}
