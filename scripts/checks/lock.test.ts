import { describe, expect, test } from 'vitest'
import { lockProblems } from './lock.ts'

const integrity = 'sha512-x'

describe('the lock', () => {
  test('[K11] our own workspaces need no hash', () => {
    const packages = {
      '': {},
      shared: {},
      'node_modules/@counter/shared': { link: true, resolved: 'shared' },
    }
    expect(lockProblems(packages, {})).toEqual([])
  })

  test('[K11] a package without sha512 is refused', () => {
    expect(lockProblems({ 'node_modules/a': { integrity: 'sha1-x' }, 'node_modules/b': {} }, {})).toEqual([
      'node_modules/a has no sha512',
      'node_modules/b has no sha512',
    ])
  })

  test('[K11] an address, a git or a file source is refused', () => {
    const packages = { 'node_modules/a': { integrity, resolved: 'git+ssh://git@example.org/a.git' } }
    expect(lockProblems(packages, {})).toEqual([
      'node_modules/a names a source: git+ssh://git@example.org/a.git',
    ])
  })

  test('[K12] a package with an install script must be listed, allowed or denied', () => {
    const packages = { 'node_modules/x/node_modules/@s/a': { integrity, hasInstallScript: true } }
    expect(lockProblems(packages, {})).toEqual([
      '@s/a runs a script at install and is not listed in allowScripts',
    ])
    expect(lockProblems(packages, { '@s/a': false })).toEqual([])
  })
})
