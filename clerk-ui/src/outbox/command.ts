import type { VillageHeader } from '@counter/shared/contract/village'
import type {
  AskWithdrawalPayload,
  ConsultPayload,
  ContactPayload,
  DeliverPayload,
  EditPayload,
  FollowUpPayload,
  MaterialPayload,
  NotePayload,
  RegisterPayload,
  RelayPayload,
  ReturnPayload,
  RevokePayload,
  VoidNumberPayload,
} from '@counter/shared/contract/village-payloads'
import { canonicalJson } from '@counter/shared/vocabulary/canonical-json'
import type { CaseId, CommandId, StaffId, VillageCode } from '@counter/shared/vocabulary/ids'
import { type PayloadSalt, withSalt } from '@counter/shared/vocabulary/payload-salt'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { CommandMark } from './command-mark.ts'
import { sha256Hex } from './hash.ts'
import type { Photo } from './photo.ts'

/** What a village point may say, each type with its own content (V30). */
export type VillageFacts =
  | { readonly type: 'command.withdraw'; readonly payload: { readonly command: CommandId } }
  | { readonly type: 'case.register'; readonly itemVersion: number; readonly payload: RegisterPayload }
  | Fact<'case.edit', typeof EditPayload>
  | Fact<'case.ask_withdrawal', typeof AskWithdrawalPayload>
  | Fact<'number.void', typeof VoidNumberPayload>
  | Fact<'material.receive', typeof MaterialPayload>
  | Fact<'material.return', typeof ReturnPayload>
  | Fact<'note.add', typeof NotePayload>
  | Fact<'contact.attempt', typeof ContactPayload>
  | Fact<'correction.relay', typeof RelayPayload>
  | Fact<'result.deliver', typeof DeliverPayload>
  | Fact<'followup.record', typeof FollowUpPayload>
  | Fact<'authority.revoke', typeof RevokePayload>
  | Fact<'consult.log', typeof ConsultPayload>

interface Fact<Type extends VillageHeader['type'], Payload extends { parse(content: unknown): unknown }> {
  readonly type: Type
  readonly payload: ReturnType<Payload['parse']>
}

/** A frozen command: it never changes again, so a resend is the same to the byte (V44). */
export interface VillageCommand {
  readonly header: VillageHeader
  readonly payload: unknown
}

/** A photo with what it shows: the authority, or the material it belongs to (V29). */
export interface NamedPhoto extends Photo {
  readonly role: string
  /** Of what the item cannot do without, so it is sent before the rest (V70). */
  readonly isRequired?: boolean
}

/** What a page knows of a new command before the disk gives it its place. */
export interface CommandPlace extends CommandMark {
  /** Who captures it (V35). */
  readonly authorId: StaffId
  readonly caseId: CaseId
  readonly pointId: VillageCode
  readonly capturedAt: Instant
  readonly pageId?: VillageHeader['pageId']
  readonly monoMs?: VillageHeader['monoMs']
  readonly lastServer?: VillageHeader['lastServer']
  /** Of an edit: the case as its author saw it (V73). */
  readonly baseRev?: number | null
}

/** A header without what is taken inside the one transaction that keeps it (V28, V41). */
export type UnplacedHeader = Omit<VillageHeader, 'seq' | 'after' | 'number' | 'provisional'>

/** A command but for its place: what is kept is what was hashed. */
export interface FrozenCommand {
  readonly header: UnplacedHeader
  readonly payload: VillageFacts['payload'] & { readonly salt: PayloadSalt }
}

/** The header of V29 without signature, and the payload with the salt: the hash is made over its canonical JSON. */
export async function freeze(
  facts: VillageFacts,
  photos: readonly NamedPhoto[],
  { salt, ...place }: CommandPlace,
): Promise<FrozenCommand> {
  const payload = withSalt(facts.payload, salt)
  return {
    header: {
      v: 1,
      ...place,
      type: facts.type,
      itemVersion: facts.type === 'case.register' ? facts.itemVersion : null,
      files: photos.map(({ sha256, size, mime, role }) => ({ sha256, size, mime, role })),
      payloadHash: await sha256Hex(canonicalJson(payload)),
    },
    payload,
  }
}
