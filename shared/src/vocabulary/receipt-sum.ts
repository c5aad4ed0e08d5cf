const MODULUS = 1n << 128n
const DIGITS = 32

/** The digest of receipts: their hashes added up mod 2^128, whatever their order (V56). Hashes are hexadecimal, of 128 bits or more. */
export function receiptSum(hashes: readonly string[]): string {
  const sum = hashes.reduce((total, hash) => total + BigInt(`0x${hash}`), 0n)
  return (sum % MODULUS).toString(16).padStart(DIGITS, '0')
}

/** What the hash of one receipt is made of (V56). */
export function receiptText({
  id,
  payloadHash,
}: {
  readonly id: string
  readonly payloadHash: string
}): string {
  return `${id}${payloadHash}`
}
