import type { MaterialState } from '@counter/shared/vocabulary/case'
import type { Segment } from '@counter/shared/vocabulary/clock'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import type { PaperKind } from '../../store/case-numbers.ts'

/** What a paper for the resident says (cases.md 9). Code and token are empty on every paper but the first (C1103). */
export interface ReceiptFacts {
  readonly kind: Exclude<PaperKind, 'supervision'>
  readonly paperNumber: string
  readonly caseNumber: string
  readonly queryCode: string
  readonly token: string
  readonly link: string
  readonly itemName: string
  readonly applicant: string
  readonly unitName: string
  readonly receivedAt: Instant
  readonly dueAt: Instant | null
  readonly dueOn: PlainDate | null
  readonly isProvisional: boolean
  readonly statutoryDueOn: PlainDate | null
  readonly explanation: readonly Segment[]
  readonly materials: readonly {
    readonly name: string
    readonly state: MaterialState
    readonly how: string
  }[]
  readonly until: PlainDate | null
  readonly where: string
  readonly by: string
  readonly consultPhone: string
  readonly supervisionPhone: string
}
