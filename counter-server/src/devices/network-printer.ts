import { isOwnNetwork } from '../domain/paper/printer-address.ts'
import type { Raster } from '../domain/paper/raster.ts'
import type { PaperOutcome, PaperPrinter, PrinterAddress } from '../usecases/paper/paper-printer.ts'
import { DONE_QUESTION, NOW_QUESTIONS, paperBytes } from './escpos.ts'
import { openLine, type PrinterLine } from './printer-line.ts'

/** How long each step may take, in ms. */
export interface PrinterTimes {
  readonly connectMs: number
  readonly statusMs: number
  readonly writeMs: number
  readonly doneMs: number
}

const TIMES: PrinterTimes = { connectMs: 2_000, statusMs: 800, writeMs: 6_000, doneMs: 6_000 }

/** Prints on receipt printers that listen on a raw TCP port (9100). One printer takes one paper at a time. */
export function createNetworkPrinter(times: Partial<PrinterTimes> = {}): PaperPrinter {
  const limits = { ...TIMES, ...times }
  const lines = new Map<string, Promise<unknown>>()
  return {
    print(address, raster) {
      const key = `${address.host} ${address.port}`
      const turn = (lines.get(key) ?? Promise.resolve()).then(() => printOn(address, raster, limits))
      const rest = turn.catch(() => undefined).finally(() => lines.get(key) === rest && lines.delete(key))
      lines.set(key, rest)
      return turn
    },
  }
}

async function printOn(address: PrinterAddress, raster: Raster, times: PrinterTimes): Promise<PaperOutcome> {
  // Judged again here: a row of the store must not be able to reach beyond the own network.
  if (!isOwnNetwork(address.host)) throw new Error(`${address.host} is not in the own network`)
  const line = await openLine(address, times.connectMs)
  if (line === null) return { state: 'failed', fault: 'unreachable' }
  try {
    return await printThrough(line, raster, times)
  } finally {
    line.drop()
  }
}

async function printThrough(line: PrinterLine, raster: Raster, times: PrinterTimes): Promise<PaperOutcome> {
  const before = await askNow(line, times)
  if (before.fault !== null) return { state: 'failed', fault: before.fault }
  const isTaken = await line.write(paperBytes(raster), times.writeMs)
  // The cut comes last, so a paper whose bytes were not all taken is not one.
  if (!isTaken) return { state: 'failed', fault: line.isBroken() ? 'cut_off' : 'no_answer' }
  return before.answers ? askDone(line, times) : letGo(line, times)
}

/** How the printer is; one that does not know the questions is silent, and that is no fault. */
async function askNow(line: PrinterLine, times: PrinterTimes) {
  for (const { bytes, faultOf } of NOW_QUESTIONS) {
    const isAsked = await line.write(bytes, times.statusMs)
    const answer = isAsked ? await line.answer(times.statusMs) : null
    if (answer === null) return { answers: false, fault: line.isBroken() ? ('cut_off' as const) : null }
    const fault = faultOf(answer)
    if (fault !== null) return { answers: true, fault }
  }
  return { answers: true, fault: null }
}

// A printer that spoke before and is now silent may or may not have printed (Q44).
async function askDone(line: PrinterLine, times: PrinterTimes): Promise<PaperOutcome> {
  await line.write(DONE_QUESTION.bytes, times.statusMs)
  const answer = await line.answer(times.doneMs)
  if (answer !== null) {
    const fault = DONE_QUESTION.faultOf(answer)
    return fault === null ? { state: 'printed', fault } : { state: 'failed', fault }
  }
  if (line.isBroken()) return { state: 'unknown', fault: 'cut_off' }
  const after = await askNow(line, times)
  return after.fault === null
    ? { state: 'unknown', fault: 'no_answer' }
    : { state: 'failed', fault: after.fault }
}

async function letGo(line: PrinterLine, times: PrinterTimes): Promise<PaperOutcome> {
  return (await line.end(times.writeMs))
    ? { state: 'printed', fault: null }
    : { state: 'unknown', fault: 'cut_off' }
}
