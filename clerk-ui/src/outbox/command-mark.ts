import { newCommandId } from '@counter/shared/client/commands'
import { newPayloadSalt } from '@counter/shared/client/payload-salt'
import type { CommandId } from '@counter/shared/vocabulary/ids'
import type { PayloadSalt } from '@counter/shared/vocabulary/payload-salt'

/** What a command is given once and keeps: the same press repeated has the same id and gives the same hash (V29, V50). */
export interface CommandMark {
  readonly id: CommandId
  readonly salt: PayloadSalt
}

export function newCommandMark(): CommandMark {
  return { id: newCommandId(), salt: newPayloadSalt() }
}
