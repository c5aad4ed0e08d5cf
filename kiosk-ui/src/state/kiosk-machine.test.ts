import type { IssuedTicket } from '@counter/shared/contract/hall'
import type { CommandId, TopicKey } from '@counter/shared/vocabulary/ids'
import { describe, expect, test } from 'vitest'
import { idleOf } from './kiosk-idle.ts'
import { freshKiosk, isAwaited, type Kiosk, type KioskEvent, kioskAfter } from './kiosk-machine.ts'

const ORDINARY = 'c1' as CommandId
const PRIORITY = 'c2' as CommandId
const commands = { ordinary: ORDINARY, priority: PRIORITY }
const chosen = { type: 'chosen', topic: 'relief' as TopicKey, commands } as const
const asked = { type: 'asked', cls: 'ordinary' } as const
const issued = { type: 'issued', commandId: ORDINARY, ticket: { number: '综 012' } as IssuedTicket } as const
const settings = { idleSeconds: 45, guideIdleSeconds: 90 }

function after(...events: KioskEvent[]): Kiosk {
  return events.reduce((kiosk, event) => kioskAfter(kiosk, event, 0), freshKiosk(0))
}

describe('taking a number', () => {
  test('[U17] is two taps: the matter, then the number', () => {
    expect(after(chosen, asked, issued).place).toMatchObject({ at: 'ticket', paper: 'printing' })
  })

  test('[Q28, U19] refers to the number that was used up, and forgets it with the one who had it', () => {
    const back = { type: 'opened', place: { at: 'home', previous: '综 008' } } as const
    expect(after(back, chosen).place).toMatchObject({ at: 'confirm', previous: '综 008' })
    expect(after(back, chosen, { type: 'left' }, chosen).place).not.toHaveProperty('previous')
    expect(idleOf(after(back), settings, 64_999)).toEqual({ is: 'here' })
    expect(idleOf(after(back), settings, 65_000)).toEqual({ is: 'over' })
  })

  test('[U14] keeps its ids from the opening of the page through every press', () => {
    const kiosk = after(chosen, asked, { type: 'unanswered', commandId: ORDINARY }, asked)
    expect(kiosk.place).toMatchObject({ at: 'confirm', take: 'taking', commands })
  })

  test('[U14] does not start a second take while one is on its way', () => {
    const taking = after(chosen, asked)
    expect(kioskAfter(taking, { type: 'asked', cls: 'priority' }, 5)).toBe(taking)
  })

  test('[U21] ignores an answer when the resident has left or asked for the other class', () => {
    expect(after(chosen, asked, { type: 'left' }, issued).place).toEqual({ at: 'home' })
    const other = after(
      chosen,
      asked,
      { type: 'unanswered', commandId: ORDINARY },
      {
        type: 'asked',
        cls: 'priority',
      },
    )
    expect(isAwaited(other, ORDINARY)).toBe(false)
    expect(isAwaited(other, PRIORITY)).toBe(true)
    expect(kioskAfter(other, issued, 0)).toBe(other)
  })

  test('a refusal is shown with its code and leaves the page as it was', () => {
    const refused = after(chosen, asked, {
      type: 'refused',
      commandId: ORDINARY,
      code: 'kiosk.too_fast',
      params: {},
    })
    expect(refused.place).toMatchObject({
      at: 'confirm',
      take: 'refused',
      refusal: { code: 'kiosk.too_fast' },
    })
  })

  test('[U21] prints a second time once and no more', () => {
    const again = after(
      chosen,
      asked,
      issued,
      { type: 'paper', paper: 'printed' },
      { type: 'printing_again' },
    )
    expect(again.place).toMatchObject({ paper: 'printing', isReprinted: true })
    const third = kioskAfter(
      kioskAfter(again, { type: 'paper', paper: 'printed' }, 0),
      { type: 'printing_again' },
      0,
    )
    expect(third.place).toMatchObject({ paper: 'printed', isReprinted: true })
  })
})

describe('a page left alone', () => {
  const seconds = (kiosk: Kiosk, s: number) => idleOf(kiosk, settings, s * 1000)

  test.each([
    ['a matter chosen', after(chosen), 45],
    ['a guide', after({ type: 'opened', place: { at: 'guide', code: 'MZ-001', unit: null } }), 90],
  ])('[U19] asks after its time and goes home 20 s later: %s', (_, kiosk, limit) => {
    expect(seconds(kiosk, limit - 1)).toEqual({ is: 'here' })
    expect(seconds(kiosk, limit)).toEqual({ is: 'asking', secondsLeft: 20 })
    expect(seconds(kiosk, limit + 19)).toEqual({ is: 'asking', secondsLeft: 1 })
    expect(seconds(kiosk, limit + 20)).toEqual({ is: 'over' })
  })

  test('[U19] stays when somebody touches it at the last second', () => {
    const touched = kioskAfter(after(chosen), { type: 'touched' }, 64_000)
    expect(seconds(touched, 64)).toEqual({ is: 'here' })
  })

  test('[K-3] goes home 12 s after the ticket, 25 s in big type', () => {
    const shown = after(chosen, asked, issued, { type: 'paper', paper: 'printed' })
    expect(seconds(shown, 11)).toMatchObject({ is: 'leaving', secondsLeft: 1 })
    expect(seconds(shown, 12)).toEqual({ is: 'over' })
    const big = kioskAfter(shown, { type: 'looks', looks: { isBig: true } }, 0)
    expect(seconds(big, 24)).toMatchObject({ is: 'leaving', secondsLeft: 1 })
    expect(seconds(big, 25)).toEqual({ is: 'over' })
  })

  test('[U21] keeps a number without paper 90 s before it asks', () => {
    const unprinted = after(chosen, asked, issued, { type: 'paper', paper: 'failed' })
    expect(seconds(unprinted, 89)).toEqual({ is: 'here' })
    expect(seconds(unprinted, 90)).toEqual({ is: 'asking', secondsLeft: 20 })
  })

  test('[U19] 听语音 goes with its resident, and a spoken ticket stays for 25 s', () => {
    const spoken = { type: 'looks', looks: { isSpoken: true } } as const
    expect(after(spoken, chosen).looks.isSpoken).toBe(true)
    expect(after(spoken, { type: 'left' }).looks.isSpoken).toBe(false)
    expect(idleOf(after(spoken), settings, 65_000)).toEqual({ is: 'over' })
    const ticket = after(spoken, chosen, asked, issued, { type: 'paper', paper: 'printed' })
    expect(idleOf(ticket, settings, 24_000)).toMatchObject({ is: 'leaving', secondsLeft: 1 })
  })

  test('[U19] the home page takes back big type, contrast and language, and is otherwise left in peace', () => {
    expect(seconds(freshKiosk(0), 9999)).toEqual({ is: 'here' })
    const english = after({ type: 'looks', looks: { language: 'en' } })
    expect(seconds(english, 64)).toEqual({ is: 'here' })
    expect(seconds(english, 65)).toEqual({ is: 'over' })
    expect(after({ type: 'looks', looks: { isBig: true } }, { type: 'left' }).looks.isBig).toBe(false)
  })
})
