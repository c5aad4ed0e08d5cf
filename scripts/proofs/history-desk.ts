import type { TicketAct } from './hall-commands.ts'
import type { Actor, Asked, Operation } from './history.ts'

const TOPICS = ['social', 'relief', 'subsidy', 'family', 'forest', 'farm', 'mediation', 'unsure']

const MOST_KNOWN = 60

type Choice = readonly [weight: number, asked: () => Asked]

export type Desk = ReturnType<typeof createDesk>

/** What one kiosk or window asks next, from what it was last answered; `known` are numbers it may meddle with. */
export function createDesk({ window }: Actor, known: string[], below: (many: number) => number) {
  let current: { readonly id: string; readonly status: string } | null = null

  const topic = () => TOPICS[below(TOPICS.length)] ?? 'unsure'
  const act = (ticket: string, made: TicketAct): Asked => ({ does: 'ticket', ticket, act: made })
  const someone = () => known[below(Math.max(1, known.length))]
  const next = (outcome: string | null): Asked => ({ does: 'next', window: window ?? 0, outcome })

  // A number that another window has, holds or has ended: most of these are refused, each for a reason of its own.
  function meddle(): Asked {
    const ticket = someone()
    if (ticket === undefined) return next(null)
    const acts: TicketAct[] = [
      { kind: 'start' },
      { kind: 'return', reason: '轮到了' },
      { kind: 'rejoin' },
      { kind: 'cancel' },
      { kind: 'release' },
      { kind: 'reclass', cls: below(2) === 0 ? 'priority' : 'ordinary', reason: '说错了' },
      { kind: 'transfer', to: { topic: topic() }, place: 'by_key', reason: null, isConfirmed: true },
    ]
    return act(ticket, acts[below(acts.length)] ?? { kind: 'start' })
  }

  function choices(): readonly Choice[] {
    if (current === null)
      return [
        [8, () => next(null)],
        [3, meddle],
      ]
    const { id, status } = current
    const common: Choice[] = [
      [1, () => act(id, { kind: 'hold', reason: '取材料' })],
      [
        1,
        () =>
          act(id, {
            kind: 'transfer',
            to: { topic: topic() },
            place: 'by_key',
            reason: null,
            isConfirmed: true,
          }),
      ],
      [1, () => next(null)],
      [1, meddle],
    ]
    return status === 'called'
      ? [
          [10, () => act(id, { kind: 'start' })],
          [2, () => act(id, { kind: 'miss', reason: '不在大厅', isConfirmed: true })],
          [1, () => act(id, { kind: 'cancel' })],
          ...common,
        ]
      : [
          [9, () => next('consulted')],
          [3, () => act(id, { kind: 'finish', outcome: 'left', isLate: false })],
          ...common,
        ]
  }

  function drawn(list: readonly Choice[]): Asked {
    let left = below(list.reduce((sum, [weight]) => sum + weight, 0))
    for (const [weight, asked] of list) {
      left -= weight
      if (left < 0) return asked()
    }
    return next(null)
  }

  function hearOne({ answered, asked }: Operation): void {
    if (answered.is === 'refused') return
    const { ticket } = answered
    if (ticket !== null && !known.includes(ticket.id)) known.push(ticket.id)
    const isHere = ticket?.window === window && /^(called|serving)$/.test(ticket?.status ?? '')
    if (isHere) current = ticket
    else if (asked.does === 'next' || ticket?.id === current?.id) current = null
  }

  return {
    next(): Asked {
      if (window !== null) return drawn(choices())
      return { does: 'issue', topic: topic(), cls: below(5) === 0 ? 'priority' : 'ordinary' }
    },
    hear(operations: readonly Operation[]): void {
      for (const operation of operations) hearOne(operation)
      if (known.length > MOST_KNOWN) known.splice(0, known.length - MOST_KNOWN)
    },
  }
}
