import { describe, expect, test } from 'vitest'
import { FIRST_BATCH, fitting, nextBatch } from './batch.ts'

function after(...carried: readonly boolean[]): number {
  return carried.reduce((batch, isCarried) => nextBatch(batch, isCarried), FIRST_BATCH)
}

describe('[V45] a batch', () => {
  test('begins with 5, doubles to 50 and halves to 1', () => {
    expect([after(), after(true), after(true, true, true), after(true, true, true, true)]).toEqual([
      5, 10, 40, 50,
    ])
    expect([after(false), after(false, false), after(false, false, false)]).toEqual([2, 1, 1])
  })

  test('holds at most 128 KiB, and a single command whatever its size', () => {
    const command = 'x'.repeat(40 * 1024)
    expect(fitting([command, command, command, command])).toHaveLength(3)
    expect(fitting(['x'.repeat(200 * 1024), command])).toHaveLength(1)
    expect(fitting([])).toEqual([])
  })
})
