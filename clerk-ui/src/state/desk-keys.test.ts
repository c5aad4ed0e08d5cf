import { describe, expect, it } from 'vitest'
import {
  DESK_STATES,
  type DeskAction,
  type DeskFacts,
  type DeskState,
  deskAction,
  isDeskKey,
  type KeyFacts,
} from './desk-keys.ts'

const free: KeyFacts = {
  key: '',
  isCtrl: false,
  isComposing: false,
  keyCode: 0,
  isRepeat: false,
  isInText: false,
  isInOutcomeBar: false,
  isUnderLayer: false,
}
const desk = (state: DeskState, hasOutcome = false): DeskFacts => ({ state, hasOutcome })
const press = (key: string, more: Partial<KeyFacts> = {}): KeyFacts => ({ ...free, key, ...more })
const ctrl = (key: string, more: Partial<KeyFacts> = {}): KeyFacts => press(key, { isCtrl: true, ...more })

// The key table of screens.md 3: in every state that is not named a key does nothing.
const TABLE: readonly [KeyFacts, Partial<Record<DeskState, DeskAction['act']>>][] = [
  [press('F2'), { idle: 'next', error: 'next', serving: 'next-refused', outcome: 'next-refused' }],
  [press('F4'), { called: 'recall' }],
  [press('F8'), { called: 'miss' }],
  [press('F9'), { called: 'start', serving: 'ask-outcome' }],
  [press('3'), {}],
  [press('Enter'), {}],
  [ctrl('Enter'), { serving: 'accept', outcome: 'accept' }],
  [ctrl('s'), { serving: 'keep-draft', outcome: 'keep-draft', offline: 'keep-draft' }],
  [ctrl('z'), { called: 'undo' }],
  [ctrl('b'), { idle: 'pause', 'idle-empty': 'pause', paused: 'resume' }],
]
const CELLS = TABLE.flatMap(([key, acts]) =>
  DESK_STATES.map(
    (state) => [`${key.isCtrl ? 'Ctrl+' : ''}${key.key}`, state, acts[state] ?? null, key] as const,
  ),
)

describe('the keys of the workbench', () => {
  it.each(CELLS)('[U31] %s in %s means %s', (_name, state, act, key) => {
    expect(deskAction(desk(state), key)?.act ?? null).toBe(act)
  })

  it('[Q33] F2 finishes and calls once the outcome is recorded', () => {
    expect(deskAction(desk('serving', true), press('F2'))).toEqual({ act: 'next' })
  })

  it.each(['1', '2', '3', '4', '5', '6'])('[U31] %s in the outcome bar records that outcome', (key) => {
    expect(deskAction(desk('outcome'), press(key, { isInOutcomeBar: true }))).toEqual({
      act: 'outcome',
      place: Number(key) - 1,
    })
  })

  it('[U31] a digit typed outside the outcome bar stays a digit', () => {
    expect(deskAction(desk('outcome'), press('1', { isInText: true }))).toBeNull()
  })

  it('[U31] Ctrl+Z in a text field belongs to the text', () => {
    expect(deskAction(desk('called'), ctrl('z', { isInText: true }))).toBeNull()
  })

  it.each([
    ['isComposing', { isComposing: true }],
    ['keyCode 229', { keyCode: 229 }],
    ['repeat', { isRepeat: true }],
  ])('[U32] no key means anything with %s', (_name, guard) => {
    for (const [key] of TABLE)
      for (const state of DESK_STATES) expect(deskAction(desk(state, true), { ...key, ...guard })).toBeNull()
  })

  it('[U31] the browser gets none of the F-keys of the table, used now or not', () => {
    expect(['F2', 'F4', 'F8', 'F9'].map((key) => isDeskKey({ key, isCtrl: false }))).toEqual([
      true,
      true,
      true,
      true,
    ])
    expect(isDeskKey({ key: 'F5', isCtrl: false })).toBe(false)
    expect(isDeskKey({ key: 'b', isCtrl: true })).toBe(true)
  })
})
