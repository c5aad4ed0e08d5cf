import type { ItemCode } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { changeItem as decideChange, type RightItem } from '../../domain/case/change-item.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findCase } from '../../store/cases.ts'
import { findItemInForce, findItemVersions, type Item } from '../../store/items.ts'
import { openPersonField } from '../../store/persons.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { alikeBefore } from './alike-cases.ts'
import { rulesOf } from './case-rules.ts'
import { actOnCase, type CaseCommand, type CaseDone, type CaseScene } from './case-scene.ts'
import { missingLines } from './material-words.ts'
import { openJointParts } from './open-joint-parts.ts'
import { makeReceipt } from './receipt-facts.ts'
import { recordFacts } from './record-facts.ts'

const EVERY_VERSION = 500

/**
 * 改事项, with a paper of what holds now: the receipt, the acceptance or the notice anew (C101, C901). Refusals as
 * `changeItem`, `item.not_found`, and `item.not_agency` for a village's case.
 */
export function changeItem(
  deps: Deps,
  command: CaseCommand,
  asked: { readonly item: ItemCode; readonly reason: string },
): Promise<CaseDone> {
  return actOnCase(deps, command, 'change-item', asked, (scene) => {
    const right = rightItem(scene, asked.item)
    const changed = recordFacts(scene, [decideChange(scene.context, right, asked.reason)])
    const facts = findCase(scene.tx, scene.facts.id)
    if (facts === undefined) throw new Error('the case is gone')
    const receipt = makeReceipt({ ...changed, facts }, paperOf(changed))
    if (changed.context.state.acceptedAt !== null) openJointParts(changed)
    return receipt
  })
}

function paperOf({ context }: CaseScene) {
  const { status } = context.state
  if (status === 'supplement') return 'supplement'
  return status === 'received' ? 'receipt' : 'acceptance'
}

function rightItem({ tx, facts }: CaseScene, code: ItemCode): RightItem {
  const item = itemThen(tx, code, facts.registeredAt ?? facts.receivedAt)
  if (item === undefined || item.confidentiality === 'whistleblower') throw new Refusal('item.not_found')
  if (facts.channel === 'village' && !item.villageAgency) throw new Refusal('item.not_agency')
  const idNo = openPersonField(tx, facts.person, 'idNo')
  const alike = idNo === null ? [] : alikeBefore(tx, idNo, code, facts.receivedAt)
  return {
    code,
    version: item.version,
    unit: item.unit,
    rules: rulesOf(item),
    stoppedOn: item.stoppedOn,
    missing: ({ materials }) => missingLines(item, materials),
    isRepeated: alike.some(({ id }) => id !== facts.id),
  }
}

// A case is judged by the list that was shown: the version of its receipt, or the first one if it is older than that (C101).
function itemThen(tx: Tx, code: ItemCode, at: Instant): Item | undefined {
  return findItemInForce(tx, code, at) ?? findItemVersions(tx, code, EVERY_VERSION).at(-1)
}
