import type {
  ContactPurpose,
  ContactWay,
  HandedWay,
  RevokedAt,
  Satisfaction,
} from '@counter/shared/vocabulary/agency'
import type { EditedField } from '@counter/shared/vocabulary/edit'
import type { VillageCode } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { ClaimedTime } from './claimed-time.ts'
import type { MaterialMark, PaperTaken } from './material-mark.ts'

/** One fact of a case's person that was put right. */
export interface FactChange {
  readonly field: EditedField
  readonly from: string
  readonly to: string
}

/** What each event of agency and of the village point records, of the case and of its papers on the way. */
export interface AgencyEventPayloads {
  'case.registered': {
    readonly village: VillageCode
    readonly materials: readonly MaterialMark[]
    /** Handed up on the same day; absent where it was not said (V21). */
    readonly isUrgent?: true
    /** What the phone claimed and how far it can be trusted; when it happened is the centre's reading of it (V77). */
    readonly claim?: ClaimedTime
    /** Papers that lie at the point: the hall has the case in hand only with them (V17, V21). */
    readonly papers?: readonly PaperTaken[]
  }
  /** One leg between point and hall, signed for; what differs is written beside it (V94). */
  'papers.taken': { readonly papers: readonly PaperTaken[] }
  'papers.handed': { readonly way: HandedWay; readonly papers: readonly PaperTaken[] }
  /** 转告补正 (V21). */
  'notice.relayed': { readonly way: ContactWay }
  'contact.attempted': {
    readonly purpose: ContactPurpose
    readonly way: ContactWay
    readonly isReached: boolean
  }
  /** 未能联系: nobody was reached on so many days, and the centre goes on (V22). */
  'contact.given_up': { readonly purpose: ContactPurpose }
  /** The agent's own call, which is no rating; the remark is written beside it (V20). */
  'followup.recorded': { readonly way: ContactWay; readonly satisfaction: Satisfaction }
  'authority.revoked': { readonly where: RevokedAt }
  /** The masked name only; the whole one is encrypted beside it (P30). */
  'originals.returned': { readonly names: readonly string[]; readonly receiver: string }
  /** 核定时间: when the village took it, within the bounds of its claim; why is written beside it (V78). */
  'capture.dated': { readonly at: Instant; readonly from: Instant }
  /** What is right of the person of the case; both values stay, sealed beside it, '' where there is none (V16, V73). */
  'case.edited': { readonly changes: readonly FactChange[] }
  /** The resident wants the case withdrawn and the point says so; ends with the case or with a no (V73). */
  'withdrawal.asked': { readonly reason: string }
  'withdrawal.declined': { readonly reason: string }
}
