import { describe, expect, it } from 'vitest'
import { aDetail } from '../../test/case-fixture.ts'
import { maySign, offeredActs } from './offered-acts.ts'

describe('the acts that are offered', () => {
  it('[C401] are the ones the server lists, in its order', () => {
    const detail = aDetail({ actions: ['transfer', 'pause', 'decide', 'add_note'] })
    expect(offeredActs(detail, 'handler')).toEqual(['transfer', 'pause', 'decide', 'add_note'])
  })

  it('[C403] a signer is offered no act that he may only sign', () => {
    const detail = aDetail({ actions: ['decide', 'urge', 'add_note'] })
    expect(offeredActs(detail, 'supervisor')).toEqual(['urge', 'add_note'])
  })

  it('[C403] only a signer may approve, and only what is asked', () => {
    const asked = { kind: 'deny', by: '民政办经办', at: '2026-06-15T01:00:00.000Z', reason: '收入超过标准' }
    const detail = aDetail({ actions: ['decide'], approval: asked })
    expect(maySign(detail, 'supervisor')).toBe(true)
    expect(maySign(detail, 'handler')).toBe(false)
    expect(maySign(aDetail({ actions: ['decide'] }), 'supervisor')).toBe(false)
  })
})
