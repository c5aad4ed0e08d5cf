import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const HERE = new URL('../../clerk-ui/src/text/', import.meta.url)
// The village's pages have a catalogue of their own, which is never loaded with the others.
const PARTS = readdirSync(HERE).filter((name) => /-(zh|zh-cn)\.ts$/.test(name) && !name.startsWith('village'))

it('[U13] a key stands in one part of the catalogue alone, or one page would say the words of another', () => {
  const keys = PARTS.flatMap((name) =>
    [...readFileSync(new URL(name, HERE), 'utf8').matchAll(/^ {2}'([^']+)':/gm)].map(([, key]) => key),
  )
  expect(keys.length).toBeGreaterThan(500)
  expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([])
})
