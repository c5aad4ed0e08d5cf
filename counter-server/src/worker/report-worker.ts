import type { Worker } from 'node:worker_threads'
import type { Instant } from '@counter/shared/vocabulary/time'
import { Refusal } from '../domain/refusal.ts'
import type { ReportKind, ReportMaker } from '../usecases/reports/report-kinds.ts'
import type { ReportOrder, ThreadNews } from './report-messages.ts'
import { startThread, threadHere } from './start-thread.ts'

export interface ReportWorkerOptions {
  /** The record; the thread gets nothing else, above all no key. */
  readonly file: string
  readonly now: () => Instant
  /** What the thread runs; tests have others. */
  readonly thread?: URL
  /** A report that takes longer ends its snapshot unfinished; asked anew for each (R7). */
  readonly limitMs: () => number
}

export interface ReportWorker extends ReportMaker {
  close(): Promise<void>
}

interface Wish {
  readonly kind: ReportKind
  readonly wanted: unknown
  readonly signal: AbortSignal
  readonly resolve: (facts: never) => void
  readonly reject: (reason: unknown) => void
}

/** A heap that runs over ends the thread, never the hall. */
const MOST_MEMORY_MB = 1024
const THREAD = threadHere('report-thread')

/** One thread for all reports: one is made, one may wait, and whoever comes then is told so (R7, K26). */
export function createReportWorker(options: ReportWorkerOptions): ReportWorker {
  const { now, limitMs } = options
  let thread: Worker | null = null
  let running: { readonly wish: Wish; readonly timer: NodeJS.Timeout } | null = null
  let waiting: Wish | null = null

  function begin(wish: Wish): void {
    const order: ReportOrder = { kind: wish.kind, wanted: wish.wanted, at: now() }
    running = { wish, timer: setTimeout(() => giveUp(new Refusal('report.too_long')), limitMs()) }
    thread ??= open()
    thread.postMessage(order)
  }

  function open(): Worker {
    const opened = startThread(options.thread ?? THREAD, { file: options.file }, MOST_MEMORY_MB)
    opened.unref()
    opened.on('message', (news: ThreadNews) => {
      if (opened !== thread) return
      settle(
        news.is === 'facts' ? (wish) => wish.resolve(news.facts as never) : (wish) => wish.reject(news.error),
      )
    })
    // The thread ends alone; whoever waits for its report may safely ask again (R6).
    opened.on('error', (error) => lost(opened, error))
    opened.on('exit', (code) => lost(opened, new Error(`the report thread ended with ${code}`)))
    return opened
  }

  function lost(which: Worker, error: unknown): void {
    if (which !== thread) return
    thread = null
    settle((wish) => wish.reject(error))
  }

  function giveUp(reason: unknown): void {
    void thread?.terminate()
    thread = null
    settle((wish) => wish.reject(reason))
  }

  function settle(answer: (wish: Wish) => void): void {
    if (running === null) return
    const { wish, timer } = running
    clearTimeout(timer)
    running = null
    answer(wish)
    const next = waiting
    waiting = null
    if (next !== null) begin(next)
  }

  function takeBack(wish: Wish): void {
    if (wish === waiting) {
      waiting = null
      wish.reject(wish.signal.reason)
    } else if (wish === running?.wish) giveUp(wish.signal.reason)
  }

  return {
    make: (kind, wanted, signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason)
        if (waiting !== null) return reject(new Refusal('report.busy'))
        const wish: Wish = { kind, wanted, signal, resolve, reject }
        signal.addEventListener('abort', () => takeBack(wish), { once: true })
        if (running === null) begin(wish)
        else waiting = wish
      }),
    async close() {
      const open = thread
      waiting?.reject(new Error('the server is closing'))
      waiting = null
      giveUp(new Error('the server is closing'))
      await open?.terminate()
    },
  }
}
