import type { RevokedAt } from '@counter/shared/vocabulary/agency'
import { revokeAuthority as decideRevocation } from '../../domain/case/agency-acts.ts'
import type { Deps } from '../deps.ts'
import { actOnCase, type CaseCommand, type CaseDone, type CaseScene } from './case-scene.ts'
import { recordFacts } from './record-facts.ts'

/** 撤回委托 at the window or by telephone; the hall carries on with the case (V14). */
export function revokeAuthority(
  deps: Deps,
  command: CaseCommand,
  asked: { readonly where: Exclude<RevokedAt, 'point'>; readonly reason: string },
): Promise<CaseDone> {
  return actOnCase(deps, command, 'revoke-authority', asked, (scene) => {
    revokeOn(scene, asked)
    return null
  })
}

/** The same within an open transaction; `merged` when it was taken back before. */
export function revokeOn(
  scene: CaseScene,
  { where, reason }: { readonly where: RevokedAt; readonly reason: string },
): 'applied' | 'merged' {
  const revoked = decideRevocation(scene.context, where)
  if (revoked === null) return 'merged'
  recordFacts(scene, [revoked], { text: reason })
  return 'applied'
}
