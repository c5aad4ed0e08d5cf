import type { CommandId } from '@counter/shared/vocabulary/ids'

/** Who asks and with which command, as the record keeps it. */
export interface Origin {
  readonly actor: string
  readonly role: string
  readonly device: string | null
  readonly commandId: CommandId | null
}
