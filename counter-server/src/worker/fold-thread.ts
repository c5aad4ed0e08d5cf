import { parentPort, workerData } from 'node:worker_threads'
import { openForFolding } from '../store/log.ts'
import type { FoldNews } from './log-fold.ts'
import type { ThreadStart } from './start-thread.ts'

const { file } = workerData as ThreadStart
let fold: (() => void) | null = null

parentPort?.on('message', () => parentPort?.postMessage(newsOf()))

// An error of the database loses its code on the way between threads, and by it the store knows a failing disk (R10).
function newsOf(): FoldNews {
  try {
    fold ??= openForFolding(file)
    fold()
    return { code: null }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN'
    return { code, message: String(error) }
  }
}
