import { describe, expect, test } from 'vitest'
import { type FileLine, type PartAnswer, sendFile } from './file-parts.ts'

const KIB = 1024
const content = new Uint8Array(600 * KIB)
const at = (offset: number, status = 200): PartAnswer => ({
  status,
  offset,
  isComplete: offset === content.length,
  code: null,
})

/** A centre that keeps what it gets; `answers` may break a request or speak for it. */
function lineOn(
  start: number,
  speak: (turn: number, offset: number) => PartAnswer | null | undefined = () => undefined,
) {
  const parts: [number, number][] = []
  let has = start
  const line: FileLine = {
    head: async () => at(has),
    put: async (_sha256, { offset, content: part }) => {
      parts.push([offset, part.length])
      const spoken = speak(parts.length, offset)
      if (spoken !== undefined) return spoken
      if (offset !== has) return at(has, 409)
      has += part.length
      return at(has)
    },
  }
  return { line, parts }
}

describe('a photo on its way', () => {
  test('[V69] goes in parts of 256 KiB', async () => {
    const { line, parts } = lineOn(0)
    expect(await sendFile(line, 'x', content)).toEqual({ outcome: 'stored' })
    expect(parts).toEqual([
      [0, 256 * KIB],
      [256 * KIB, 256 * KIB],
      [512 * KIB, 88 * KIB],
    ])
  })

  test('[V69] goes on where the centre has it', async () => {
    const { line, parts } = lineOn(256 * KIB)
    await sendFile(line, 'x', content)
    expect(parts[0]).toEqual([256 * KIB, 256 * KIB])
  })

  test('[V69] at a wrong offset goes on at the right one', async () => {
    const { line, parts } = lineOn(0, (turn) => (turn === 1 ? at(100, 409) : undefined))
    expect(await sendFile(line, 'x', content)).toEqual({ outcome: 'stored' })
    expect(parts[1]?.[0]).toBe(100)
    expect(parts[2]?.[0]).toBe(0)
  })

  test('[V69] halves its parts after two failures, down to 32 KiB, and then leaves it for later', async () => {
    const { line, parts } = lineOn(0, () => null)
    expect(await sendFile(line, 'x', content)).toEqual({ outcome: 'later' })
    const sizes = parts.map(([, size]) => size)
    expect(sizes).toEqual([256, 256, 128, 128, 64, 64, 32, 32].map((size) => size * KIB))
  })

  test('[V44] lets a text go first between two parts, and goes on where the centre has it', async () => {
    const { line, parts } = lineOn(0)
    expect(await sendFile(line, 'x', content, () => parts.length === 1)).toEqual({ outcome: 'put_off' })
    expect(await sendFile(line, 'x', content)).toEqual({ outcome: 'stored' })
    expect(parts.map(([offset]) => offset)).toEqual([0, 256 * KIB, 512 * KIB])
  })

  test('[V70] that the centre refuses for good is not sent again', async () => {
    const { line } = lineOn(0, () => ({
      status: 409,
      offset: null,
      isComplete: false,
      code: 'file.type_not_allowed',
    }))
    expect(await sendFile(line, 'x', content)).toEqual({ outcome: 'refused', code: 'file.type_not_allowed' })
  })

  test('[V47] captive-portal: a page of another network refuses no photo for good', async () => {
    const foreign = (status: number): PartAnswer => ({ status, offset: null, isComplete: false, code: null })
    for (const status of [400, 404, 405, 451]) {
      const line: FileLine = { head: async () => foreign(status), put: async () => foreign(status) }
      expect(await sendFile(line, 'x', content)).toEqual({ outcome: 'later' })
    }
  })

  test('[V70] that the centre does not know is refused by its word', async () => {
    const unknown = { status: 404, offset: null, isComplete: false }
    const line: FileLine = {
      head: async () => ({ ...unknown, code: null }),
      put: async () => ({ ...unknown, code: 'file.not_found' }),
    }
    expect(await sendFile(line, 'x', content)).toEqual({ outcome: 'refused', code: 'file.not_found' })
  })

  test('[V68] goes another day when so much was sent today', async () => {
    const { line, parts } = lineOn(0, () => ({
      status: 409,
      offset: null,
      isComplete: false,
      code: 'file.day_full',
    }))
    expect(await sendFile(line, 'x', content)).toEqual({ outcome: 'day_full' })
    expect(parts).toHaveLength(1)
  })

  test.each(['file.hash_mismatch', 'fault'])(
    '[V70] that the centre could not take three times (%s) waits for a person',
    async (code) => {
      const { line, parts } = lineOn(0, () => ({ status: 500, offset: null, isComplete: false, code }))
      expect(await sendFile(line, 'x', content)).toEqual({ outcome: 'refused', code })
      expect(parts).toHaveLength(3)
    },
  )

  test('[V71] that was damaged on the way starts again at 0', async () => {
    const damaged = { status: 409, offset: null, isComplete: false, code: 'file.hash_mismatch' }
    const { line, parts } = lineOn(0, (turn) => (turn === 1 ? damaged : undefined))
    expect(await sendFile(line, 'x', content)).toEqual({ outcome: 'stored' })
    expect(parts[1]?.[0]).toBe(0)
  })
})
