import { describe, expect, it } from 'vitest'
import { type TopicKind, withNews } from './live.ts'

const counter: TopicKind<number, number> = {
  state: { parse: Number },
  change: { parse: Number },
  withChange: (state, change) => state + change,
}

describe('news of a topic', () => {
  it('[K45] a snapshot replaces everything that was known', () => {
    expect(
      withNews(counter, { state: 5, refused: 'session.forbidden' }, { type: 'snapshot', state: 9 }),
    ).toEqual({ state: 9, refused: null })
  })

  it('[K45] changes are added in their order', () => {
    expect(withNews(counter, { state: 5, refused: null }, { type: 'changed', changes: [1, 2] }).state).toBe(8)
  })

  it('[U10] changes before the first snapshot are not shown as a state', () => {
    expect(
      withNews(counter, { state: null, refused: null }, { type: 'changed', changes: [1] }).state,
    ).toBeNull()
  })
})
