import { createHash } from 'node:crypto'
import { canonicalJson } from '@counter/shared/vocabulary/canonical-json'
import type { CasePaperKind, PaperWay } from '@counter/shared/vocabulary/case-paper'
import type { CaseId, CommandId, PaperId } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { asc, count, eq, inArray } from 'drizzle-orm'
import { seal, unseal } from './crypto.ts'
import { casePaper, casePaperPrint } from './schema/case-papers.ts'
import type { Tx } from './tx.ts'

/** A paper as the list of a case's or letter's papers names it. */
export interface PaperLine {
  readonly id: PaperId
  readonly kind: CasePaperKind
  readonly number: string
  readonly madeAt: Instant
  /** The command whose sealed receipt still has what was told once. */
  readonly commandId: CommandId | null
}

/** What a paper is a paper of. */
export type PaperSubject = { readonly case: CaseId } | { readonly letter: string }

/** A paper with what it says. */
export interface StoredPaper<Values> extends PaperLine {
  readonly case: CaseId | null
  readonly letter: string | null
  /** Version of the wording that it was given with (C901). */
  readonly template: number
  readonly values: Values
}

/** One time that a paper left the system. */
export interface PaperPrint {
  readonly paper: PaperId
  readonly nth: number
  readonly way: PaperWay
  readonly at: Instant
  readonly by: string
}

/** Most papers of one case or letter that are ever shown. */
const MOST_PAPERS = 200
const MOST_PRINTS = 1000

/** Keeps a paper as it was made; it never changes afterwards (C901). */
export function insertPaper(
  tx: Tx,
  { values, ...paper }: Omit<StoredPaper<unknown>, 'madeAt'> & { readonly event: string },
): void {
  const plain = canonicalJson(values)
  tx.query
    .insert(casePaper)
    .values({
      ...paper,
      valuesEnc: seal(tx.keys, valuesOf(paper.id), plain),
      sha256: createHash('sha256').update(plain).digest('hex'),
      madeAt: tx.at,
    })
    .run()
}

const LINE = {
  id: casePaper.id,
  kind: casePaper.kind,
  number: casePaper.number,
  madeAt: casePaper.madeAt,
  commandId: casePaper.commandId,
}

/** The papers of a case or letter, the first one first: their ids grow with time. */
export function findPapersOf(tx: Tx, of: PaperSubject): PaperLine[] {
  return tx.query
    .select(LINE)
    .from(casePaper)
    .where('case' in of ? eq(casePaper.case, of.case) : eq(casePaper.letter, of.letter))
    .orderBy(asc(casePaper.id))
    .limit(MOST_PAPERS)
    .all()
}

/** A paper with its values; values that do not give the hash they were kept with are a fault (C901). */
export function findPaper<Values>(tx: Tx, id: PaperId): StoredPaper<Values> | undefined {
  const row = tx.query.select().from(casePaper).where(eq(casePaper.id, id)).get()
  if (row === undefined) return undefined
  const { valuesEnc, sha256, event: _, ...paper } = row
  // Its time was over and its values are gone (C1501).
  if (valuesEnc.length === 0) return undefined
  const plain = unseal(tx.keys, valuesOf(id), valuesEnc).toString('utf8')
  if (createHash('sha256').update(plain).digest('hex') !== sha256) throw new Error(`paper ${id} was changed`)
  return { ...paper, values: JSON.parse(plain) as Values }
}

/** Every time that these papers left the system, in order. */
export function findPaperPrints(tx: Tx, papers: readonly PaperId[]): PaperPrint[] {
  if (papers.length === 0) return []
  return tx.query
    .select()
    .from(casePaperPrint)
    .where(inArray(casePaperPrint.paper, [...papers]))
    .orderBy(asc(casePaperPrint.paper), asc(casePaperPrint.nth))
    .limit(MOST_PRINTS)
    .all()
}

/** Notes that a paper leaves the system now; 0 is the first time, n the n-th copy (U30). */
export function insertPaperPrint(
  tx: Tx,
  { id, way, by }: { id: PaperId; way: PaperWay; by: string },
): number {
  const nth =
    tx.query.select({ n: count() }).from(casePaperPrint).where(eq(casePaperPrint.paper, id)).get()?.n ?? 0
  tx.query.insert(casePaperPrint).values({ paper: id, nth, way, at: tx.at, by }).run()
  return nth
}

function valuesOf(id: PaperId): string {
  return `case_paper:${id}:values`
}
