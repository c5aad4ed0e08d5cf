// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { setNoPaper, useOwnPrinter } from './own-printer.ts'

afterEach(() => vi.restoreAllMocks())

test('[U21] a full store of the browser keeps no number from its page', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  setNoPaper(true)
  expect(useOwnPrinter.getState().hasNoPaper).toBe(true)
  setNoPaper(false)
  expect(useOwnPrinter.getState().hasNoPaper).toBe(false)
})
