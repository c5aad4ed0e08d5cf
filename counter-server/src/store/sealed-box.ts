import { createDecipheriv, hkdfSync } from 'node:crypto'
import { BOX_PURPOSE, partsOfBox } from '@counter/shared/vocabulary/sealed-box'
import type { Keys } from './crypto.ts'

const TAG = 16
const KEY = 32

/** Opens what a phone sealed to the centre for this place (V31); null for a changed one, one of another place and one of a key that is gone. */
export function openBox({ sealing }: Pick<Keys, 'sealing'>, place: string, box: Uint8Array): Buffer | null {
  const parts = partsOfBox(Uint8Array.from(box))
  const pair = parts === null ? undefined : sealing.find(parts.keyNumber)
  if (parts === null || pair === undefined) return null
  const { ephemeral, iv, sealed } = parts
  try {
    const info = Buffer.concat([Buffer.from(BOX_PURPOSE), pair.getPublicKey()])
    const key = hkdfSync('sha256', pair.computeSecret(ephemeral), ephemeral, info, KEY)
    const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key), iv, { authTagLength: TAG })
    decipher.setAAD(Buffer.from(place))
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG))
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - TAG)), decipher.final()])
  } catch {
    return null
  }
}
