import { parentPort, workerData } from 'node:worker_threads'
import { readSnapshot } from '../store/snapshot.ts'
import { REPORT_READERS } from '../usecases/reports/report-kinds.ts'
import type { ReportOrder, ThreadNews } from './report-messages.ts'
import type { ThreadStart } from './start-thread.ts'

const { file } = workerData as ThreadStart

// A report that fails is a fault of that report; the thread stays for the next one.
parentPort?.on('message', ({ kind, wanted, at }: ReportOrder) => tell(newsOf({ kind, wanted, at })))

function newsOf({ kind, wanted, at }: ReportOrder): ThreadNews {
  try {
    return { is: 'facts', facts: readSnapshot(file, at, (tx) => REPORT_READERS[kind](tx, wanted as never)) }
  } catch (error) {
    return { is: 'fault', error }
  }
}

function tell(news: ThreadNews): void {
  parentPort?.postMessage(news)
}
