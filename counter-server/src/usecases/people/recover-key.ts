import type { DeviceId } from '@counter/shared/vocabulary/ids'
import { toMs } from '@counter/shared/vocabulary/plain-date'
import { DATA_KEY_BYTES, recoveryPlace } from '@counter/shared/vocabulary/recovery-copy'
import { Refusal } from '../../domain/refusal.ts'
import { appendAudit } from '../../store/audit.ts'
import type { Origin } from '../../store/origin.ts'
import { type DeviceRow, findDevice, saveEnrolmentUsed } from '../../store/people.ts'
import { openBox } from '../../store/sealed-box.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { requireCode, tryCode } from './enrolment-code.ts'
import type { SignedIn } from './sessions.ts'

/** What a phone brings along to be given the key that ten wrong PINs erased. */
interface Recovering {
  readonly origin: Origin
  readonly source: string
  readonly code: string
  readonly box: Buffer
}

/** How long after the password; an agent of the phone who is only taken up again has given none (V35). */
const FRESH_MS = 30 * 60_000

/**
 * Gives an agent's data key back to the phone on which it was made, against a code of the supervisor for its village, once (V34).
 * It is written who got it and by whose code before it is told. Refusals: `enrol.code_wrong`, `enrol.code_spent`,
 * `recovery.password_first`, `recovery.not_readable`, `device.lost`, `device.revoked`.
 */
export async function recoverKey(
  deps: Pick<Deps, 'store'>,
  signedIn: SignedIn,
  asked: Recovering,
): Promise<Buffer> {
  const { origin, source } = asked
  try {
    return await tryCode(deps, source, (tx) => spendOn(tx, signedIn, asked))
  } catch (error) {
    if (error instanceof Refusal)
      await deps.store.write((tx) =>
        appendAudit(tx, {
          origin,
          action: 'recovery.refused',
          subject: origin.device ?? 'unknown',
          result: error.code,
        }),
      )
    throw error
  }
}

function spendOn(tx: Tx, { session, staff }: SignedIn, { origin, code, box }: Recovering): Buffer {
  const phone = requireUsable(tx, session.phone)
  if (toMs(tx.at) - toMs(session.startedAt) > FRESH_MS) throw new Refusal('recovery.password_first')
  const given = requireCode(tx, code)
  if (given.kind !== 'village' || given.village !== phone.village) throw new Refusal('enrol.code_wrong')
  saveEnrolmentUsed(tx, given.id, phone.id)
  appendAudit(tx, { origin, action: 'recovery.opened', subject: phone.id, result: 'done' })
  const data = { village: phone.village, agent: staff.id, by: given.by }
  tx.record({ type: 'device.recovered', subject: phone.id, version: 1, origin, data })
  const key = openBox(tx.keys, recoveryPlace(phone.id, staff.id), box)
  // Nothing of this transaction stays: a code is not spent on a box that does not open.
  if (key === null || key.length !== DATA_KEY_BYTES) throw new Refusal('recovery.not_readable')
  return key
}

// Its sessions have ended with it; one that was asked in the same moment must not slip through (V80).
function requireUsable(tx: Tx, id: DeviceId | null): DeviceRow {
  const phone = id === null ? undefined : findDevice(tx, id)
  if (phone === undefined) throw new Refusal('device.not_enrolled')
  if (phone.revokedAt !== null) throw new Refusal('device.revoked')
  if (phone.lostAt !== null) throw new Refusal('device.lost')
  return phone
}
