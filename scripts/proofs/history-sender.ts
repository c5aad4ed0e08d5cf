import { newCommandId } from '@counter/shared/client/commands'
import type { Actor, Answered, Asked, Operation, SeenTicket } from './history.ts'

const SENT_TWICE = 4

/** Sends what an actor asks, one command in four twice at once as after a lost answer; each answer is an operation. */
export function createSender(url: string, actor: Actor, below: (many: number) => number) {
  async function once(asked: Asked, commandId: string): Promise<Operation> {
    const { path, body } = requestOf(asked)
    const invokedAt = steadyNow()
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { ...actor.headers, 'content-type': 'application/json' },
      body: JSON.stringify({ commandId, ...body }),
    })
    const answered = answeredOf(response.status, await response.json())
    return { commandId, clerk: actor.name, asked, answered, invokedAt, doneAt: steadyNow() }
  }

  return async (asked: Asked): Promise<Operation[]> => {
    const commandId = newCommandId()
    const tries = below(SENT_TWICE) === 0 ? 2 : 1
    return Promise.all(Array.from({ length: tries }, () => once(asked, commandId)))
  }
}

/** Microseconds of the machine's steady clock: two processes read the same one. */
export function steadyNow(): number {
  return Number(process.hrtime.bigint() / 1000n)
}

function requestOf(asked: Asked): { readonly path: string; readonly body: object } {
  switch (asked.does) {
    case 'issue':
      return { path: '/api/tickets', body: { topic: asked.topic, cls: asked.cls } }
    case 'open':
      return { path: `/api/windows/${asked.window}/open`, body: {} }
    case 'next':
      return {
        path: `/api/windows/${asked.window}/next`,
        body: asked.outcome === null ? {} : { finish: { outcome: asked.outcome } },
      }
    case 'ticket': {
      const { kind, ...rest } = asked.act
      return { path: `/api/tickets/${asked.ticket}/${kind}`, body: bodyOf(rest) }
    }
  }
}

// The contract knows an absent reason, not an empty one, and calls the late entry by its own name.
function bodyOf({
  isLate,
  ...rest
}: {
  readonly isLate?: boolean
  readonly [field: string]: unknown
}): object {
  const late = isLate === true ? { isLateEntry: true } : {}
  return { ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null)), ...late }
}

function answeredOf(status: number, body: unknown): Answered {
  if (status === 409 || status === 404) return { is: 'refused', code: (body as { code: string }).code }
  if (status !== 200) throw new Error(`answered ${status} ${JSON.stringify(body)}`)
  return { is: 'done', ticket: ticketOf(body as Record<string, unknown>) }
}

function ticketOf(body: Record<string, unknown>): SeenTicket | null {
  if ('ticketId' in body)
    return { id: String(body['ticketId']), number: String(body['number']), status: 'waiting', window: null }
  const ticket = body['ticket'] as SeenTicket | null
  return ticket && { id: ticket.id, number: ticket.number, status: ticket.status, window: ticket.window }
}
