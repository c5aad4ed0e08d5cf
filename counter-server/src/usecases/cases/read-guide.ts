import type { ItemCode } from '@counter/shared/vocabulary/ids'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { FEW } from '@counter/shared/vocabulary/report'
import { type CaseClocks, caseClocks } from '../../domain/case/case-clocks.ts'
import { type CaseState, NEW_CASE } from '../../domain/case/case-state.ts'
import type { CentreWords } from '../../domain/catalogue/draft-gaps.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findTopics } from '../../store/hall.ts'
import { findItemInForce, findItems, findUsualItems, type Item } from '../../store/items.ts'
import { findSetting } from '../../store/settings.ts'
import { findUnits, type UnitFacts } from '../../store/township.ts'
import type { Tx } from '../../store/tx.ts'
import { centreWords } from '../catalogue/centre-words.ts'
import { clockContext, rulesOf } from './case-rules.ts'

const ALL = 200

/** The guide's list: units and the items in force today, without the stopped ones, and which are asked for most; what few asked for is not told (C108, K-2). */
export function readGuideList(tx: Tx): {
  readonly units: readonly UnitFacts[]
  readonly items: readonly Item[]
  readonly usual: readonly ItemCode[]
} {
  const today = civilDate(tx.at)
  const items = findItems(tx, today, { find: '', limit: ALL }).filter((item) => !isStopped(item, today))
  const usual = findUsualItems(tx, FEW).filter((code) => items.some((item) => item.code === code))
  return { units: findUnits(tx), items, usual }
}

/** One item as the public reads it (C109). */
export interface GuideFacts extends CentreWords {
  readonly item: Item
  readonly topic: string
  /** Within how many working days the centre hands a result over, where the item says nothing of its own. */
  readonly deliveryWorkdays: number
}

/** Refuses `item.not_found`. */
export function readGuide(tx: Tx, code: ItemCode): GuideFacts {
  return guideOf(tx, requireItem(tx, code))
}

/** What the guide of a version says, with what the centre says for all of them. */
export function guideOf(tx: Tx, item: Item): GuideFacts {
  return {
    item,
    topic: findTopics(tx).find(({ unit }) => unit === item.unit)?.topic ?? 'unsure',
    deliveryWorkdays: findSetting(tx, 'delivery.limit'),
    ...centreWords(tx),
  }
}

/** The catalogue for staff, by initials, characters or code (C-2); guides that take no case are left out. */
export function findItemsFor(tx: Tx, asked: { readonly find: string; readonly limit: number }): Item[] {
  const today = civilDate(tx.at)
  const isOffered = (item: Item) => !isStopped(item, today) && item.confidentiality !== 'whistleblower'
  const found = findItems(tx, today, asked).filter(isOffered)
  if (asked.find.trim() !== '') return found
  // 常办: where nothing is typed yet, what the hall was asked for most lately stands first (C-2).
  const usual = findUsualItems(tx)
    .slice(0, asked.limit)
    .flatMap((code) => findItemInForce(tx, code, tx.at) ?? [])
    .filter(isOffered)
  const others = found.filter(({ code }) => !usual.some((item) => item.code === code))
  return [...usual, ...others].slice(0, asked.limit)
}

/** The clocks of a case of this item if it were accepted at this moment, with their days (C-2). */
export function readPromise(tx: Tx, code: ItemCode): CaseClocks & { readonly isUnverified: boolean } {
  const found = requireItem(tx, code)
  const item = rulesOf(found)
  const state: CaseState = {
    ...NEW_CASE,
    caseType: item.caseType,
    status: 'accepted',
    receivedAt: tx.at,
    completeAt: tx.at,
    acceptedAt: tx.at,
    noticeEndedAt: tx.at,
  }
  return { ...caseClocks(state, item, clockContext(tx), tx.at), isUnverified: found.content.verify }
}

function requireItem(tx: Tx, code: ItemCode): Item {
  const item = findItemInForce(tx, code, tx.at)
  if (item === undefined) throw new Refusal('item.not_found')
  return item
}

function isStopped({ stoppedOn }: Item, today: string): boolean {
  return stoppedOn !== null && stoppedOn <= today
}
