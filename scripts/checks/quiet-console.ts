import { afterEach, beforeEach, expect } from 'vitest'

// An unexpected word on the console is a failure; a test that expects one puts its own spy in place.
const said: string[] = []
const { error, warn } = console

beforeEach(() => {
  said.length = 0
  console.error = (...words: unknown[]) => said.push(words.map(String).join(' '))
  console.warn = (...words: unknown[]) => said.push(words.map(String).join(' '))
})

afterEach(() => {
  console.error = error
  console.warn = warn
  expect(said, 'console.error or console.warn was called').toEqual([])
})
