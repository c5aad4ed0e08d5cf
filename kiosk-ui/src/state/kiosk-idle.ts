import type { Kiosk } from './kiosk-machine.ts'

/** Seconds of the hall's settings: how long a page may lie before it asks, guides longer (U19). */
export interface IdleSettings {
  readonly idleSeconds: number
  readonly guideIdleSeconds: number
}

/** `asking` is K-9; `leaving` is a ticket that says when it goes by itself; `over` means home and a clean page. */
export type Idle =
  | { readonly is: 'here' }
  | { readonly is: 'leaving'; readonly secondsLeft: number; readonly share: number }
  | { readonly is: 'asking'; readonly secondsLeft: number }
  | { readonly is: 'over' }

const ASK_SECONDS = 20
const TICKET_SECONDS = 12
const TICKET_BIG_SECONDS = 25
const NO_PAPER_SECONDS = 90

/** How long the page has been left alone, judged at `now` (the page's steady clock, ms) (U19, U21). */
export function idleOf(kiosk: Kiosk, settings: IdleSettings, now: number): Idle {
  const { place } = kiosk
  if (place.at === 'home') return homeIdle(kiosk, settings, now)
  if (place.at === 'ticket' && place.paper !== 'failed') return ticketIdle(kiosk, now)
  const limit = place.at === 'ticket' ? NO_PAPER_SECONDS : limitOf(kiosk, settings)
  return askedAfter(limit, now - kiosk.touchedAt)
}

// Nothing to lose on the home page, so it never asks; only the looks go back, and whose number is to be followed (U19).
function homeIdle({ place, looks, touchedAt }: Kiosk, { idleSeconds }: IdleSettings, now: number): Idle {
  const hasPlainLooks = !looks.isBig && !looks.isContrast && !looks.isSpoken && looks.language === 'zh-CN'
  const isPlain = hasPlainLooks && !('previous' in place)
  return !isPlain && now - touchedAt >= (idleSeconds + ASK_SECONDS) * 1000 ? { is: 'over' } : { is: 'here' }
}

function ticketIdle({ openedAt, looks }: Kiosk, now: number): Idle {
  const total = looks.isBig || looks.isSpoken ? TICKET_BIG_SECONDS : TICKET_SECONDS
  const left = total - (now - openedAt) / 1000
  return left <= 0 ? { is: 'over' } : { is: 'leaving', secondsLeft: Math.ceil(left), share: left / total }
}

function limitOf({ place }: Kiosk, { idleSeconds, guideIdleSeconds }: IdleSettings): number {
  return place.at === 'guide' || place.at === 'guides' ? guideIdleSeconds : idleSeconds
}

function askedAfter(limitSeconds: number, idleMs: number): Idle {
  const left = limitSeconds + ASK_SECONDS - idleMs / 1000
  if (left <= 0) return { is: 'over' }
  return left > ASK_SECONDS ? { is: 'here' } : { is: 'asking', secondsLeft: Math.ceil(left) }
}
