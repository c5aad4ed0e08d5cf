import { expect, test } from 'vitest'
import { wordProblems } from './words.ts'

test('[K41] a name that old browsers lack is refused where screens can reach it', () => {
  const content = 'const copy = structuredClone(state)'
  expect(wordProblems([{ path: 'shared/src/client/live-link.ts', content }])).toEqual([
    'shared/src/client/live-link.ts: structuredClone is not there in every browser we serve (K41)',
  ])
  expect(wordProblems([{ path: 'counter-server/src/app.ts', content }])).toEqual([])
})

test('[K41] such names may stand in tests, which no browser loads', () => {
  const content = 'const id = crypto.randomUUID()'
  expect(wordProblems([{ path: 'clerk-ui/src/state/live.test.ts', content }])).toEqual([])
})
