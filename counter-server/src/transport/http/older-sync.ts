import type { SyncBody, SyncBodyBefore } from '@counter/shared/contract/village'

/** What a phone says, whichever protocol it speaks. */
export interface SaidOfPhone extends Omit<SyncBody, 'protocol' | 'deviceId'> {
  readonly protocol: SyncBody['protocol'] | SyncBodyBefore['protocol']
  /** Null: a phone of before phones told who they are (V61). */
  readonly deviceId: string | null
}

/** An older request in the words of the newest; nothing behind this knows that there is an older one (V58). */
export function toNewest(body: SyncBody | SyncBodyBefore): SaidOfPhone {
  if (body.protocol === 2) return body
  const { deviceId = null, waiting = [], leases, outbox } = body
  // It counted its numbers only when it asked for more.
  const numbersFree = outbox.numbersFree ?? leases?.free
  return {
    ...body,
    deviceId,
    waiting,
    outbox: numbersFree === undefined ? outbox : { ...outbox, numbersFree },
  }
}
