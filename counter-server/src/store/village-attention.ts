import type { CommandId, StaffId, VillageCode } from '@counter/shared/vocabulary/ids'
import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import type { AttentionEnd } from '@counter/shared/vocabulary/point'
import type { RefusalParams } from '@counter/shared/vocabulary/refusal'
import type { Instant } from '@counter/shared/vocabulary/time'
import { and, asc, eq, inArray, isNull, lt } from 'drizzle-orm'
import { seal, unseal } from './crypto.ts'
import type { FilePlace } from './files.ts'
import { staff } from './schema/people.ts'
import { village } from './schema/township.ts'
import { villageAttention } from './schema/village-points.ts'
import { findSetting } from './settings.ts'
import type { Tx } from './tx.ts'

type Row = typeof villageAttention.$inferSelect
type Place = Pick<Row, 'command' | 'contentHash'>

/** A command as it was sent, and what its refusal named. */
export interface KeptContent {
  readonly header: unknown
  readonly payload: unknown
  readonly params: RefusalParams
}

export interface AttentionDraft
  extends Pick<
    Row,
    'command' | 'contentHash' | 'village' | 'device' | 'agent' | 'caseId' | 'type' | 'code' | 'clockAheadMs'
  > {
  readonly content: KeptContent
}

/** Keeps what was refused; the same command sent again is the same row, with the reason of now (V51). */
export function keepAttention(tx: Tx, { content, ...draft }: AttentionDraft): void {
  const contentEnc = seal(tx.keys, placeOf(draft, 'content'), JSON.stringify(content))
  const found = tx.query
    .insert(villageAttention)
    .values({ ...draft, contentEnc, receivedAt: tx.at })
    .onConflictDoNothing()
    .run()
  if (found.changes === 0)
    tx.query
      .update(villageAttention)
      .set({ code: draft.code, contentEnc })
      .where(and(at(draft), isNull(villageAttention.settledAt)))
      .run()
}

/** What waits, with its words opened. */
export interface AttentionFacts extends Omit<Row, 'contentEnc' | 'answerEnc'> {
  readonly content: KeptContent
  readonly agentName: string
  readonly villageName: string
}

/** As what a lost phone's command waits, or on after its author's word. */
const FROM_LOST: ReadonlySet<string> = new Set(['device.lost', 'number.re_entered'])

/** True for a command that waits as what came of a lost phone, or that was settled: it need not be kept once more (V80). */
export function isKnownAttention(tx: Tx, place: Place): boolean {
  const row = tx.query
    .select({ code: villageAttention.code, settledAt: villageAttention.settledAt })
    .from(villageAttention)
    .where(at(place))
    .get()
  return row !== undefined && (row.settledAt !== null || FROM_LOST.has(row.code))
}

const MOST = 200

/** What nobody has settled yet, the oldest first. */
export function findOpenAttention(tx: Tx): AttentionFacts[] {
  return select(tx)
    .where(isNull(villageAttention.settledAt))
    .orderBy(asc(villageAttention.receivedAt))
    .limit(MOST)
    .all()
    .map((found) => opened(tx, found))
}

/** What came of a lost phone and waits for the word of the agent who captured it, or is told to that agent, the oldest first (V80). */
export function findLostOf(tx: Tx, agent: StaffId): AttentionFacts[] {
  return select(tx)
    .where(
      and(
        isNull(villageAttention.settledAt),
        eq(villageAttention.agent, agent),
        inArray(villageAttention.code, ['device.lost', 'command.unreadable']),
      ),
    )
    .orderBy(asc(villageAttention.receivedAt))
    .limit(MOST)
    .all()
    .map((found) => opened(tx, found))
}

const MOST_AWAITED = 10_000

/** The photos of what nobody has settled yet: a case may still come of it (V72, V80). */
export function findAwaitedFiles(tx: Tx): readonly FilePlace[] {
  return select(tx)
    .where(isNull(villageAttention.settledAt))
    .limit(MOST_AWAITED)
    .all()
    .flatMap((found) => {
      const { village: point, content } = opened(tx, found)
      const { files = [] } = content.header as { readonly files?: readonly { readonly sha256: string }[] }
      return files.map(({ sha256 }) => ({ point, sha256 }))
    })
}

