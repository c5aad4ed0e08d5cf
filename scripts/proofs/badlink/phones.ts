import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { newCommandId } from '@counter/shared/client/commands'
import type { CaseId, CommandId, VillageCode } from '@counter/shared/vocabulary/ids'
import { chanceOf } from '../../play/chance.ts'
import type { Agent } from './agent-doors.ts'
import { applyCommit, type DiskImage } from './disk-image.ts'
import type { Ledger, PhoneEnd, Waking } from './ledger.ts'
import type { Asked, Death, PhoneTask, Standing, Stubs, Taking, Told } from './phone-words.ts'
import { notesOf } from './submission.ts'

/** A phone, whose page is a thread that may be killed and come back. */
export interface Phone {
  readonly village: VillageCode
  /** All that it was told is kept, which no fault of anybody else can change. */
  readonly kept: Ledger['submitted'][number][]
  readonly wakings: Waking[]
  readonly deaths: Death[]
  /** Null until all that was asked of it is kept and it has said how it stands since. */
  standing(): Standing | null
  take(place: number): void
  /** Its page dies at a random step of this kind, and is opened again some seconds later. */
  die(at: Death): void
  /** Nothing kills it from now on; resolves when its page is there. */
  live(): Promise<void>
  end(): Promise<PhoneEnd>
  kill(): Promise<unknown>
}

// Node 20 hands the loader of this process on to no thread.
const PAGE = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(new URL('phone.ts', import.meta.url).href)}) })`
const SHORTEST_DARK_MS = 300
const LONGEST_DARK_MS = 4_000
const MOST_STEPS = 12
/** A part of a photo is on its way for as long as both ways take, and no longer. */
const MOST_STEPS_OF_PHOTO = 6

/** Starts the phone of a point; resolves when it is ready to take cases. */
export async function startPhone(url: string, agent: Agent, seed: number): Promise<Phone> {
  const { staffId, village, headers } = agent
  const chance = chanceOf(seed, `deaths ${village}`)
  const image: DiskImage = new Map()
  const kept: Phone['kept'] = []
  const wakings: Waking[] = []
  const deaths: Death[] = []
  const duplicates = new Set<CommandId>()
  const frozen = new Set<CommandId>()
  const asked: Taking[] = []
  let written: CommandId | null = null
  let longestSendingMs = 0
  let standing: Standing | null = null
  let stubs: Stubs | null = null
  let isOver = false
  let fault: Error | null = null
  let waking = comesAwake()
  let worker = openPage(0)

  function openPage(life: number): Worker {
    const unfinished = asked.slice(kept.length)
    const task: PhoneTask = { url, headers, agent: staffId, village, seed, life, image, unfinished }
    const page = new Worker(PAGE, {
      eval: true,
      workerData: task,
      execArgv: ['--conditions=@counter/source'],
    })
    page.on('message', hear)
    page.on('error', (error) => {
      fault = error
      waking.fails(error)
    })
    page.on('exit', () => {
      if (!isOver && deaths.length > life) void comeBack(life + 1)
    })
    return page
  }

  async function comeBack(life: number): Promise<void> {
    await pause(chance.between(SHORTEST_DARK_MS, LONGEST_DARK_MS))
    if (!isOver) worker = openPage(life)
  }

  function hear(told: Told): void {
    switch (told.is) {
      case 'ready':
        return waking.succeeds()
      case 'committed':
        return applyCommit(image, told.commit)
      case 'drafted':
        written = told.id
        return
      case 'frozen':
        written = null
        frozen.add(told.id)
        return
      case 'woke':
        if (deaths.length > 0) wakings.push({ village, written, frozen: [...frozen], found: told })
        return
      case 'kept':
        kept.push({ village, kept: told.kept })
        standing = null
        return
      case 'duplicates':
        for (const id of told.ids) duplicates.add(id)
        return
      case 'standing':
        standing = told
        longestSendingMs = Math.max(longestSendingMs, told.sendingMs)
        return
      case 'dies':
        deaths.push(told.at)
        waking = comesAwake()
        standing = null
        return
      case 'ended':
        stubs = told.stubs
    }
  }

  const say = (words: Asked) => worker.postMessage(words)
  const phone: Phone = {
    village,
    kept,
    wakings,
    deaths,
    standing() {
      if (fault !== null) throw fault
      return kept.length < asked.length ? null : standing
    },
    take(place) {
      const caseId = newCommandId() as string as CaseId
      const ids = Array.from({ length: 1 + notesOf(place) }, newCommandId)
      asked.push({ place, caseId, ids })
      say({ do: 'take', taking: { place, caseId, ids } })
    },
    die(at) {
      const most = at === 'photo' ? MOST_STEPS_OF_PHOTO : MOST_STEPS
      say({ do: 'die', at, after: Math.floor(chance.between(0, most)) })
    },
    async live() {
      await waking.done
      say({ do: 'live' })
    },
    async end() {
      say({ do: 'end' })
      while (stubs === null) {
        if (fault !== null) throw fault
        await pause(20)
      }
      return { stubs, duplicates: [...duplicates], longestSendingMs }
    },
    async kill() {
      isOver = true
      await worker.terminate()
    },
  }
  await waking.done
  return phone
}

function comesAwake() {
  let succeeds: () => void = () => undefined
  let fails: (error: Error) => void = () => undefined
  const done = new Promise<void>((resolve, reject) => {
    succeeds = resolve
    fails = reject
  })
  // Whoever waits for it hears of it; the runner may not have come so far.
  done.catch(() => undefined)
  return { done, succeeds, fails }
}
