import { describe, expect, test } from 'vitest'
import { missingPackages } from './install.mjs'
import { isNewEnough } from './node-version.mjs'

describe('what is missing', () => {
  const packages = {
    '': { version: '0.1.0' },
    shared: { version: '0.1.0' },
    'node_modules/zod': { version: '4.6.7' },
    'node_modules/vite/node_modules/picomatch': { version: '4.0.3' },
    'node_modules/@node-rs/argon2-win32-x64-msvc': { version: '2.2.1', optional: true },
    'node_modules/@counter/shared': { link: true },
  }
  const whole: Record<string, string> = {
    'node_modules/zod': '4.6.7',
    'node_modules/vite/node_modules/picomatch': '4.0.3',
    'node_modules/@counter/shared': '0.1.0',
  }

  test('[K15] nothing, when every package but those of other platforms is there', () => {
    expect(missingPackages(packages, (path) => whole[path] ?? null)).toEqual([])
  })

  test('[K15] a package of another version, and a workspace that is not linked', () => {
    const old: Record<string, string> = { ...whole, 'node_modules/zod': '4.0.0' }
    delete old['node_modules/@counter/shared']
    expect(missingPackages(packages, (path) => old[path] ?? null)).toEqual([
      'node_modules/zod',
      'node_modules/@counter/shared',
    ])
  })
})

test.each([
  ['18.20.4', false],
  ['20.18.3', false],
  ['20.19.0', true],
  ['22.1.0', true],
  ['24.0.0', true],
])('[K2] Node %s is new enough: %s', (version, expected) => {
  expect(isNewEnough(version)).toBe(expected)
})
