import type { ItemPart } from '@counter/shared/vocabulary/item'
import {
  type CodedItem,
  readCatalogueSheets,
  type SheetGround,
  type SheetReading,
} from '../../domain/catalogue/catalogue-sheets.ts'
import { type DraftProblem, problemsOf } from '../../domain/catalogue/check-draft.ts'
import { publishedForm } from '../../domain/catalogue/draft-content.ts'
import { changedParts } from '../../domain/catalogue/draft-differences.ts'
import type { UploadedSheet } from '../../domain/catalogue/sheet-rows.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Origin } from '../../store/origin.ts'
import { once } from '../../store/receipts.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { draftChecks } from './draft-facts.ts'
import { beginDraft } from './drafting.ts'
import { type KnownCatalogue, MOST_ITEMS, sheetGround } from './sheet-ground.ts'

/** What an uploaded catalogue would bring, before anything is written (K52). */
export interface ImportFacts extends Pick<SheetReading, 'same' | 'problems'> {
  readonly drafts: readonly (CodedItem & {
    readonly isNew: boolean
    readonly changed: readonly ItemPart[]
    readonly problems: readonly DraftProblem[]
  })[]
}

/** Looks at the sheets only. Refuses `import.too_large`. */
export function checkCatalogue(tx: Tx, sheets: readonly UploadedSheet[]): ImportFacts {
  const ground = sheetGround(tx)
  const { drafts, same, problems } = read(ground, sheets)
  return {
    same,
    problems,
    drafts: drafts.map((draft) => {
      const present = ground.known.get(draft.code)
      const form = publishedForm(draft.item)
      return {
        ...draft,
        changed: present === undefined ? [] : changedParts(form, publishedForm(present)),
        problems: problemsOf(form, draftChecks(tx, draft)),
      }
    }),
  }
}

/**
 * Opens a draft for each item that the sheets make new or other, all of them or none; each is then reviewed and published
 * like any other (C101, K52). The sheets are read before the transaction, which reads them anew only when the catalogue has
 * become another one. Refuses `import.faulty`, `import.too_large`, `correction.nothing`.
 */
export async function importCatalogue(
  deps: Deps,
  { origin, sheets }: { readonly origin: Origin; readonly sheets: readonly UploadedSheet[] },
): Promise<{ readonly made: number }> {
  const looked = lookAt(deps.store.read(sheetGround), sheets)
  await new Promise(setImmediate)
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'catalogue.import', subject: 'catalogue', content: { sheets } }, () => {
      const ground = sheetGround(tx)
      const drafts = requireDrafts(looked.stamp === ground.stamp ? looked.reading : read(ground, sheets))
      for (const { code, item } of drafts) {
        const base = ground.versions.get(code) ?? null
        beginDraft(tx, deps, { origin, kind: 'item' }, { code, base, content: item })
      }
      return { made: drafts.length }
    }),
  )
}

function requireDrafts({ drafts, problems }: SheetReading): SheetReading['drafts'] {
  if (problems.length > 0) throw new Refusal('import.faulty', { n: problems.length })
  if (drafts.length === 0) throw new Refusal('correction.nothing')
  return drafts
}

function lookAt(ground: KnownCatalogue, sheets: readonly UploadedSheet[]) {
  return { stamp: ground.stamp, reading: read(ground, sheets) }
}

function read(ground: SheetGround, sheets: readonly UploadedSheet[]): SheetReading {
  const found = readCatalogueSheets(sheets, ground)
  if (found.drafts.length > MOST_ITEMS) throw new Refusal('import.too_large', { n: MOST_ITEMS })
  return found
}
