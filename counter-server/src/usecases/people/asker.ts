import type { Actor } from '@counter/shared/vocabulary/actor'
import type { SignedIn, SignedInDevice } from './sessions.ts'

/** Who asks, from the cookie of the door the page named (N8); never from a body. */
export interface Asker {
  readonly actor: Actor
  readonly staff: SignedIn | null
  readonly device: SignedInDevice | null
}
