import type { MaterialState } from '@counter/shared/vocabulary/case'
import type { CasePaperKind, PaperPoint } from '@counter/shared/vocabulary/case-paper'
import type { DueReasons, Limit, Segment } from '@counter/shared/vocabulary/clock'
import type { PaperId } from '@counter/shared/vocabulary/ids'
import type { PaperWording } from '@counter/shared/vocabulary/paper-wording'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'

/** A line that only some papers have; the text is Chinese as it stands on paper. */
export interface PointLine {
  readonly point: PaperPoint
  readonly text: string
}

/** What is kept of a paper: all but the code, which the server has as a hash only (C901, C1103). */
export interface PaperValues {
  readonly kind: CasePaperKind
  /** Absent on the papers of cases, which were there first. */
  readonly of?: 'letter'
  readonly paperNumber: string
  readonly madeAt: PlainDate
  readonly centre: string
  readonly caseNumber: string
  readonly itemName: string
  readonly applicant: string
  readonly unitName: string
  readonly receivedAt: Instant
  readonly dueAt: Instant | null
  readonly dueOn: PlainDate | null
  readonly isProvisional: boolean
  readonly statutoryDueOn: PlainDate | null
  readonly explanation: readonly Segment[]
  /** Papers made before it was kept have none. */
  readonly reasons?: DueReasons | null
  /** In which days it is counted; absent like `reasons`, and where no day is promised. */
  readonly unit?: Limit['unit'] | null
  readonly materials: readonly {
    readonly name: string
    readonly state: MaterialState
    readonly how: string
    /** By when the resident promised it; absent on papers made before it was kept (C205). */
    readonly promisedOn?: PlainDate | null
  }[]
  readonly points: readonly PointLine[]
  readonly until: PlainDate | null
  readonly where: string
  readonly by: string
  readonly consultPhone: string
  readonly supervisionPhone: string
}

/** The secrets of a case as they stand on its papers; empty where nobody kept what was told (C1103). */
export interface PaperSecrets {
  readonly queryCode: string
  readonly token: string
  readonly link: string
}

/** A paper as it is printed now (cases.md 9): `nth` 0 is the first time, n the n-th copy. */
export interface ReceiptFacts extends PaperValues, PaperSecrets {
  readonly id: PaperId
  readonly nth: number
  /** The township's words in the version of the paper; absent on what was answered before there were any (C901). */
  readonly wording?: PaperWording | null
}
