import { normalIdNumber } from '@counter/shared/vocabulary/identity'
import type { StaffId } from '@counter/shared/vocabulary/ids'
import { eq } from 'drizzle-orm'
import { lookUp, seal } from './crypto.ts'
import { agentCard } from './schema/agent-cards.ts'
import type { Tx } from './tx.ts'

/** What a point shows of an agent (V1). The ID number is kept to be compared and is shown to nobody (V11). */
export interface AgentCard {
  /** Empty: none is given. */
  readonly phone: string
  /** The hash of a picture. */
  readonly photo: string | null
  readonly hasIdNo: boolean
}

const NO_CARD: AgentCard = { phone: '', photo: null, hasIdNo: false }

export function findAgentCard(tx: Tx, staff: StaffId): AgentCard {
  const row = tx.query.select().from(agentCard).where(eq(agentCard.staff, staff)).get()
  return row === undefined ? NO_CARD : { phone: row.phone, photo: row.photo, hasIdNo: row.idNoLook !== null }
}

/** Keeps what is shown; `idNo` null leaves the number as it is, '' forgets it. */
export function saveAgentCard(
  tx: Tx,
  staff: StaffId,
  { phone, photo, idNo }: Pick<AgentCard, 'phone' | 'photo'> & { readonly idNo: string | null },
): void {
  const shown = { phone, photo, ...(idNo === null ? {} : sealedIdNo(tx, staff, idNo)) }
  tx.query
    .insert(agentCard)
    .values({ staff, ...shown })
    .onConflictDoUpdate({ target: agentCard.staff, set: shown })
    .run()
}

/** True or false where the agent's ID number is known, null where it is not (V11). */
export function hasSameIdNo(tx: Tx, staff: StaffId, idNo: string | null): boolean | null {
  const row = tx.query
    .select({ look: agentCard.idNoLook })
    .from(agentCard)
    .where(eq(agentCard.staff, staff))
    .get()
  if (row?.look == null || idNo === null) return null
  return row.look === lookUp(tx.keys, 'id_no', normalIdNumber(idNo))
}

// Found again by the same HMAC as a resident's (P31).
function sealedIdNo(tx: Tx, staff: StaffId, idNo: string) {
  if (idNo === '') return { idNoEnc: null, idNoLook: null }
  const normal = normalIdNumber(idNo)
  return {
    idNoEnc: seal(tx.keys, `agent_card:${staff}:idNo`, normal),
    idNoLook: lookUp(tx.keys, 'id_no', normal),
  }
}
