// The thread of reports behind a door: it stands still until a file is there, as a very long report would.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { workerData } from 'node:worker_threads'

const door = join(dirname((workerData as { file: string }).file), 'go-on')
const still = new Int32Array(new SharedArrayBuffer(4))

while (!existsSync(door)) Atomics.wait(still, 0, 0, 5)
await import('../src/worker/report-thread.ts')
