import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const TEXT = new URL('../../clerk-ui/src/text/', import.meta.url)

// The village's pages have a catalogue of their own, which is never loaded with the others.
it.each([
  ['the desk', TEXT, 500],
  ['the village', new URL('village/', TEXT), 400],
] as const)(
  '[U13] a key stands in one part of the catalogue of %s alone, or one page would say the words of another',
  (_catalogue, folder, atLeast) => {
    const keys = readdirSync(folder)
      .filter((name) => /-(zh|zh-cn)\.ts$/.test(name))
      .flatMap((name) => keysOf(new URL(name, folder)))
    expect(keys.length).toBeGreaterThan(atLeast)
    expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([])
  },
)

function keysOf(part: URL): (string | undefined)[] {
  return [...readFileSync(part, 'utf8').matchAll(/^ {2}'([^']+)':/gm)].map(([, key]) => key)
}
