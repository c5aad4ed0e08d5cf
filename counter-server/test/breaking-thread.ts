// The thread of reports that ends without a word, as if its memory had run over, until a file says that it is mended.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { workerData } from 'node:worker_threads'

if (!existsSync(join(dirname((workerData as { file: string }).file), 'mended'))) process.exit(3)
await import('../src/worker/report-thread.ts')
