import { describe, expect, test } from 'vitest'
import { guardReturn } from './return-visit.ts'

describe('a return visit', () => {
  test.each([
    [{ isOpen: true, isStopped: false, reason: null }, null],
    [{ isOpen: true, isStopped: true, reason: null }, 'ticket.return_at_desk'],
    [{ isOpen: false, isStopped: false, reason: null }, 'ticket.hall_closed'],
    [{ isOpen: false, isStopped: true, reason: null }, 'ticket.hall_closed'],
    [{ isOpen: true, isStopped: true, reason: '远道来取证' }, null],
    [{ isOpen: false, isStopped: true, reason: '远道来取证' }, null],
  ])('[Q10, Q42] at the moment %j is refused as %s', (moment, code) => {
    const asked = () => guardReturn(moment)
    if (code === null) expect(asked).not.toThrow()
    else expect(asked).toThrow(expect.objectContaining({ code }))
  })
})
