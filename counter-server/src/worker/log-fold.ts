import type { Worker } from 'node:worker_threads'
import { startThread, threadHere } from './start-thread.ts'

/** What the thread says after a turn: that the log is in the file, or why it is not. */
export type FoldNews = { readonly code: null } | { readonly code: string; readonly message: string }

/** Writes the log of changes back into the file in a thread of its own, for which no press waits (R1). */
export interface LogFold {
  /** Whoever asks while it is at work waits for the same turn. */
  fold(): Promise<void>
  close(): Promise<void>
}

const MOST_MEMORY_MB = 64
const THREAD = threadHere('fold-thread')

/** The thread is started when there is something to fold, and again when it was lost. */
export function createLogFold(file: string): LogFold {
  let thread: Worker | null = null
  let turn: Promise<void> | null = null

  function foldOnce(): Promise<void> {
    return new Promise((resolve, reject) => {
      thread ??= startThread(THREAD, { file }, MOST_MEMORY_MB)
      const asked = thread
      asked.unref()
      const lost = (why: unknown) => {
        thread = null
        settle(() => reject(why instanceof Error ? why : new Error(`the folding thread ended with ${why}`)))
      }
      const told = (news: FoldNews) =>
        settle(() =>
          news.code === null
            ? resolve()
            : reject(Object.assign(new Error(news.message), { code: news.code })),
        )
      function settle(answer: () => void): void {
        asked.off('message', told).off('error', lost).off('exit', lost)
        answer()
      }
      asked.on('message', told).on('error', lost).on('exit', lost)
      asked.postMessage('fold')
    })
  }

  return {
    fold() {
      turn ??= foldOnce().finally(() => {
        turn = null
      })
      return turn
    },
    async close() {
      await thread?.terminate()
      thread = null
    },
  }
}
