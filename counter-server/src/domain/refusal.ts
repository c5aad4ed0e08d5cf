import type { RefusalCode, RefusalParams } from '@counter/shared/vocabulary/refusal'

/** An expected "no": a code both sides know and what its sentence needs. Anything else that is thrown is a fault (R6). */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly code: RefusalCode
  readonly params: RefusalParams

  constructor(code: RefusalCode, params: RefusalParams = {}) {
    super(code)
    this.code = code
    this.params = params
  }
}
