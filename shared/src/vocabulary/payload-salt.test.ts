import { describe, expect, test } from 'vitest'
import { newPayloadSalt } from '../client/payload-salt.ts'
import { isPayloadSalt, type PayloadSalt, unsalted, withSalt } from './payload-salt.ts'

/** The bytes 0 to 15. */
const SALT = 'AAECAwQFBgcICQoLDA0ODw' as PayloadSalt

describe('the salt of a payload', () => {
  test('[V29] is 128 bits, drawn anew each time', () => {
    const salts = Array.from({ length: 200 }, newPayloadSalt)
    expect(salts.every(isPayloadSalt)).toBe(true)
    expect(new Set(salts).size).toBe(200)
    expect(isPayloadSalt(SALT)).toBe(true)
  })

  test.each([
    ['120 bits', 'AAECAwQFBgcICQoLDA0O'],
    ['136 bits', 'AAECAwQFBgcICQoLDA0ODxA'],
    ['bits behind the last', 'AAECAwQFBgcICQoLDA0ODx'],
    ['filled up', 'AAECAwQFBgcICQoLDA0ODw=='],
    ['of another alphabet', 'AAECAwQFBgcICQoLDA0O+w'],
    ['in hex', '000102030405060708090a0b0c0d0e0f'],
    ['no text', 16],
    ['nothing', null],
    ['a line behind it', `${SALT}\n`],
  ])('[V29] is none when it is %s', (_what, salt) => {
    expect(isPayloadSalt(salt)).toBe(false)
  })

  test('[V29] is taken out of the payload as it was put in', () => {
    const payload = { text: '一', note: { salt: 'x' } }
    expect(unsalted(withSalt(payload, SALT))).toEqual({ payload, salt: SALT })
  })

  test.each([[{ text: '一' }], [null], ['salt'], [['salt']], [7]])(
    '[V29] is not looked for in what has none: %j',
    (payload) => {
      expect(unsalted(payload)).toEqual({ payload, salt: undefined })
    },
  )

  test('[V29] is no salt at all when nothing stands in its place', () => {
    expect(isPayloadSalt(unsalted({ text: '一', salt: null }).salt)).toBe(false)
    expect(unsalted({ text: '一', salt: null }).salt).toBeNull()
  })
})
