import type { CaseType, PauseReason } from '@counter/shared/vocabulary/case'
import type { Limit } from '@counter/shared/vocabulary/clock'
import type { UnitCode } from '@counter/shared/vocabulary/ids'
import type {
  Confidentiality,
  ITEM_LEVELS,
  POWER_TYPES,
  SERVED_KINDS,
  TownshipRole,
} from '@counter/shared/vocabulary/item'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import type { ItemMaterial, StatutoryLimit } from '../case/item-rules.ts'

/** One step on the way of a case, as the guide draws it (C109). */
export interface ItemStep {
  readonly name: string
  /** Empty: the responsible unit. */
  readonly who: string
  readonly howLong: string
  /** Its days do not count toward the limit. */
  readonly isExcluded: boolean
}

/** One line of the list of materials, with all that the guide says of it. */
export interface ItemPaper extends ItemMaterial {
  readonly issuer: string
  readonly original: number
  readonly copies: number
  /** Where the blank form or the sample is found. */
  readonly form: string
  /** The hash of a filled-in sample that the guide shows; null where there is none. */
  readonly sample: string | null
  readonly note: string
}

/** The public notice that an item may need. */
export interface PublicNotice {
  readonly days: number
  readonly unit: Limit['unit']
  readonly where: string
  readonly beforeApplication: boolean
  readonly excludedFromClock: boolean
}

/** What a resident promises in writing instead of a proof, and within how many working days it is checked (C206). */
export interface Pledge {
  readonly version: number
  readonly text: string
  readonly checkWithin: number
}

/** One item as its guide and its cases read it (cases.md 1). Empty text is what has not been said. */
export interface ItemContent {
  /** 俗称: what people call it, by which it is found too. */
  readonly aliases: readonly string[]
  readonly summary: string
  readonly category: string
  readonly basicCode: string
  readonly implementationCode: string
  readonly businessCode: string
  /** 行政权力类型: 01 is a licence (C514). */
  readonly powerTypeCode: (typeof POWER_TYPES)[number]
  readonly level: (typeof ITEM_LEVELS)[number]
  readonly serves: readonly (typeof SERVED_KINDS)[number][]
  readonly conditions: readonly string[]
  /** Empty: the centre's own place, hours and phones. */
  readonly place: string
  readonly hours: string
  readonly consultPhone: string
  readonly supervisionPhone: string
  readonly onlineAddress: string
  readonly visits: number
  /** 可预约: a time can be booked for it. */
  readonly booking: boolean
  /** 可寄递: papers and result may go by post. */
  readonly courier: boolean
  /** 照片留原图: a village's photos of it are not made smaller (V68). */
  readonly keepOriginal: boolean
  readonly committedLimit: Limit & {
    readonly text: string
    /** Why a promise without a statutory limit is a long one (C104). */
    readonly reason: string
  }
  readonly statutoryLimit: (StatutoryLimit & { readonly text: string }) | null
  /** It was said that the law sets no limit; else a missing one is a gap (C102). */
  readonly withoutStatutory: boolean
  readonly extension: { readonly max: number; readonly unit: Limit['unit']; readonly basis: string } | null
  readonly pauseReasons: readonly PauseReason[]
  readonly publicNotice: PublicNotice | null
  readonly townshipRole: TownshipRole
  readonly twoPersonCheck: boolean
  /** 联办 (C207). */
  readonly jointUnits: readonly UnitCode[]
  /** 告知承诺: another text is another version of the promise (C206). */
  readonly pledge: Pledge | null
  readonly quantityLimit: string
  readonly steps: readonly ItemStep[]
  readonly materials: readonly ItemPaper[]
  /** It was said that nothing is to be brought (C102). */
  readonly withoutMaterials: boolean
  readonly legalBasis: readonly string[]
  readonly fee: { readonly amountFen: number; readonly basis: string; readonly text: string }
  readonly resultName: string
  /** The hash of a sample of what the resident gets, 结果样本; null where there is none. */
  readonly resultSample: string | null
  readonly delivery: readonly string[]
  /** Within how many working days the result is handed over; null: as the centre does. */
  readonly deliveryWorkdays: number | null
  readonly faq: readonly { readonly question: string; readonly answer: string }[]
  readonly seasonal: boolean
  readonly handlingNote: string
  /** The statutory limit, or that there is none, is still to be confirmed (C107). */
  readonly verify: boolean
}

/** An item version as it is written, before it has a number (C101). */
export interface ItemDraft {
  readonly name: string
  readonly unit: UnitCode
  readonly effectiveFrom: PlainDate
  readonly caseType: CaseType
  readonly villageAgency: boolean
  readonly inPersonRequired: boolean
  /** The village committee may ask in the resident's place: 低保, 特困 (V11). */
  readonly committeeMayAsk: boolean
  /** 近亲属备案: its cases of near relatives stand in a register of their own (V12). */
  readonly relativeFiling: boolean
  readonly confidentiality: Confidentiality
  readonly content: ItemContent
}
