import { DeskAnswer, type DeskTicket } from '@counter/shared/contract/desk'
import { instantOf } from '@counter/shared/vocabulary/plain-date'
import { anything } from '../api/caller.ts'
import { enter, type Scene } from './cast.ts'
import type { Catalogue } from './catalogue.ts'
import { chanceOf } from './chance.ts'
import { tidyCases } from './counter-cases.ts'
import { lunchOf } from './day-plan.ts'
import { type Desk, serve } from './intake.ts'
import { type Kiosk, rejoin } from './kiosks.ts'

const NO_SHOW = 0.08
const COMES_BACK = 0.5
const IDLE_MINUTES = 2

interface Props {
  readonly window: number
  readonly kiosks: readonly Kiosk[]
  readonly catalogue: Catalogue
  readonly unitOf: ReadonlyMap<string, string>
}

/** One window through its day: open, call, serve, lunch, and close when nobody is left. */
export async function playWindow(scene: Scene, { window, kiosks, catalogue, unitOf }: Props): Promise<void> {
  const { clock, seed } = scene
  const person = await enter(scene, `clerk${window}`)
  const desk: Desk = { scene, person, catalogue, unitOf, chance: chanceOf(seed, `window ${window}`) }
  await person.command(`/api/windows/${window}/open`, {}, anything)
  let hasEaten = false
  while (!clock.isOver()) {
    if (!hasEaten && clock.minute() >= lunchOf(window).from) {
      await haveLunch(desk, window)
      hasEaten = true
    }
    const ticket = await callNext(desk, window)
    if (ticket === null) {
      await tidyCases(scene, person)
      await clock.wait(IDLE_MINUTES)
    } else await visit(desk, ticket, kiosks)
  }
  await person.command(`/api/windows/${window}/close`, {}, anything)
}

async function callNext({ scene, person }: Desk, window: number): Promise<DeskTicket | null> {
  const reply = await person.command(`/api/windows/${window}/next`, {}, DeskAnswer)
  if (!reply.ok) return null
  scene.tally.count('calls')
  return reply.value.ticket
}

async function visit(desk: Desk, ticket: DeskTicket, kiosks: readonly Kiosk[]): Promise<void> {
  const { scene, person, chance } = desk
  const act = (action: string, body: object) =>
    person.command(`/api/tickets/${ticket.id}/${action}`, body, anything)
  await scene.clock.wait(chance.between(0.3, 1.2))
  if (chance.happens(NO_SHOW)) {
    // Played time is short, so the second call after 30 s of real time is replaced by the reason (Q27).
    await act('miss', { reason: '叫了两遍没有人应', isConfirmed: true })
    scene.tally.count('missed')
    if (chance.happens(COMES_BACK)) await rejoin(scene, kiosks, ticket.number)
    return
  }
  await act('start', {})
  await scene.clock.wait(chance.between(2, 9))
  const outcome = await serve(desk, ticket)
  const finished = await act('finish', { outcome })
  if (finished.ok) scene.tally.count(`visits, ${outcome}`)
}

async function haveLunch({ scene, person }: Desk, window: number): Promise<void> {
  const { clock } = scene
  const minutes = lunchOf(window).until - clock.minute()
  if (minutes <= 0) return
  const until = instantOf(Date.now() + clock.realMs(minutes))
  await person.command(`/api/windows/${window}/pause`, { reason: '午间轮休', until }, anything)
  await clock.wait(minutes)
  await person.command(`/api/windows/${window}/resume`, {}, anything)
}
