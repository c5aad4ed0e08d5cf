import { expect, test } from 'vitest'
import { SETTINGS } from '../vocabulary/setting.ts'
import { SETTING_WORDS } from './setting-words.ts'

test('[C1502] every setting has a name of its own that a person can read at a glance', () => {
  const names = Object.values(SETTING_WORDS).map(({ zh }) => zh)
  expect(Object.keys(SETTING_WORDS)).toEqual(Object.keys(SETTINGS))
  expect(names.filter((name) => name.length > 20)).toEqual([])
  expect(new Set(names).size).toBe(names.length)
})
