import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { canonicalJson } from '@counter/shared/vocabulary/canonical-json'
import type { CommandId } from '@counter/shared/vocabulary/ids'
import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import { Refusal } from '../domain/refusal.ts'
import { appendAudit } from './audit.ts'
import { lookUp, seal, unseal } from './crypto.ts'
import type { Origin } from './origin.ts'
import { findSetting } from './settings.ts'
import type { Tx } from './tx.ts'

/** A command as the receipt keeps it: its name and content decide whether a repeat is the same (R5). */
export interface CommandFacts {
  readonly origin: Origin
  readonly name: string
  readonly subject: string
  readonly content: unknown
}

/** The keyed hash by which a repeat is told from other content under the same id (R5); a bare one could be tried out (P31). */
export function contentHash({ keys }: Tx, { name, content }: Pick<CommandFacts, 'name' | 'content'>): string {
  return lookUp(keys, 'command', canonicalJson({ name, content }))
}

/** The content hash of a command that was answered, or null (V49). */
export function findReceiptHash(tx: Tx, commandId: CommandId): string | null {
  const found = tx.sql.prepare('SELECT content_hash FROM receipt WHERE command_id = ?').pluck().get(commandId)
  return (found ?? null) as string | null
}

/** What a command was answered, as long as its receipt is kept, or null. */
export function findAnswer<T>(tx: Tx, commandId: CommandId): T | null {
  const sealed = tx.sql.prepare('SELECT answer_enc FROM receipt WHERE command_id = ?').pluck().get(commandId)
  return sealed === undefined ? null : (openAnswer(tx, commandId, sealed as Buffer) as T)
}

interface ReceiptRow {
  actor: string
  content_hash: string
  answer_enc: Buffer
}

/**
 * Runs `work` the first time a command arrives and repeats its answer ever after, before rights are judged again (R5, I2).
 * Other content or another actor under the same id: `command.reused`.
 */
export function once<T>(tx: Tx, { origin, name, subject, content }: CommandFacts, work: () => T): T {
  const { commandId, actor } = origin
  if (commandId === null) throw new Error(`${name} came without a command id`)
  const hash = contentHash(tx, { name, content })
  const earlier = tx.sql
    .prepare('SELECT actor, content_hash, answer_enc FROM receipt WHERE command_id = ?')
    .get(commandId) as ReceiptRow | undefined
  if (earlier !== undefined) {
    if (earlier.content_hash !== hash || earlier.actor !== actor) throw new Refusal('command.reused')
    return openAnswer(tx, commandId, earlier.answer_enc) as T
  }
  const answer = work()
  keepAnswer(tx, { commandId, actor, hash, answer })
  appendAudit(tx, { origin, action: name, subject, result: 'done' })
  return answer
}

/**
 * What a command was answered, or undefined when it never arrived; then it is shut out, so that it cannot arrive later
 * either (Q49). Another actor's command is `command.reused`.
 */
export function settleUnanswered(tx: Tx, { actor }: Pick<Origin, 'actor'>, commandId: CommandId): unknown {
  const earlier = tx.sql
    .prepare('SELECT actor, answer_enc FROM receipt WHERE command_id = ?')
    .get(commandId) as Pick<ReceiptRow, 'actor' | 'answer_enc'> | undefined
  if (earlier === undefined) {
    const shut = contentHash(tx, { name: 'command.shut_out', content: commandId })
    keepAnswer(tx, { commandId, actor, hash: shut, answer: null })
    return undefined
  }
  if (earlier.actor !== actor) throw new Refusal('command.reused')
  return openAnswer(tx, commandId, earlier.answer_enc)
}

const DAY_MS = 86_400_000

// Its code is a hash everywhere else, and whoever has lost the slip is given it on a copy (U30, C1103).
const OLDEST = `SELECT command_id FROM receipt WHERE at < @before AND NOT EXISTS (
    SELECT 1 FROM case_paper AS paper
      LEFT JOIN "case" ON "case".id = paper."case" LEFT JOIN letter ON letter.id = paper.letter
    WHERE paper.command_id = receipt.command_id
      AND (coalesce("case".ended_at, letter.ended_at) IS NULL OR coalesce("case".ended_at, letter.ended_at) >= @before))
  ORDER BY at LIMIT @most`

/**
 * Forgets the oldest answers, so many at most, when they are older than their time; at least 90 days stay ⚙ (R5). One that told
 * a code stays until its case or letter has been over for as long. Tells how many went.
 */
export function dropOldReceipts(tx: Tx, most: number): number {
  const before = instantOf(toMs(tx.at) - findSetting(tx, 'retention.receipts') * DAY_MS)
  const old = tx.sql.prepare(OLDEST).pluck().all({ before, most }) as string[]
  const drop = tx.sql.prepare('DELETE FROM receipt WHERE command_id = ?')
  for (const id of old) drop.run(id)
  return old.length
}

// Packed above this, because the page of a case is kept with each of its acts; packing a short one costs more than it saves.
const PACKED_FROM = 2_000
/** Before an answer that was not packed; packed bytes never begin with it. */
const PLAIN = 0

function openAnswer(tx: Tx, commandId: CommandId, answer: Buffer): unknown {
  const kept = unseal(tx.keys, `receipt:${commandId}`, answer)
  return JSON.parse((kept[0] === PLAIN ? kept.subarray(1) : inflateRawSync(kept)).toString('utf8'))
}

function keepAnswer(
  tx: Tx,
  { commandId, actor, hash, answer }: { commandId: CommandId; actor: string; hash: string; answer: unknown },
): void {
  const text = JSON.stringify(answer ?? null)
  const kept = text.length < PACKED_FROM ? Buffer.from(`\u0000${text}`) : deflateRawSync(text)
  tx.sql
    .prepare('INSERT INTO receipt VALUES (?, ?, ?, ?, ?)')
    .run(commandId, actor, hash, seal(tx.keys, `receipt:${commandId}`, kept), tx.at)
}