/** Since when the oldest of each point waits (V89). */
export function findOldestWaiting(tx: Tx): ReadonlyMap<VillageCode, Instant> {
  const rows = tx.sql
    .prepare(
      `SELECT village, min(received_at) AS since FROM village_attention WHERE settled_at IS NULL GROUP BY village LIMIT ${MOST}`,
    )
    .all() as { village: VillageCode; since: Instant }[]
  return new Map(rows.map(({ village: code, since }) => [code, since]))
}

/** What waits under the id of a command; of two contents the one that waits still. */
export function findAttention(tx: Tx, command: CommandId): AttentionFacts | undefined {
  const rows = select(tx).where(eq(villageAttention.command, command)).limit(10).all()
  const found = rows.find(({ row }) => row.settledAt === null) ?? rows[0]
  return found && opened(tx, found)
}

/** What the phone is told of one that was settled. */
export interface AttentionOutcome {
  readonly end: AttentionEnd
  readonly contentHash: string
  readonly answer: unknown
}

/** How a command that once was refused ended; null while it waits and when it never was. */
export function findOutcome(tx: Tx, command: CommandId): AttentionOutcome | null {
  const row = tx.query
    .select()
    .from(villageAttention)
    .where(eq(villageAttention.command, command))
    .limit(10)
    .all()
    .find(({ settledAt }) => settledAt !== null)
  if (row === undefined || row.settledAs === null) return null
  const { answerEnc, contentHash } = row
  const answer =
    answerEnc === null
      ? null
      : JSON.parse(unseal(tx.keys, placeOf(row, 'answer'), answerEnc).toString('utf8'))
  return { end: row.settledAs, contentHash, answer }
}

/** Since when it is the centre's to solve (V36). */
export function saveHanded(tx: Tx, place: Place): void {
  tx.query
    .update(villageAttention)
    .set({ handedAt: tx.at })
    .where(and(at(place), isNull(villageAttention.handedAt)))
    .run()
}

/** Why it waits now (V80). */
export function saveAttentionCode(tx: Tx, place: Place, code: string): void {
  tx.query.update(villageAttention).set({ code }).where(at(place)).run()
}

export function saveSettled(
  tx: Tx,
  place: Place,
  { end, by, answer }: { readonly end: AttentionEnd; readonly by: string; readonly answer: unknown },
): void {
  const answerEnc = seal(tx.keys, placeOf(place, 'answer'), JSON.stringify(answer))
  tx.query
    .update(villageAttention)
    .set({ settledAt: tx.at, settledAs: end, settledBy: by, answerEnc })
    .where(at(place))
    .run()
}

const DAY_MS = 86_400_000

/**
 * Forgets what was settled, whose words and persons stand in the case if there is one, as long after as answers to commands
 * are kept ⚙: no phone asks for its outcome any more (P46, R5).
 */
export function dropOldAttention(tx: Tx): void {
  const before = instantOf(toMs(tx.at) - findSetting(tx, 'retention.receipts') * DAY_MS)
  tx.query.delete(villageAttention).where(lt(villageAttention.settledAt, before)).run()
}

function select(tx: Tx) {
  return tx.query
    .select({ row: villageAttention, agentName: staff.displayName, villageName: village.name })
    .from(villageAttention)
    .innerJoin(staff, eq(staff.id, villageAttention.agent))
    .innerJoin(village, eq(village.code, villageAttention.village))
}

function opened(
  tx: Tx,
  { row, ...names }: { row: Row; agentName: string; villageName: string },
): AttentionFacts {
  const { contentEnc, answerEnc: _, ...facts } = row
  const content = JSON.parse(unseal(tx.keys, placeOf(row, 'content'), contentEnc).toString('utf8'))
  return { ...facts, ...names, content }
}

function at({ command, contentHash }: Place) {
  return and(eq(villageAttention.command, command), eq(villageAttention.contentHash, contentHash))
}

function placeOf({ command, contentHash }: Place, part: 'content' | 'answer'): string {
  return `village_attention:${command}:${contentHash}:${part}`
}
