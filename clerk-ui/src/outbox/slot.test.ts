import type { StaffId } from '@counter/shared/vocabulary/ids'
import { describe, expect, test } from 'vitest'
import { newSealKey } from './seal.ts'
import { afterWrongPin, isGoodPin, lockedSlot, mayTry, openedSlot, type Slot } from './slot.ts'

const AGENT = 's1' as StaffId
const raw = Uint8Array.from({ length: 32 }, (_, place) => place)
const MINUTE = 60_000

async function aSlot(): Promise<{ readonly slot: Slot; readonly outer: CryptoKey }> {
  const outer = await newSealKey()
  return { outer, slot: await lockedSlot(AGENT, { raw, pin: '135790', outer }) }
}

describe('the slot of an agent', () => {
  test('[V33] opens by the PIN in the same browser alone', async () => {
    const { slot, outer } = await aSlot()
    expect(slot.rounds).toBeGreaterThanOrEqual(600_000)
    expect(await openedSlot(slot, '135790', outer)).toEqual(raw)
    expect(await openedSlot(slot, '135791', outer)).toBeNull()
    await expect(openedSlot(slot, '135790', await newSealKey())).rejects.toThrow()
  })

  test('[V34] waits 30 s from the fifth wrong PIN, doubling to 15 min, and is erased by the tenth', async () => {
    let { slot } = await aSlot()
    const waits: number[] = []
    for (let turn = 1; turn <= 10; turn += 1) {
      slot = afterWrongPin(slot, 0)
      waits.push(slot.waitUntil / 1000)
    }
    expect(waits).toEqual([0, 0, 0, 0, 30, 60, 120, 240, 480, 0])
    expect(slot.wrapped).toBeNull()
    expect(mayTry(slot, 0)).toBe(false)
  })

  test('[V34] lets nobody try while it waits, and a clock that was set back holds nobody for ever', async () => {
    const { slot } = await aSlot()
    const waiting = { ...slot, fails: 5, waitUntil: 10 * MINUTE }
    expect(mayTry(waiting, 10 * MINUTE - 1)).toBe(false)
    expect(mayTry(waiting, 10 * MINUTE)).toBe(true)
    expect(mayTry(waiting, -6 * MINUTE)).toBe(true)
  })

  test.each(['111111', '123456', '987654', '12345', '1234567', 'abcdef'])(
    '[V33] refuses %s as a PIN',
    (pin) => {
      expect(isGoodPin(pin, 6)).toBe(false)
    },
  )

  test.each(['135790', '112233', '900001'])('[V33] takes %s as a PIN', (pin) => {
    expect(isGoodPin(pin, 6)).toBe(true)
  })
})
