import { newCommandId } from '@counter/shared/client/commands'
import type { StaffId, TicketId, TopicKey } from '@counter/shared/vocabulary/ids'
import { civilDate, instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import type { VisitOutcome } from '@counter/shared/vocabulary/ticket'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { Ticket } from '../../counter-server/src/domain/queue/ticket.ts'
import { Refusal } from '../../counter-server/src/domain/refusal.ts'
import { findTopics, findWindowOfStaff, findWindows } from '../../counter-server/src/store/hall.ts'
import type { Origin } from '../../counter-server/src/store/origin.ts'
import { findStaffOfRole } from '../../counter-server/src/store/people.ts'
import { findOfDay } from '../../counter-server/src/store/tickets.ts'
import { callNextTicket, pickTicket } from '../../counter-server/src/usecases/hall/call-next-ticket.ts'
import { changeWindowServices } from '../../counter-server/src/usecases/hall/change-services.ts'
import { closePastDays } from '../../counter-server/src/usecases/hall/close-day.ts'
import type { DeskResult } from '../../counter-server/src/usecases/hall/desk-result.ts'
import { issueTicket } from '../../counter-server/src/usecases/hall/issue-ticket.ts'
import {
  cancelByToken,
  postponeByToken,
  rejoinByToken,
} from '../../counter-server/src/usecases/hall/resident-acts.ts'
import { serveAtOnce } from '../../counter-server/src/usecases/hall/serve-directly.ts'
import type { TicketAct } from '../../counter-server/src/usecases/hall/ticket-act.ts'
import { actOnTicket } from '../../counter-server/src/usecases/hall/ticket-acts.ts'
import { createWaitEstimator } from '../../counter-server/src/usecases/hall/wait.ts'
import { actOnWindow, type WindowAct } from '../../counter-server/src/usecases/hall/window-acts.ts'
import type { ClerkCommand, Command, TicketAct as OracleAct, ResidentCommand } from './hall-commands.ts'
import type { OracleTicket } from './hall-oracle.ts'
import { fail, startModelStore } from './model-store.ts'

export interface ProductHall {
  readonly topics: ReadonlyMap<string, { readonly line: string; readonly prefix: string }>
  readonly clerks: readonly string[]
  /** Sets the clock and closes what is past. */
  openDay(at: number): Promise<void>
  setServices(window: number, services: ReadonlyMap<string, 'main' | 'helps'>): Promise<void>
  /** Does a command at an instant; the id of the ticket the answer is about, or the code of the refusal. */
  perform(
    command: Command,
    at: number,
  ): Promise<{ readonly ticket: string | null } | { readonly refused: string }>
  /** The tickets of the day of an instant, as the store has them, by id. */
  ticketsOf(day: number): ReadonlyMap<string, StoredTicket>
  windows(): readonly { readonly window: number; readonly state: string; readonly clerk: string | null }[]
  close(): void
}

/** The fields the oracle speaks of. */
export type StoredTicket = Omit<OracleTicket, 'id'>

/** The product's own use cases on its own store in memory, with a clock that the proof moves. */
export async function startProductHall(): Promise<ProductHall> {
  let now = 0
  const base = await startModelStore(() => now)
  const { store } = base
  const deps = { ...base, wait: createWaitEstimator(base, fail) }
  const staff = store.read((tx) => findStaffOfRole(tx, 'clerk'))
  const staffIdOf = new Map(staff.map(({ id, signInName }) => [signInName, id]))
  const signInNameOf = new Map(staff.map(({ id, signInName }) => [id as string, signInName]))
  const topics = store.read(
    (tx) =>
      new Map(
        findTopics(tx).map(({ topic, line, prefix }) => [topic as string, { line: line as string, prefix }]),
      ),
  )

  function originOf(clerk: string | null): Origin {
    const commandId = newCommandId()
    return clerk === null
      ? { actor: 'token', role: 'token', device: null, commandId }
      : { actor: `staff:${clerk}`, role: 'clerk', device: null, commandId }
  }

  const asResident = async ({ does, ticket: { id } }: ResidentCommand) => {
    const asked = { origin: originOf(null), ticket: id as TicketId }
    await RESIDENT[does](deps, asked)
    return id
  }

  async function asClerk(command: ClerkCommand): Promise<string | null> {
    const staffId = (staffIdOf.get(command.clerk) ?? '') as StaffId
    const by = { origin: originOf(command.clerk), staff: staffId }
    switch (command.does) {
      case 'issue': {
        const { topic, cls } = command
        const asked = {
          origin: by.origin,
          topic: topic as TopicKey,
          cls,
          channel: 'desk',
          reason: null,
        } as const
        return (await issueTicket(deps, asked)).ticket.id
      }
      case 'next': {
        const { window, finish } = command
        const asked = finish && {
          outcome: finish.outcome as VisitOutcome,
          isLateEntry: finish.isLate,
          topicServed: null,
        }
        return idOf(await callNextTicket(deps, { ...by, window, finish: asked }))
      }
      case 'pick': {
        const { window, ticket, reason } = command
        return idOf(await pickTicket(deps, { ...by, window, ticket: ticket.id as TicketId, reason }))
      }
      case 'direct': {
        const { window, topic, reason } = command
        return idOf(await serveAtOnce(deps, { ...by, window, topic: topic as TopicKey, reason }))
      }
      case 'window':
        await actOnWindow(deps, {
          ...by,
          window: command.window,
          act: { until: null, ...command.act } as WindowAct,
        })
        return null
      case 'ticket': {
        const window = store.read((tx) => findWindowOfStaff(tx, staffId))
        const ticket = command.ticket.id as TicketId
        return idOf(
          await actOnTicket(deps, {
            ...by,
            window,
            ticket,
            expectedVersion: null,
            act: actOf(command.act, now),
          }),
        )
      }
    }
  }

  return {
    topics,
    clerks: [...staffIdOf.keys()],
    async openDay(at) {
      now = at
      await closePastDays(deps)
    },
    async setServices(window, services) {
      await changeWindowServices(deps, {
        origin: originOf('admin'),
        window,
        services: [...services].map(([topic, rank]) => ({ topic: topic as TopicKey, rank })),
        isConfirmed: true,
        reason: '今天这样办',
      })
    },
    async perform(command, at) {
      now = at
      try {
        return { ticket: await (command.by === 'resident' ? asResident(command) : asClerk(command)) }
      } catch (error) {
        if (error instanceof Refusal) return { refused: error.code }
        throw error
      }
    },
    ticketsOf: (day) =>
      store.read(
        (tx) =>
          new Map(findOfDay(tx, civilDate(instantOf(day))).map((row) => [row.id as string, storedOf(row)])),
      ),
    windows: () =>
      store.read((tx) =>
        findWindows(tx, civilDate(instantOf(now))).map(({ window, state, duty }) => ({
          window,
          state,
          clerk: duty === null ? null : (signInNameOf.get(duty.staff) ?? null),
        })),
      ),
    close: () => store.close(),
  }
}

function idOf({ ticket }: DeskResult): string | null {
  return ticket?.ticket.id ?? null
}

const RESIDENT = { rejoin: rejoinByToken, postpone: postponeByToken, cancel: cancelByToken }

function actOf(act: OracleAct, now: number): TicketAct {
  if (act.kind === 'finish') {
    const { outcome, isLate } = act
    return { kind: 'finish', outcome: outcome as VisitOutcome, topicServed: null, isLateEntry: isLate }
  }
  if (act.kind === 'move') return { kind: 'move', to: act.to.id as TicketId, reason: act.reason }
  if (act.kind !== 'serve-by-hand') return act as TicketAct
  const { outcome, agoMs, reason } = act
  const servedAt = instantOf(now - agoMs)
  return {
    kind: 'serve-by-hand',
    window: null,
    outcome: outcome as VisitOutcome,
    topicServed: null,
    servedAt,
    reason,
  }
}

function storedOf(row: Ticket): StoredTicket {
  const ms = (at: Instant | null) => (at === null ? null : toMs(at))
  return {
    number: row.number,
    line: row.line,
    topic: row.topic,
    cls: row.cls as OracleTicket['cls'],
    status: row.status,
    base: row.baseTime,
    key: row.callKey,
    order: row.issueOrder,
    directed: row.directedWindow,
    window: row.window,
    leg: row.leg,
    callNo: row.callNo,
    counted: row.countedCalls,
    lastCounted: ms(row.lastCountedCallAt),
    lastCall: ms(row.lastCallAt),
    calledAt: ms(row.calledAt),
    firstCalledAt: ms(row.firstCalledAt),
    startedAt: ms(row.startedAt),
    finishedAt: ms(row.finishedAt),
    cancelledAt: ms(row.cancelledAt),
    cancelledFrom: row.cancelledFrom,
    outcome: row.outcome,
    rejoins: row.rejoins,
    postpones: row.postpones,
    overtaken: row.overtaken,
    isProtected: row.protectedAt !== null,
  }
}
