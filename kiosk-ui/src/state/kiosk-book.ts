import { newCommandId } from '@counter/shared/client/commands'
import type { LeaseBlock, OfflineCommand } from '@counter/shared/contract/leases'
import type { CommandId, TopicKey } from '@counter/shared/vocabulary/ids'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { create } from 'zustand'
import type { KioskTime } from './kiosk-clock.ts'
import { readKiosk, writeKiosk } from './kiosk-db.ts'
import type { AskedClass } from './kiosk-machine.ts'

type OfflineTake = Extract<OfflineCommand, { kind: 'take' }>
type LentNumber = LeaseBlock['numbers'][number]

interface Book {
  /** False until the browser's own store has answered. */
  readonly isRead: boolean
  readonly blocks: readonly LeaseBlock[]
  /** What the server has still to hear, in the kiosk's order. */
  readonly unsent: readonly OfflineCommand[]
}

/** The kiosk's own book as it lies on the disk: lent numbers, and what was given without the server (Q46, Q47). */
export const useBook = create<Book>(() => ({ isRead: false, blocks: [], unsent: [] }))

/** Looks into the book anew; called after each entry, so that the screens follow the disk. */
export async function rereadBook(): Promise<void> {
  const [blocks, unsent] = await Promise.all([readKiosk('leases'), readKiosk('outbox')])
  useBook.setState({ isRead: true, blocks, unsent })
}

/** How many numbers of a date are left. */
export function numbersLeft({ blocks }: Pick<Book, 'blocks'>, date: PlainDate): number {
  return blocks
    .filter(({ businessDate }) => businessDate === date)
    .reduce((sum, { numbers }) => sum + numbers.length, 0)
}

/** True while numbers wait to be taken in: newer ones must not go before them (Q48). */
export function hasUnsentNumbers({ unsent }: Pick<Book, 'unsent'>): boolean {
  return unsent.some(({ kind }) => kind === 'take')
}

/**
 * Opens the book when the page starts. A create of an earlier life of this page was never shown to anybody, so its
 * ticket shall not be called (Q49).
 */
export async function openBook(): Promise<void> {
  for (const { commandId } of await readKiosk('asked')) await abandonAsked(commandId)
  await rereadBook()
}

/** Before a create is sent: whatever happens to this page, it is settled (Q49). */
export function keepAsked(commandId: CommandId): Promise<void> {
  return writeKiosk(['asked'], async (tx) => {
    await tx.objectStore('asked').put({ commandId })
  })
}

/** The create was answered; from now on its ticket is the server's matter and the printer's. */
export function forgetAsked(commandId: CommandId): Promise<void> {
  return writeKiosk(['asked'], (tx) => tx.objectStore('asked').delete(commandId))
}

/** Nobody waits for this create any more: if it was committed, nobody shall be called by it (U21, Q49). */
export async function abandonAsked(replaces: CommandId): Promise<void> {
  const commandId = newCommandId()
  await writeKiosk(['asked', 'outbox', 'counters'], async (tx) => {
    const sequence = ((await tx.objectStore('counters').get('sequence')) ?? 0) + 1
    await tx.objectStore('counters').put(sequence, 'sequence')
    await tx.objectStore('outbox').put({ kind: 'abandon', commandId, sequence, replaces })
    await tx.objectStore('asked').delete(replaces)
  })
  await rereadBook()
}

export interface GiveNumber {
  readonly topic: TopicKey
  readonly cls: AskedClass
  /** The create of this press; when it was sent, the number stands for it. */
  readonly asked: CommandId
  readonly date: PlainDate
  readonly time: KioskTime
}

export interface Given {
  readonly lent: LentNumber
  readonly take: OfflineTake
}

/** Gives the next number of the date out of the book, or null when none is left. On disk before any paper (Q47). */
export async function giveNumber(give: GiveNumber): Promise<Given | null> {
  const commandId = newCommandId()
  const given = await writeKiosk(['leases', 'outbox', 'asked', 'counters'], async (tx) => {
    const blocks = await tx.objectStore('leases').getAll()
    const block = firstOf(blocks, give.date)
    const [lent, ...numbers] = block?.numbers ?? []
    if (block === undefined || lent === undefined) return null
    const wasSent = (await tx.objectStore('asked').get(give.asked)) !== undefined
    const sequence = ((await tx.objectStore('counters').get('sequence')) ?? 0) + 1
    const take: OfflineTake = {
      kind: 'take',
      commandId,
      sequence,
      lease: block.lease,
      number: lent.number,
      topic: give.topic,
      cls: give.cls,
      ...give.time,
      replaces: wasSent ? give.asked : null,
      printJobId: commandId,
      paper: 'unknown',
    }
    await tx.objectStore('leases').put({ ...block, numbers })
    await tx.objectStore('outbox').put(take)
    await tx.objectStore('asked').delete(give.asked)
    await tx.objectStore('counters').put(sequence, 'sequence')
    return { lent, take }
  })
  await rereadBook()
  return given
}

// Lowest number first, whatever order the blocks lie in.
function firstOf(blocks: readonly LeaseBlock[], date: PlainDate): LeaseBlock | undefined {
  return blocks
    .filter(({ businessDate, numbers }) => businessDate === date && numbers.length > 0)
    .sort((a, b) => ((a.numbers[0]?.number ?? '') < (b.numbers[0]?.number ?? '') ? -1 : 1))[0]
}

/** The resident went while the number was being written: it is void, and only its create is still told of (Q49). */
export async function takeBack({ take }: Given): Promise<void> {
  await writeKiosk(['outbox'], async (tx) => {
    await tx.objectStore('outbox').delete(take.sequence)
  })
  if (take.replaces === null) return rereadBook()
  return abandonAsked(take.replaces)
}

/** What became of the paper, while the number is still in the book (Q44). */
export async function notePaper(sequence: number, paper: OfflineTake['paper']): Promise<void> {
  await writeKiosk(['outbox'], async (tx) => {
    const kept = await tx.objectStore('outbox').get(sequence)
    if (kept?.kind === 'take') await tx.objectStore('outbox').put({ ...kept, paper })
  })
  await rereadBook()
}

/** The server has these now, in line or on its list for staff (Q48, Q50). */
export async function dropSent(sequences: readonly number[]): Promise<void> {
  await writeKiosk(['outbox'], async (tx) => {
    for (const sequence of sequences) await tx.objectStore('outbox').delete(sequence)
  })
  await rereadBook()
}

/** A new block; those of earlier dates are of no use any more. One that came before keeps what is left of it (Q46). */
export async function keepBlock(block: LeaseBlock): Promise<void> {
  await writeKiosk(['leases'], async (tx) => {
    for (const { lease, businessDate } of await tx.objectStore('leases').getAll())
      if (businessDate < block.businessDate) await tx.objectStore('leases').delete(lease)
    if ((await tx.objectStore('leases').get(block.lease)) === undefined)
      await tx.objectStore('leases').put(block)
  })
  await rereadBook()
}
