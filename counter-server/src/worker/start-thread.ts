import { Worker } from 'node:worker_threads'

/** What a thread is started with: the record's file, and no key to open anything in it (P30). */
export interface ThreadStart {
  readonly file: string
}

const SOURCE = import.meta.url.endsWith('.ts')

/** A thread of this folder by its name, from the sources or from what was built. */
export function threadHere(name: string): URL {
  return new URL(`./${name}.${SOURCE ? 'ts' : 'js'}`, import.meta.url)
}

/** Starts a thread that may use so much memory: a heap that runs over ends the thread, never the hall. */
export function startThread(thread: URL, workerData: ThreadStart, maxOldGenerationSizeMb: number): Worker {
  const options = { workerData, env: {}, resourceLimits: { maxOldGenerationSizeMb } }
  if (!thread.pathname.endsWith('.ts')) return new Worker(thread, options)
  // From the sources the thread needs the loader that this process has; Node 20 hands none on to a thread.
  const load = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(thread.href)}) })`
  return new Worker(load, { ...options, eval: true, execArgv: ['--conditions=@counter/source'] })
}
