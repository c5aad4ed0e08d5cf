import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

describe('canonical JSON', () => {
  test('[V29] sorts keys at every depth, drops what is absent and writes no blank', () => {
    const value = { b: [2, { d: null, c: '示例' }], a: true, z: undefined }
    expect(canonicalJson(value)).toBe('{"a":true,"b":[2,{"c":"示例","d":null}]}')
  })

  test('[V29] sorts by UTF-16 units, so a capital stands before a small letter', () => {
    expect(canonicalJson({ a: 1, B: 2, é: 3 })).toBe('{"B":2,"a":1,"é":3}')
  })

  test('[V29] does not depend on the order in which a payload was put together', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse())
        expect(canonicalJson(turned)).toBe(canonicalJson(value))
      }),
    )
  })

  test('[V29] means the same value when read back', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})
