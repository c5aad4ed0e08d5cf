import type { DraftKind } from '@counter/shared/vocabulary/item'
import { Refusal } from '../../domain/refusal.ts'
import {
  type Drafted,
  type DraftRow,
  findDraft,
  findOpenDraft,
  insertDraft,
  saveDraftRow,
} from '../../store/catalogue-drafts.ts'
import type { Origin } from '../../store/origin.ts'
import { once } from '../../store/receipts.ts'
import type { Synchronous } from '../../store/store.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'

/** How one kind of thing is drafted: everything else about writing, reviewing and publishing is the same for all (C101, C901). */
export interface Drafting<K extends DraftKind, Facts> {
  readonly kind: K
  /** What is told of a draft, with what stands in its way. */
  facts(tx: Tx, row: DraftRow<K>): Facts
  /** Refuses what can never be kept, whatever else is missing. */
  requireKeepable(tx: Tx, content: Drafted[K]['content']): void
  /** Refuses while something stands in the way of publishing. */
  requirePublishable(tx: Tx, row: DraftRow<K>): void
  /** Writes the next version; answers its number. */
  publish(tx: Tx, origin: Origin, row: DraftRow<K>): number
}

/** What an act on a draft names: the draft, and the revision that was seen. */
export interface DraftSeen {
  readonly origin: Origin
  readonly id: string
  readonly rev: number
}

/** The draft in one of these states and at the revision that was seen; refuses `item_draft.*`. */
function requireDraft<K extends DraftKind>(
  tx: Tx,
  kind: K,
  { id, rev, states }: Pick<DraftSeen, 'id' | 'rev'> & { readonly states: readonly DraftRow['state'][] },
): DraftRow<K> {
  const row = findDraft(tx, kind, id)
  if (row === undefined) throw new Refusal('item_draft.not_found')
  if (!states.includes(row.state)) throw new Refusal('item_draft.wrong_state')
  if (row.rev !== rev) throw new Refusal('item_draft.changed')
  return row
}

/** An act on a draft: its command, in which states it can be done, and what it does. */
interface DraftAct<K extends DraftKind> {
  readonly name: 'save' | 'submit' | 'return' | 'drop' | 'publish'
  readonly states: readonly DraftRow['state'][]
  /** What the command says beside the draft and its revision. */
  readonly content?: object
  run(tx: Tx, row: DraftRow<K>): Kept<K>
}

type Standing = Partial<Omit<DraftRow, 'id' | 'kind' | 'code' | 'content' | 'rev'>>

/** What an act makes of a draft, and what its event says. */
interface Kept<K extends DraftKind> {
  readonly act: 'saved' | 'submitted' | 'returned' | 'dropped' | 'published'
  readonly change: Standing
  /** What it now holds, where the act writes on it. */
  readonly content?: Drafted[K]['content']
  readonly data: Record<string, unknown>
}

/** Does one act on a draft, once; each is a revision of its own with its event (U40). Refuses `item_draft.*`. */
export function actOnDraft<K extends DraftKind, Facts>(
  { store }: Pick<Deps, 'store'>,
  drafting: Drafting<K, Facts>,
  { origin, id, rev }: DraftSeen,
  { name, states, content = {}, run }: DraftAct<K>,
): Promise<Facts> {
  const { kind } = drafting
  const asked = { origin, name: `${kind}_draft.${name}`, subject: id, content: { id, rev, ...content } }
  return store.write((tx) => {
    const done = once(tx, asked, () => {
      const seen = requireDraft(tx, kind, { id, rev, states })
      const { act, change, content: written = seen.content, data } = run(tx, seen)
      const row: DraftRow<K> = Object.assign({}, seen, change, { content: written, rev: rev + 1 })
      saveDraftRow(tx, row)
      tell(tx, origin, `${kind}_draft.${act}`, row, { code: row.code, ...data })
      return drafting.facts(tx, row)
    })
    // Facts are rows that were read, never a promise; the compiler cannot know it of a type that is still open.
    return done as Synchronous<Facts>
  })
}

/** A draft about to be opened: of what, and from which version. */
export interface Opened<K extends DraftKind> {
  readonly code: Drafted[K]['code']
  readonly base: number | null
  readonly content: Drafted[K]['content']
}

/** Opens a draft; refuses `item_draft.already_open` while one of the same thing is written or waits. */
export function openDraft<K extends DraftKind, Facts>(
  tx: Tx,
  deps: Pick<Deps, 'newId'>,
  { origin, drafting }: { readonly origin: Origin; readonly drafting: Drafting<K, Facts> },
  opened: Opened<K>,
): Facts {
  const { kind } = drafting
  if (findOpenDraft(tx, { kind, code: opened.code }) !== undefined)
    throw new Refusal('item_draft.already_open')
  return drafting.facts(tx, beginDraft(tx, deps, { origin, kind }, opened))
}

/** The same of a thing that is known to have no open draft, without its facts: a sheet opens hundreds at once. */
export function beginDraft<K extends DraftKind>(
  tx: Tx,
  { newId }: Pick<Deps, 'newId'>,
  { origin, kind }: { readonly origin: Origin; readonly kind: K },
  { code, base, content }: Opened<K>,
): DraftRow<K> {
  const row: DraftRow<K> = {
    id: newId(),
    kind,
    code,
    baseVersion: base,
    state: 'draft',
    rev: 1,
    content,
    authors: [origin.actor],
    madeAt: tx.at,
    savedAt: tx.at,
    submittedBy: null,
    submittedAt: null,
    settledBy: null,
    settledAt: null,
    note: '',
  } as unknown as DraftRow<K>
  insertDraft(tx, row)
  tell(tx, origin, `${kind}_draft.started`, row, { code, base, draft: content })
  return row
}

function tell<K extends DraftKind>(
  tx: Tx,
  origin: Origin,
  type: string,
  { kind, id, rev }: DraftRow<K>,
  data: Record<string, unknown>,
): void {
  tx.record({ type, subject: `${kind}_draft:${id}`, version: rev, origin, data })
  tx.tell({ kind: 'figures_changed' })
}
