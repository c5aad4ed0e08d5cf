const SPOKEN = /^\s*(\p{L}{1,4})?\s*0*(\d{1,4})\s*号?\s*$/u

/** What a person reads out or types: 12, 综12 or 综 012; null when it is no number. */
export function spokenNumber(
  typed: string,
): { readonly prefix: string | null; readonly serial: number } | null {
  const [, prefix, digits] = SPOKEN.exec(typed) ?? []
  if (digits === undefined || Number(digits) === 0) return null
  return { prefix: prefix ?? null, serial: Number(digits) }
}
