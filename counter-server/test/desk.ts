import { uuidv7 } from 'uuidv7'
import { type Answer, type Caller, type Hall, startHall } from './app.ts'
import { type Message, type Watcher, watch } from './live.ts'

/** A clerk on duty at a window, with the acts of the workbench as short words. */
export interface Desk {
  readonly clerk: Caller
  readonly window: number
  /** Issues a number at the desk, where the gap of the kiosks does not count. */
  take(topic?: string, cls?: 'ordinary' | 'priority'): Promise<Answer['body']>
  next(body?: object): Promise<Answer>
  act(ticket: string, action: string, body?: object): Promise<Answer>
  at(action: string, body?: object): Promise<Answer>
}

export async function deskAt(hall: Hall, window: number): Promise<Desk> {
  return deskOf(await hall.clerkAt(window), window)
}

export function deskOf(clerk: Caller, window: number): Desk {
  return {
    clerk,
    window,
    take: async (topic = 'relief', cls = 'ordinary') =>
      (await clerk.command('/api/tickets', { topic, cls })).body,
    next: (body = {}) => clerk.command(`/api/windows/${window}/next`, body),
    act: (ticket, action, body = {}) => clerk.command(`/api/tickets/${ticket}/${action}`, body),
    at: (action, body = {}) => clerk.command(`/api/windows/${window}/${action}`, body),
  }
}

/** A hall with one open window. */
export async function hallWithDesk(): Promise<{ hall: Hall; desk: Desk }> {
  const hall = await startHall()
  return { hall, desk: await deskAt(hall, 1) }
}

/** A screen that has its snapshot. */
export async function follow(
  hall: Hall,
  as: string,
  { cookie }: Caller,
  topic: string,
): Promise<Watcher & { readonly snapshot: Message }> {
  const screen = await watch(hall, { as, cookie })
  screen.say({ type: 'subscribe', topics: [{ topic }] })
  const snapshot = await screen.next((message) => message.type === 'snapshot' && message.topic === topic)
  return { ...screen, snapshot }
}

/** The first change of one kind that fits. */
export async function change(
  screen: Watcher,
  kind: string,
  fits: (change: Message) => boolean = () => true,
): Promise<Message> {
  const isIt = (each: Message) => each.kind === kind && fits(each)
  const message = await screen.next(({ changes }) => changes?.some(isIt))
  return message.changes.find(isIt)
}

/** Rows of the journal of one type, oldest first. */
export function journalOf(hall: Hall, type: string): Record<string, unknown>[] {
  const rows = hall.server.counter.deps.store.read((tx) =>
    tx.sql.prepare('SELECT data FROM journal WHERE type = ? ORDER BY seq').pluck().all(type),
  ) as string[]
  return rows.map((row) => JSON.parse(row) as Record<string, unknown>)
}

/** How a ticket stands in the record. */
export function statusOf(hall: Hall, ticket: string): string {
  return hall.server.counter.deps.store.read((tx) =>
    tx.sql.prepare('SELECT status FROM ticket WHERE id = ?').pluck().get(ticket),
  ) as string
}

export function newId(): string {
  return uuidv7()
}

/** What a refusal looks like, for `toMatchObject`. */
export function refused(code: string, status = 409) {
  return { status, body: { code } }
}
