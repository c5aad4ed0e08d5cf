import { expect, it } from 'vitest'
import { moveOf, neighbour, type PressedKey } from './list-keys.ts'

const plain = { ctrlKey: false, altKey: false, metaKey: false, repeat: false, keyCode: 0, isComposing: false }
const press = (key: string, more: Partial<PressedKey> = {}): PressedKey => ({ ...plain, key, ...more })

it.each([
  ['ArrowDown', 'next'],
  ['j', 'next'],
  ['J', 'next'],
  ['ArrowUp', 'previous'],
  ['k', 'previous'],
  ['c', 'urge'],
  ['x', null],
])('[U31] the key %s in a list means %s', (key, move) => {
  expect(moveOf(press(key))).toBe(move)
})

it('[U32] no key of a composed word moves the list', () => {
  expect(moveOf(press('j', { isComposing: true }))).toBeNull()
  expect(moveOf(press('j', { keyCode: 229 }))).toBeNull()
})

it('[U32] a held C is one press, a combination is not ours', () => {
  expect(moveOf(press('c', { repeat: true }))).toBeNull()
  expect(moveOf(press('c', { ctrlKey: true }))).toBeNull()
})

it('[U31] the focus stops at both ends of the list', () => {
  expect(neighbour(['a', 'b'], null, 'next')).toBe('a')
  expect(neighbour(['a', 'b'], 'b', 'next')).toBe('b')
  expect(neighbour(['a', 'b'], 'a', 'previous')).toBe('a')
  expect(neighbour([], null, 'next')).toBeNull()
})
