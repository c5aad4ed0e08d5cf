import type { CaseType } from '@counter/shared/vocabulary/case'

/** The file of a township, `shared/data/township.json`. */
export interface TownshipFile {
  readonly centre: Readonly<Record<string, string>>
  readonly officeHours: readonly {
    readonly from: string
    readonly sessions: readonly (readonly [string, string])[]
  }[]
  readonly lines: readonly { readonly line: string; readonly prefix: string; readonly name: string }[]
  readonly units: readonly {
    readonly unitCode: string
    readonly name: string
    readonly kind: 'unit' | 'front-desk'
    readonly line: string
    readonly phone: string
  }[]
  readonly villages: readonly {
    readonly code: string
    readonly name: string
    readonly point: string
    readonly phone: string
  }[]
  readonly windows: readonly {
    readonly window: number
    readonly name: string
    readonly lines: readonly string[]
  }[]
}

/** The file of a catalogue, `shared/data/service-items.json`; an item's other fields are kept whole as its content. */
export interface CatalogueFile {
  readonly guideDefaults: Readonly<Record<string, unknown>>
  readonly items: readonly {
    readonly code: string
    readonly version: number
    readonly effectiveFrom: string
    readonly unitCode: string
    readonly name: string
    readonly aliases?: readonly string[]
    readonly caseType: CaseType
    readonly villageAgency: boolean
    readonly inPersonRequired: boolean
    readonly committeeMayAsk?: boolean
    readonly relativeFiling?: boolean
    readonly confidentiality: 'normal' | 'sensitive' | 'minor' | 'restricted' | 'whistleblower'
  }[]
}
