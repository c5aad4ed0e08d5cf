import { PRINT_STATES } from '@counter/shared/vocabulary/ticket'
import type { Instant } from '@counter/shared/vocabulary/time'
import { describe, expect, test } from 'vitest'
import { isSettled, mayBecome } from './job.ts'
import { requireAgain } from './print-again.ts'
import { isOwnNetwork } from './printer-address.ts'
import { requireRaster } from './raster.ts'

const FIRST = '2026-06-12T01:40:00.000Z' as Instant
const at = (time: string) => `2026-06-12T${time}Z` as Instant

describe('print jobs', () => {
  test('[Q44] a print job goes queued, sent, then printed, failed or unknown, and never back', () => {
    const moves = PRINT_STATES.flatMap((from) =>
      PRINT_STATES.filter((to) => mayBecome(from, to)).map((to) => `${from} ${to}`),
    )
    expect(moves).toEqual(['queued sent', 'sent printed', 'sent failed', 'sent unknown'])
    expect(PRINT_STATES.filter(isSettled)).toEqual(['printed', 'failed', 'unknown'])
  })

  test('[Q44] the kiosk prints again once, within ten minutes to the millisecond', () => {
    expect(() => requireAgain('kiosk', { count: 1, firstAt: FIRST }, at('01:50:00.000'))).not.toThrow()
    expect(() => requireAgain('kiosk', { count: 1, firstAt: FIRST }, at('01:50:00.001'))).toThrow(
      'print.again_late',
    )
    expect(() => requireAgain('kiosk', { count: 2, firstAt: FIRST }, at('01:41:00.000'))).toThrow(
      'print.again_limit',
    )
  })

  test('[Q44] staff print again as often and as late as they are asked', () => {
    expect(() => requireAgain('staff', { count: 30, firstAt: FIRST }, at('09:00:00.000'))).not.toThrow()
  })
})

describe('printers', () => {
  test.each(['10.0.0.9', '127.0.0.1', '172.16.0.1', '172.31.255.254', '192.168.1.50', '::1', 'fd12:3456::7'])(
    '[Q44] %s is an address of the own network',
    (host) => {
      expect(isOwnNetwork(host)).toBe(true)
    },
  )

  test.each([
    '8.8.8.8',
    '172.15.0.1',
    '172.32.0.1',
    '192.169.1.1',
    '169.254.169.254',
    '0.0.0.0',
    '127.1',
    '0x7f.0.0.1',
    '2130706433',
    '010.0.0.1',
    '192.168.1.50 ',
    '192.168.1.50.evil.example',
    'localhost',
    'printer.local',
    '::ffff:8.8.8.8',
    '2001:db8::1',
    '',
  ])('[Q44] %s is no address of the own network', (host) => {
    expect(isOwnNetwork(host)).toBe(false)
  })

  test('[Q44] a picture fills its rows and is no longer than the longest slip of its roll', () => {
    expect(() => requireRaster({ width: 80, height: 880, dots: new Uint8Array(72 * 880) })).not.toThrow()
    expect(() => requireRaster({ width: 58, height: 960, dots: new Uint8Array(48 * 960) })).not.toThrow()
    for (const raster of [
      { width: 80 as const, height: 881, dots: new Uint8Array(72 * 881) },
      { width: 58 as const, height: 961, dots: new Uint8Array(48 * 961) },
      { width: 80 as const, height: 10, dots: new Uint8Array(719) },
      { width: 58 as const, height: 10, dots: new Uint8Array(481) },
    ])
      expect(() => requireRaster(raster)).toThrow('print.picture')
  })
})
