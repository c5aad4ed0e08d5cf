import type { DeviceId } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'

/** When something was last heard of each device: kept in memory, because each page speaks every few seconds. */
export interface Presence {
  heard(device: DeviceId, at: Instant): void
  /** How long a device has said nothing; before its first word, how long this server has been listening. */
  silentMs(device: DeviceId): number
  /** Null when it has said nothing since this server started. */
  lastAt(device: DeviceId): Instant | null
}

/** `steadyMs` is a clock that never jumps, so that a corrected wall clock silences nobody. */
export function createPresence(steadyMs: () => number): Presence {
  const startedMs = steadyMs()
  const heard = new Map<DeviceId, { readonly ms: number; readonly at: Instant }>()
  return {
    heard: (device, at) => void heard.set(device, { ms: steadyMs(), at }),
    silentMs: (device) => steadyMs() - (heard.get(device)?.ms ?? startedMs),
    lastAt: (device) => heard.get(device)?.at ?? null,
  }
}
