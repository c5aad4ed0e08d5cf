import type { CommandId, StaffId } from '@counter/shared/vocabulary/ids'
import type { NamedPhoto, UnplacedHeader } from './command.ts'
import type { Slip } from './slip.ts'

/** The form whose place the command takes (V28). */
export interface FrozenForm {
  readonly slot: string
  readonly content: unknown
  readonly replaces: CommandId | null
}

/** What a page hands over to be kept and sent. */
export interface Capture {
  readonly header: UnplacedHeader
  readonly author: StaffId
  readonly payload: unknown
  readonly photos: readonly NamedPhoto[]
  readonly title: string
  readonly slip: Slip | null
  /** The form it was made of, and the refused command that it is sent for; null for what has no form (V36). */
  readonly form: FrozenForm | null
  /** 撤回: the refused command that it tells the centre nobody need solve; that one goes when this one is kept (V36). */
  readonly withdraws?: CommandId | null
  /** What is said in the same step or not at all: a page may be killed between two (V28). */
  readonly also?: readonly Capture[]
}
