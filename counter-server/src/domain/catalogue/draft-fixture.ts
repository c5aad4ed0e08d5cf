import type { UnitCode } from '@counter/shared/vocabulary/ids'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import type { DraftChecks } from './check-draft.ts'
import { emptyDraft } from './draft-content.ts'
import type { ItemContent, ItemDraft, ItemPaper } from './item-content.ts'

/** A paper of a resident's own. */
export const PAPER: ItemPaper = {
  name: '居民身份证',
  required: true,
  deferrable: false,
  source: 'applicant',
  issuer: '公安机关',
  original: 1,
  copies: 1,
  form: '',
  sample: null,
  note: '',
}

const EMPTY = emptyDraft('MZ' as UnitCode, '2026-07-01' as PlainDate)

/** A deadline item with everything that publishing asks for: 10 working days promised, 20 by law. */
export const WHOLE: ItemDraft = {
  ...EMPTY,
  name: '临时救助',
  content: {
    ...EMPTY.content,
    conditions: ['遇到急难的本镇居民'],
    committedLimit: { value: 10, unit: 'workday', text: '', reason: '' },
    statutoryLimit: { value: 20, unit: 'workday', scope: 'whole', starts: 'acceptance', text: '' },
    materials: [PAPER],
    legalBasis: ['《社会救助暂行办法》第四十七条'],
    fee: { amountFen: 0, basis: '', text: '不收费' },
    resultName: '救助决定',
    resultSample: null,
    verify: false,
  },
}

/** The whole item with another part of its content. */
export function withContent(content: Partial<ItemContent>, draft: ItemDraft = WHOLE): ItemDraft {
  return { ...draft, content: { ...draft.content, ...content } }
}

/** A centre that says its place, hours and phones for all items. */
export const CHECKS: DraftChecks = {
  centre: {
    place: '一楼大厅',
    hours: '工作日',
    consultPhone: '0000-0000000',
    supervisionPhone: '0000-0000001',
  },
  earliest: '2026-06-12' as PlainDate,
  isVerifyBlocking: false,
}
