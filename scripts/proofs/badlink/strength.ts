import type { LinkCounts } from './bad-link.ts'
import type { Death } from './phone-words.ts'

/** How bad a run was. */
export interface Strength {
  readonly link: LinkCounts
  readonly kills: number
  readonly deaths: readonly Death[]
  /** Where pages were to die. */
  readonly deathsAt: readonly Death[]
  readonly commands: number
  /** Commands that came to the centre again after it had them. */
  readonly twice: number
}

const SHARE_TWICE = 0.2

/** Why a run proves nothing: its line was better than V99 asks for, or nobody died where it hurts (R40). */
export function whyVoid({ link, kills, deaths, deathsAt, commands, twice }: Strength): string[] {
  const reasons: string[] = []
  const want = (isSo: boolean, reason: string) => void (isSo || reasons.push(reason))
  const share = commands === 0 ? 0 : twice / commands
  want(share >= SHARE_TWICE, `only ${(share * 100).toFixed(0)} % of the commands went twice`)
  want(link.lostBefore > 0 && link.lostAfter > 0, 'nothing was lost on one of the two ways')
  want(Math.abs(link.lostBefore - link.lostAfter) <= 1, 'not half was lost before and half after')
  want(link.requestsTorn > 0 && link.answersTorn > 0, 'no body was torn on one of the two ways')
  want(link.holes > 0, 'there was no hole')
  want(kills > 0, 'the centre was not killed')
  for (const each of deathsAt) want(deaths.includes(each), `no page was killed at ${each}`)
  return reasons
}
