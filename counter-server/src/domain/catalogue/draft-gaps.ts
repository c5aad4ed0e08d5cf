import type { ItemGap } from '@counter/shared/vocabulary/item'
import { isBlank } from '../case/act.ts'
import type { ItemDraft } from './item-content.ts'
import { kindProblem } from './limit-rules.ts'

/** What the centre says for every item that says nothing of its own. */
export interface CentreWords {
  readonly place: string
  readonly hours: string
  readonly consultPhone: string
  readonly supervisionPhone: string
}

/** Everything that is still missing before an item may be published, all at once and in the guide's order (C102). */
export function gapsOf(draft: ItemDraft, centre: CentreWords): ItemGap[] {
  const { content } = draft
  const said = (own: string, ofCentre: string) => !isBlank(own) || !isBlank(ofCentre)
  const there: readonly (readonly [ItemGap, boolean])[] = [
    ['name', !isBlank(draft.name)],
    ['committed', kindProblem(kindFacts(draft)) !== 'deadline_none'],
    ['fee', isFeeSaid(content.fee)],
    ['place', said(content.place, centre.place)],
    ['materials', content.withoutMaterials || content.materials.some(({ name }) => !isBlank(name))],
    ['conditions', content.conditions.some((line) => !isBlank(line))],
    ['basis', content.legalBasis.some((line) => !isBlank(line))],
    [
      'statutory',
      content.statutoryLimit === null ? content.withoutStatutory : content.statutoryLimit.value > 0,
    ],
    ['result', !isBlank(content.resultName)],
    ['hours', said(content.hours, centre.hours)],
    [
      'phones',
      said(content.consultPhone, centre.consultPhone) &&
        said(content.supervisionPhone, centre.supervisionPhone),
    ],
  ]
  return there.flatMap(([gap, isThere]) => (isThere ? [] : [gap]))
}

/** A draft as the rule about immediate and deadline items asks for it (C105). */
export function kindFacts({ caseType, content }: ItemDraft) {
  const { committedLimit, pauseReasons, extension } = content
  return {
    caseType,
    committed: committedLimit,
    pauses: pauseReasons.length,
    isExtendable: extension !== null,
  }
}

// What costs something names the rule that it costs it by.
function isFeeSaid({ amountFen, basis, text }: ItemDraft['content']['fee']): boolean {
  return !isBlank(text) && (amountFen === 0 || !isBlank(basis))
}
