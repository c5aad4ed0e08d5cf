import type { CaseType, MaterialSource, PauseReason } from '@counter/shared/vocabulary/case'
import type { Limit } from '@counter/shared/vocabulary/clock'
import type { UnitCode } from '@counter/shared/vocabulary/ids'
import type { LIMIT_SCOPES, LIMIT_STARTS, TownshipRole } from '@counter/shared/vocabulary/item'

/** A limit set by law: for which part of the way, and from when it runs (cases.md 1). */
export interface StatutoryLimit extends Limit {
  readonly scope: (typeof LIMIT_SCOPES)[number]
  readonly starts: (typeof LIMIT_STARTS)[number]
}

/** What the item version of a case says about its clocks. */
export interface ItemLimits {
  readonly caseType: CaseType
  readonly committed: Limit
  readonly statutory: StatutoryLimit | null
  /** Within how many working days the result is handed over; null or absent: the setting's (C443). */
  readonly deliveryWorkdays?: number | null
}

/** One material of the item version. */
export interface ItemMaterial {
  readonly name: string
  readonly required: boolean
  /** 容缺: may be promised for a later day (C205). */
  readonly deferrable: boolean
  readonly source: MaterialSource
}

/** What the item version says about the acts on its cases. */
export interface ItemRules extends ItemLimits {
  readonly townshipRole: TownshipRole
  /** 行政许可, for which alone the law itself makes silence an acceptance (C514). */
  readonly isLicence: boolean
  /** Two people have to look before it is decided (C421). */
  readonly needsCheck: boolean
  /** The longest extension, or null when the law gives none (C513). */
  readonly extension: Limit | null
  readonly pauseReasons: readonly PauseReason[]
  /** 联办: the units that have their part in every case, beside the one that has it (C207). */
  readonly jointUnits: readonly UnitCode[]
  /** 告知承诺: the version of the promise text, and within how many working days its truth is checked (C206). */
  readonly pledge: { readonly version: number; readonly checkWithin: number } | null
  readonly materials: readonly ItemMaterial[]
  /** 近亲属备案: who handles a case of a near relative declares to be none (V12). */
  readonly relativeFiling?: boolean
}
