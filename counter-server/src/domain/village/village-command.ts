import type { ContactPurpose, ContactWay, Satisfaction } from '@counter/shared/vocabulary/agency'
import type { CaseId, CommandId, ItemCode, StaffId, VillageCode } from '@counter/shared/vocabulary/ids'
import type { IdKind } from '@counter/shared/vocabulary/personal-data'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import type { RightFacts } from '../case/edit-facts.ts'
import type { MaterialMark, PaperTaken } from '../case/material-mark.ts'
import type { FileMime } from '../files/file-facts.ts'
import type { Authority } from './authority.ts'

/** A file that a command names: its address is the SHA-256 of its plain content (V67). */
export interface NamedFile {
  readonly sha256: string
  readonly size: number
  readonly mime: FileMime
  readonly role: string
}

/** A photo that never arrived, and the one that was taken in its place, if any (V70). */
export interface PhotoInstead {
  readonly lost: string
  readonly taken: string | null
}

/** The header of a frozen command, as far as the node acts on it (V29). */
export interface VillageHeader {
  readonly id: CommandId
  /** The device's own count of its commands (V53). */
  readonly seq: number
  readonly caseId: CaseId
  readonly after: CommandId | null
  /** Of an edit: the revision of the case that its author saw (V73). */
  readonly baseRev?: number | null | undefined
  /** The refused command that this one stands for (V36, V52). */
  readonly replaces?: CommandId | null | undefined
  /** Who captured it, as the phone froze it; pages of before did not say (V29). */
  readonly authorId?: StaffId | undefined
  readonly pointId: VillageCode
  /** Of the guide that was shown; null where the command is about a case that stands (V86). */
  readonly itemVersion: number | null
  readonly capturedAt: Instant
  readonly files: readonly NamedFile[]
  readonly payloadHash: string
  readonly number?: string | null | undefined
  readonly provisional?: string | null | undefined
  /** The node's time as last heard before the capture, and the device's own at that moment (V77). */
  readonly lastServer?:
    | { readonly at: Instant; readonly wall: Instant; readonly mono?: number | undefined }
    | null
    | undefined
  /** The page's steady clock at the capture, in ms since the page began (V77). */
  readonly monoMs?: number | undefined
}

/** The official fee with the number of its receipt (V6). */
export interface OfficialFee {
  readonly cents: number
  readonly receiptNumber: string
}

/** A consultation at the point, one line of its log book (V16). */
export interface Consultation {
  readonly person: string
  readonly item: ItemCode | null
  readonly question: string
  readonly answer: string
  readonly isReferred: boolean
}

/** The facts of `case.register` (V9 to V13). */
export interface RegisterFacts {
  readonly item: ItemCode
  readonly applicant: {
    readonly name: string
    readonly idKind: IdKind
    readonly idNo: string | null
    readonly idNote: string
    readonly phone: string | null
    readonly village: VillageCode | null
    readonly address: string | null
    readonly contact: string | null
  }
  readonly authority: Authority | null
  readonly isConsentGiven: boolean
  readonly noticeVersion: number
  /** The notice for somebody under 14 that the guardian was told (C1109). */
  readonly careVersion: number | null
  readonly isRelative: boolean | null
  readonly materials: readonly MaterialMark[]
  /** The papers as they lie at the point (V17). */
  readonly papers: readonly PaperTaken[]
  /** Handed up on the same day (V21). */
  readonly isUrgent: boolean
  readonly note: string
  /** What the slip already shows; null when the centre shall make it (V64). */
  readonly secrets: { readonly queryCode: string; readonly token: string } | null
}

/** What a village point says, by type (V30). */
export type VillageFacts =
  | { readonly type: 'case.register'; readonly register: RegisterFacts }
  | {
      readonly type: 'material.receive'
      readonly materials: readonly string[]
      /** Of these, what stays at the point on paper (V17). */
      readonly papers: readonly PaperTaken[]
      readonly note: string
      readonly instead: readonly PhotoInstead[]
    }
  | { readonly type: 'note.add'; readonly text: string }
  | {
      readonly type: 'result.deliver'
      readonly receiver: string
      readonly relation: string
      readonly fee: OfficialFee | null
      /** The day that the agent names; null: at the capture. */
      readonly on: PlainDate | null
    }
  | { readonly type: 'correction.relay'; readonly way: ContactWay; readonly note: string }
  | {
      readonly type: 'contact.attempt'
      readonly purpose: ContactPurpose
      readonly way: ContactWay
      readonly isReached: boolean
      readonly note: string
    }
  | {
      readonly type: 'followup.record'
      readonly way: ContactWay
      readonly satisfaction: Satisfaction
      readonly remark: string
    }
  | { readonly type: 'authority.revoke'; readonly reason: string }
  | { readonly type: 'material.return'; readonly materials: readonly string[]; readonly receiver: string }
  | { readonly type: 'case.edit'; readonly right: RightFacts }
  | { readonly type: 'case.ask_withdrawal'; readonly reason: string }
  | { readonly type: 'number.void'; readonly number: string; readonly reason: string }
  | { readonly type: 'consult.log'; readonly consultation: Consultation }
  | { readonly type: 'command.withdraw'; readonly command: CommandId }

/** One command as it arrived. `frozen` is header and payload as sent: what its receipt is made of (V50). */
export interface VillageCommand {
  readonly header: VillageHeader
  readonly facts: VillageFacts
  readonly frozen: { readonly header: unknown; readonly payload: unknown }
}
