/** What the phones of a point said when they were last heard; null: not known, which is never nought (V88). */
export interface AsReported {
  readonly unsent: number | null
  readonly attention: number | null
  readonly numbersFree: number | null
}

interface DeviceReport {
  readonly unsent: number
  readonly attention: number
  readonly numbersFree: number | null
}

/**
 * The reports of a point's phones together; a sum of which one part is not known is not known (V88). `unsentToldLast` is what the
 * point itself said: all there is of a phone that does not tell its id.
 */
export function asReported(devices: readonly DeviceReport[], unsentToldLast: number | null): AsReported {
  if (devices.length === 0) return { unsent: unsentToldLast, attention: null, numbersFree: null }
  return {
    unsent: sumOf(devices.map(({ unsent }) => unsent)),
    attention: sumOf(devices.map(({ attention }) => attention)),
    numbersFree: sumOf(devices.map(({ numbersFree }) => numbersFree)),
  }
}

function sumOf(parts: readonly (number | null)[]): number | null {
  return parts.reduce((sum, part) => (sum === null || part === null ? null : sum + part), 0)
}
