import { LostSyncAnswer } from '@counter/shared/contract/lost-phone'
import { jsonOf } from '@counter/shared/contract/public/json-text'
import { SyncAnswer } from '@counter/shared/contract/village'

/** What came back for `POST /sync`, before anybody believes it. */
export interface RawAnswer {
  readonly status: number
  readonly text: string
}

/**
 * The answer of the centre, or null. Acknowledged is only what names the product, carries the nonce of this very request
 * and lists the command: a page of a hotel network, a bare 200 or a cut body says nothing (V47).
 */
export function syncAnswerOf(raw: RawAnswer, nonce: string): SyncAnswer | null {
  return answerAs(SyncAnswer, raw, nonce)
}

/** The same of what a lost phone handed over (V80). */
export function lostAnswerOf(raw: RawAnswer, nonce: string): LostSyncAnswer | null {
  return answerAs(LostSyncAnswer, raw, nonce)
}

/** True when the centre itself says that it speaks with this page no more (V58). */
export function saysTooOld({ status, text }: RawAnswer): boolean {
  const told = jsonOf(text)
  return (
    status === 409 && typeof told === 'object' && told !== null && 'code' in told && told.code === TOO_OLD
  )
}

const TOO_OLD = 'protocol.too_old'

interface Schema<Answer> {
  safeParse(value: unknown): { readonly success: true; readonly data: Answer } | { readonly success: false }
}

function answerAs<Answer extends { readonly nonce: string }>(
  schema: Schema<Answer>,
  raw: RawAnswer,
  nonce: string,
): Answer | null {
  if (raw.status !== 200) return null
  const parsed = schema.safeParse(jsonOf(raw.text))
  return parsed.success && parsed.data.nonce === nonce ? parsed.data : null
}
