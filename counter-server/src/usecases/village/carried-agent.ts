import type { StaffId } from '@counter/shared/vocabulary/ids'
import { Refusal } from '../../domain/refusal.ts'
import { findPhoneAuthor } from '../../store/phone-authors.ts'
import type { Deps } from '../deps.ts'
import type { ExportFile } from './open-export.ts'
import type { VillageAgent } from './village-agent.ts'

/** In whose name a carried command goes in, and why it may wait for a person instead. */
export interface Carried {
  readonly agent: VillageAgent
  readonly shut: Refusal | null
}

/**
 * The author of a line as a session on the phone would have it. Refuses `author.not_here` for somebody who never signed in on
 * that phone: its key vouches for its own agents alone. What comes of a phone that is lost or withdrawn waits for its author
 * or the supervisor, at the point of the phone (V80, V95).
 */
export function carriedAgent(
  { store, newId, publicUrl }: Deps,
  { phone, village }: ExportFile,
  author: StaffId,
): Carried {
  return store.read((tx) => {
    const found = findPhoneAuthor(tx, phone.id, author)
    if (found === undefined) throw new Refusal('author.not_here')
    const { id, displayName, unit } = found
    const shut = shutOf(phone)
    const origin = { actor: `staff:${id}`, role: 'agent', device: phone.id, commandId: null }
    const staff = { id, displayName, unit, village: shut === null ? found.village : village }
    return { agent: { deps: { newId, publicUrl }, origin, staff }, shut }
  })
}

function shutOf({ lostAt, revokedAt }: ExportFile['phone']): Refusal | null {
  if (lostAt !== null) return new Refusal('device.lost')
  return revokedAt === null ? null : new Refusal('device.revoked')
}
