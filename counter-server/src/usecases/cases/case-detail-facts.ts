import type { CaseAction, MaterialState } from '@counter/shared/vocabulary/case'
import type { ClockReading } from '@counter/shared/vocabulary/clock'
import type { StaffId } from '@counter/shared/vocabulary/ids'
import type { ItemPart } from '@counter/shared/vocabulary/item'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import type { CaseState } from '../../domain/case/case-state.ts'
import type { ChargedDays } from '../../domain/case/charged-days.ts'
import type { ClaimedTime } from '../../domain/case/claimed-time.ts'
import type { CaseEvent } from '../../domain/case/event.ts'
import type { LegDays } from '../../domain/case/legs.ts'
import type { PaperTaken } from '../../domain/case/material-mark.ts'
import type { PointReceived } from '../../domain/case/point-received.ts'
import type { StoredEvent } from '../../store/case-events.ts'
import type { CaseFile } from '../../store/case-files.ts'
import type { Item } from '../../store/items.ts'
import type { findPersonVillage } from '../../store/persons.ts'
import type { CaseLine } from './case-lines.ts'
import type { CasePaperLine } from './case-papers.ts'
import type { ExchangeLine } from './exchange.ts'
import type { CaseDuplicates } from './read-duplicates.ts'
import type { OrderLine } from './read-orders.ts'
import type { RelationFacts } from './read-relation.ts'
import type { CaseSubtasks } from './read-subtasks.ts'

/** One line of the timeline. */
export interface EventLine {
  readonly event: StoredEvent
  readonly by: string
  readonly text: string | null
  /** The names of both items where one took the other's place. */
  readonly items: { readonly from: string; readonly to: string } | null
  /** Taken back by a correction (C302). */
  readonly isVoided: boolean
}

/** Everything the case page shows; personal data masked (C-3, P33). */
/** The version in force now, and which parts it says otherwise than that of the case. */
export interface NewerItem {
  readonly version: number
  readonly effectiveFrom: PlainDate
  readonly changed: readonly ItemPart[]
}

export interface CaseDetailFacts extends CaseSubtasks {
  readonly line: CaseLine
  readonly item: Item
  /** What new cases of the item get now, where that is another version (C101). */
  readonly newerItem: NewerItem | null
  readonly state: CaseState
  readonly applicant: {
    readonly name: string
    readonly idNo: string | null
    readonly phone: string | null
    readonly village: ReturnType<typeof findPersonVillage>
    readonly hasAddress: boolean
    readonly hasContact: boolean
  }
  readonly clocks: readonly ClockReading[]
  /** The number it had in an old ledger. */
  readonly oldNumber: string | null
  /** How other platforms know it (C444, C1104). */
  readonly exchange: ExchangeLine | null
  readonly toldDueOn: PlainDate | null
  readonly materials: readonly MaterialLine[]
  /** Files that show none of the listed materials (C437). */
  readonly otherFiles: readonly FileLine[]
  readonly notice: NoticeFacts | null
  readonly approval: { readonly by: string; readonly at: Instant; readonly reason: string } | null
  readonly decision: { readonly result: string; readonly at: Instant; readonly isOnTime: boolean } | null
  readonly delivery: CaseEvent<'case.delivered'> | null
  readonly agency: AgencyLine | null
  readonly relation: RelationFacts
  readonly papers: readonly CasePaperLine[]
  readonly events: readonly EventLine[]
  readonly orders: readonly OrderLine[]
  readonly charged: ChargedDays
  readonly legs: readonly (Omit<LegDays, 'unit'> & { readonly unit: string | null })[]
  readonly handOver: HandOverFacts | null
  readonly duplicates: CaseDuplicates
  readonly checkers: readonly { readonly id: StaffId; readonly name: string }[]
  readonly papersStopClock: boolean
  /** What the point received in a pause, from when the clock may go on (V75). */
  readonly pointReceived: PointReceived | null
  readonly actions: readonly CaseAction[]
}

/** A transfer that waits, with the names of its units. */
interface HandOverFacts {
  readonly from: string
  readonly to: string
  readonly at: Instant
  readonly dueAt: Instant
}

export interface MaterialLine {
  readonly material: Item['content']['materials'][number]
  readonly state: MaterialState
  readonly promisedOn: PlainDate | null
  readonly files: readonly FileLine[]
}

/** A file with who added it and when; a village's own photos name their point. */
export interface FileLine {
  readonly file: CaseFile
  readonly by: string
  readonly at: Instant
}

export interface NoticeFacts {
  readonly number: string
  readonly at: Instant
  readonly lines: readonly { readonly name: string; readonly problem: string }[]
  readonly where: string
  readonly until: PlainDate
  readonly isProvisional: boolean
}

/** The time that the phone claimed, and the moments between which the supervisor may set it (V77, V78). */
export interface ClaimLine extends ClaimedTime {
  readonly isUnsure: boolean
  readonly from: Instant
  readonly to: Instant
}

export interface AgencyLine {
  readonly agent: string
  readonly relation: string
  readonly powers: readonly string[]
  readonly until: PlainDate
  readonly capturedAt: Instant
  /** What its time was made of; null where no phone said it (V77). */
  readonly claim: ClaimLine | null
  readonly isRelative: boolean
  /** Handed up on the same day (V21). */
  readonly isUrgent: boolean
  /** What the point took in on paper (V17). */
  readonly papers: readonly PaperTaken[]
  readonly handUpWorkdays: number
  readonly isHandUpLate: boolean
  /** The resident took the authority back (V14). */
  readonly revokedAt: Instant | null
}
