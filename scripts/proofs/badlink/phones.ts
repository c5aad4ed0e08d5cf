import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { VillageCode } from '@counter/shared/vocabulary/ids'
import type { Agent } from './agent-doors.ts'
import type { Ledger } from './ledger.ts'
import type { Asked, PhoneEnd, PhoneTask, Told } from './phone-words.ts'

/** What a phone still has to do, as it last said. */
export interface Standing {
  readonly texts: number
  readonly photos: number
  readonly attention: number
}

/** A phone in a thread of its own. */
export interface Phone {
  readonly village: VillageCode
  /** All that it was told is kept, which no fault of anybody else can change. */
  readonly kept: Ledger['submitted'][number][]
  /** Null until all that was asked of it is kept and it has said how it stands since. */
  standing(): Standing | null
  take(place: number): void
  end(): Promise<PhoneEnd>
  kill(): Promise<unknown>
}

// Node 20 hands the loader of this process on to no thread.
const PHONE = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(new URL('phone.ts', import.meta.url).href)}) })`

/** Starts the phone of a point; resolves when it is ready to take cases. */
export async function startPhone(url: string, agent: Agent, seed: number): Promise<Phone> {
  const { staffId, village, headers } = agent
  const task: PhoneTask = { url, headers, agent: staffId, village, seed }
  const worker = new Worker(PHONE, {
    eval: true,
    workerData: task,
    execArgv: ['--conditions=@counter/source'],
  })
  const kept: Phone['kept'] = []
  let asked = 0
  let standing: Standing | null = null
  let end: (value: PhoneEnd) => void = () => undefined
  const ended = new Promise<PhoneEnd>((resolve, reject) => {
    end = resolve
    worker.on('error', reject)
  })
  // Whoever waits for its end hears of it; the runner may not have come so far.
  ended.catch(() => undefined)
  const ready = new Promise<void>((resolve, reject) => {
    worker.on('error', reject)
    worker.on('message', (told: Told) => told.is === 'ready' && resolve())
  })
  worker.on('message', (told: Told) => {
    if (told.is === 'kept') kept.push({ village, kept: told.kept })
    if (told.is === 'kept') standing = null
    if (told.is === 'standing') standing = told
    if (told.is === 'ended') end(told.end)
  })
  const say = (words: Asked) => worker.postMessage(words)
  await ready
  return {
    village,
    kept,
    standing: () => (kept.length < asked ? null : standing),
    take(place) {
      asked += 1
      say({ do: 'take', place })
    },
    end() {
      say({ do: 'end' })
      return ended
    },
    kill: async () => {
      await Promise.all([worker.terminate(), once(worker, 'exit')])
    },
  }
}
