import { Hall, IssuedTicket, Rejoined } from '@counter/shared/contract/hall'
import { Enrolment } from '@counter/shared/contract/people'
import { type Caller, required } from '../api/caller.ts'
import { enrolDevice } from '../api/doors.ts'
import type { Person, Scene } from './cast.ts'
import { chanceOf } from './chance.ts'
import { arrivalsOf } from './day-plan.ts'

const KIOSKS = 4
/** A kiosk gives one number in three seconds (Q8); a little more, because the next request may travel faster. */
const GAP_MS = 3_400

export interface Kiosk {
  readonly caller: Caller
  freeAt: number
}

/** Enrols the four kiosks as the supervisor would (N12). */
export async function openKiosks({ url }: Scene, supervisor: Person): Promise<Kiosk[]> {
  const kiosks: Kiosk[] = []
  for (let number = 1; number <= KIOSKS; number += 1) {
    const body = { kind: 'kiosk', name: `演示取号机 ${number}` }
    const { code } = required(await supervisor.command('/api/enrolments', body, Enrolment), 'enrol a kiosk')
    kiosks.push({ caller: await enrolDevice(url, 'kiosk', code), freeAt: 0 })
  }
  return kiosks
}

/** Residents come and take numbers until the hall closes. */
export async function playArrivals(scene: Scene, kiosks: readonly Kiosk[]): Promise<void> {
  const { clock, seed, tally } = scene
  const chance = chanceOf(seed, 'arrivals')
  const hall = await readHall(kiosks)
  for (const { minute, isPriority } of arrivalsOf(chance)) {
    await clock.waitUntil(minute)
    if (clock.isOver()) return
    const { topic } = chance.pick(hall.topics)
    const kiosk = await freeKiosk(scene, kiosks)
    const cls = isPriority ? 'priority' : 'ordinary'
    const reply = await kiosk.caller.command('/api/tickets', { topic, cls }, IssuedTicket)
    if (reply.ok) tally.count(isPriority ? 'numbers, priority' : 'numbers')
    else tally.refused(reply.code)
  }
}

/** A missed resident comes back to a kiosk with the number (K-5). */
export async function rejoin(scene: Scene, kiosks: readonly Kiosk[], number: string): Promise<void> {
  const kiosk = await freeKiosk(scene, kiosks)
  const reply = await kiosk.caller.command('/api/tickets/kiosk-rejoin', { number }, Rejoined)
  if (reply.ok) scene.tally.count('came back')
  else scene.tally.refused(reply.code)
}

async function readHall(kiosks: readonly Kiosk[]): Promise<Hall> {
  const [kiosk] = kiosks
  if (kiosk === undefined) throw new Error('the hall has no kiosk')
  return required(await kiosk.caller.get('/api/hall', Hall), 'read the hall')
}

async function freeKiosk({ clock }: Scene, kiosks: readonly Kiosk[]): Promise<Kiosk> {
  const kiosk = [...kiosks].toSorted((a, b) => a.freeAt - b.freeAt)[0]
  if (kiosk === undefined) throw new Error('the hall has no kiosk')
  const waitMs = kiosk.freeAt - performance.now()
  kiosk.freeAt = Math.max(kiosk.freeAt, performance.now()) + GAP_MS
  if (waitMs > 0) await clock.wait(waitMs / clock.realMs(1))
  return kiosk
}
