import { base64urlOf } from '@counter/shared/client/base64url'
import type { RegisterPayload } from '@counter/shared/contract/village-payloads'
import { QUERY_CODE_ALPHABET } from '@counter/shared/vocabulary/number'

/** The secrets of a resident's slip, made on the device, so that it has them without a network (V64). */
export interface SlipSecrets {
  readonly queryCode: string
  /** 128 random bits for the QR code. */
  readonly token: string
}

/** What stands on the slip beside the number (V65). */
export interface Slip extends SlipSecrets {
  readonly itemName: string
  readonly materials: readonly string[]
  /** The papers that the resident leaves at the point; a slip from before does not say (V17). */
  readonly papers?: NonNullable<RegisterPayload['papers']>
  /** Handed up on the same day (V21). */
  readonly isUrgent?: boolean
  readonly phone: string
}

const TOKEN_BYTES = 16

/** Fresh secrets. 256 is a multiple of 32, so every sign of the code is equally likely. */
export function newSlipSecrets(): SlipSecrets {
  const signs = [...crypto.getRandomValues(new Uint8Array(8))]
  return {
    queryCode: signs.map((byte) => QUERY_CODE_ALPHABET.charAt(byte % QUERY_CODE_ALPHABET.length)).join(''),
    token: base64urlOf(crypto.getRandomValues(new Uint8Array(TOKEN_BYTES))),
  }
}
