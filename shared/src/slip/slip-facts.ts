import type { Hall } from '../contract/hall.ts'
import type { Slip } from '../contract/paper.ts'
import type { Instant } from '../vocabulary/time.ts'

/** Black and white squares of a QR code without its quiet zone. */
export type QrModules = readonly (readonly boolean[])[]

/** How the QR code of a slip is made: 3 to 5, for a public address has no more (K50); the slip brings its own quiet zone. */
export const QR_OF_SLIP = { ecc: 'M', border: 0, minVersion: 3, maxVersion: 5 } as const

/** What of a ticket goes on paper, whether it was issued here, printed again or given without the server. */
export type Printable = Omit<Slip, 'nth'>

/** What a paper ticket tells. No name and no identity number have a place in it (U30). */
export interface SlipFacts {
  readonly centre: string
  readonly number: string
  readonly cls: Slip['cls']
  /** The resident's words for the matter; null as long as the centre does not want it on paper. */
  readonly matter: string | null
  /** Services behind the number of a village's visit; 1 for everybody else (V92). */
  readonly weight: number
  /** The appointment by which such a visit waits (V92). */
  readonly bookedAt?: Instant | undefined
  readonly quote: Slip['quote']
  readonly issuedAt: Instant
  readonly qr: QrModules | null
  readonly queryCode: string | null
  readonly isAgain: boolean
  readonly consultPhone: string
  readonly supervisionPhone: string
}

/** The facts of one paper, field by field. */
export function slipFacts(
  { number, cls, quote, issuedAt, queryCode, weight = 1, bookedAt }: Printable,
  hall: Hall | null,
  more: Pick<SlipFacts, 'matter' | 'qr' | 'isAgain'>,
): SlipFacts {
  return {
    ...more,
    centre: hall?.centre.name ?? '',
    number,
    cls,
    weight,
    bookedAt,
    quote,
    issuedAt,
    queryCode,
    consultPhone: hall?.centre.consultPhone ?? '',
    supervisionPhone: hall?.centre.supervisionPhone ?? '',
  }
}
