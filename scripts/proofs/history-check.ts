import { judge } from './hall-acts.ts'
import type { Command } from './hall-commands.ts'
import type { OracleHall, OracleTicket } from './hall-oracle.ts'
import { refusalsOf } from './hall-refusals.ts'
import type { Operation } from './history.ts'
import { createNoes, noesOf } from './history-noes.ts'

/** Where the record has a command: its place in the one order of all changes, and its time. */
export interface Place {
  readonly seq: number
  readonly atMs: number
}

type Placed = Operation & { readonly place: Place }

/**
 * Whether what many clients saw is one order of single steps (linearizable). The record names the order; it must agree
 * with real time, the rules in plain maps must give every answer at its place, and every "no" must have been right at some
 * place between its question and its answer. Gives the divergences one by one, in words.
 */
export function* divergences(
  hall: OracleHall,
  operations: readonly Operation[],
  record: ReadonlyMap<string, Place>,
): Generator<string, void> {
  const { done, problems } = inOrder(operations, record)
  yield* problems
  const tickets = new Map<string, OracleTicket>()
  const noes = createNoes(noesOf(operations, done), (operation) => isRight(hall, tickets, operation))
  yield* noes.tryAfter(0).map(unexplained)
  for (const [at, operation] of done.entries()) {
    hall.now = operation.place.atMs
    const problem = replay(hall, tickets, operation)
    if (problem !== null) yield problem
    yield* noes.tryAfter(at + 1).map(unexplained)
  }
  yield* noes.left().map(unexplained)
}

function unexplained(operation: Operation): string {
  return `no moment explains ${JSON.stringify(operation)}`
}

// A repeat of a command gets the first answer again and is no step of its own.
function inOrder(operations: readonly Operation[], record: ReadonlyMap<string, Place>) {
  const problems: string[] = []
  const byCommand = new Map<string, Placed>()
  for (const operation of operations) {
    if (operation.answered.is === 'refused') continue
    const place = record.get(operation.commandId)
    const earlier = byCommand.get(operation.commandId)
    if (place === undefined) problems.push(`not in the record: ${JSON.stringify(operation)}`)
    else byCommand.set(operation.commandId, together(earlier, { ...operation, place }, problems))
  }
  // Sent twice, a command may be refused and then done; refused alone it must have changed nothing.
  for (const operation of operations)
    if (record.has(operation.commandId) && !byCommand.has(operation.commandId))
      problems.push(`refused, but in the record: ${JSON.stringify(operation)}`)
  const done = [...byCommand.values()].sort((a, b) => a.place.seq - b.place.seq)
  return { done, problems: [...problems, ...againstTime(done)] }
}

function together(earlier: Placed | undefined, operation: Placed, problems: string[]): Placed {
  if (earlier === undefined) return operation
  if (JSON.stringify(earlier.answered) !== JSON.stringify(operation.answered))
    problems.push(`two answers to one command: ${JSON.stringify([earlier, operation])}`)
  return {
    ...earlier,
    invokedAt: Math.min(earlier.invokedAt, operation.invokedAt),
    doneAt: Math.min(earlier.doneAt, operation.doneAt),
  }
}

function againstTime(done: readonly Placed[]): string[] {
  let latest = 0
  return done.flatMap((operation) => {
    const isWrong = operation.doneAt < latest
    latest = Math.max(latest, operation.invokedAt)
    return isWrong ? [`answered before an earlier step began: ${JSON.stringify(operation)}`] : []
  })
}

function isRight(
  hall: OracleHall,
  tickets: ReadonlyMap<string, OracleTicket>,
  operation: Operation,
): boolean {
  const { answered } = operation
  const command = commandOf(operation, tickets)
  return command !== null && answered.is === 'refused' && refusalsOf(hall, command).has(answered.code)
}

function replay(hall: OracleHall, tickets: Map<string, OracleTicket>, operation: Placed): string | null {
  const { answered } = operation
  const command = commandOf(operation, tickets)
  if (command === null || answered.is !== 'done')
    return `about an unknown number: ${JSON.stringify(operation)}`
  const { refusals, ticket } = judge(hall, command)
  if (refusals.size > 0) return `the rules refuse ${[...refusals].join(', ')}: ${JSON.stringify(operation)}`
  if (operation.asked.does === 'open') return null
  if (operation.asked.does === 'issue' && ticket !== null && answered.ticket !== null) {
    ticket.id = answered.ticket.id
    tickets.set(ticket.id, ticket)
  }
  const known = ticket && {
    id: ticket.id,
    number: ticket.number,
    status: ticket.status,
    window: ticket.window,
  }
  return JSON.stringify(known) === JSON.stringify(answered.ticket)
    ? null
    : `the rules give ${JSON.stringify(known)}: ${JSON.stringify(operation)}`
}

function commandOf({ asked, clerk }: Operation, tickets: ReadonlyMap<string, OracleTicket>): Command | null {
  switch (asked.does) {
    case 'issue':
      return { by: 'clerk', does: 'issue', clerk, topic: asked.topic, cls: asked.cls }
    case 'open':
      return { by: 'clerk', does: 'window', clerk, window: asked.window, act: { kind: 'open' } }
    case 'next': {
      const finish = asked.outcome === null ? null : { outcome: asked.outcome, isLate: false }
      return { by: 'clerk', does: 'next', clerk, window: asked.window, finish }
    }
    case 'ticket': {
      const ticket = tickets.get(asked.ticket)
      return ticket === undefined ? null : { by: 'clerk', does: 'ticket', clerk, ticket, act: asked.act }
    }
  }
}
