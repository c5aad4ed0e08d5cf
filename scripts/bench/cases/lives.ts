import type { Item } from '../../../counter-server/src/store/items.ts'
import type { Chance } from '../../play/chance.ts'

/** One step of a case's life, so many working days after the one before. */
export interface Step {
  readonly does:
    | 'receive'
    | 'finish'
    | 'ask_papers'
    | 'hand_in'
    | 'accept'
    | 'take'
    | 'check'
    | 'note'
    | 'transfer'
    | 'take_over'
    | 'pause'
    | 'resume'
    | 'forward'
    | 'record_result'
    | 'decide'
    | 'withdraw'
    | 'shelve'
    | 'call_in_vain'
    | 'tell'
    | 'deliver'
  readonly days: number
}

/** What may happen to a case of this item from receipt to delivery; about ten events over many cases. */
export function lifeOf(item: Item, chance: Chance): readonly Step[] {
  return item.caseType === 'immediate' ? immediateLife(chance) : deadlineLife(item, chance)
}

function immediateLife(chance: Chance): Step[] {
  return [
    { does: 'receive', days: 0 },
    ...notes(chance, 0.4),
    { does: 'finish', days: 0 },
    ...notes(chance, 0.3),
    ...(chance.happens(0.7) ? [{ does: 'deliver', days: 0 } as const] : handOver(chance)),
  ]
}

function deadlineLife(item: Item, chance: Chance): Step[] {
  const steps: Step[] = [{ does: 'receive', days: 0 }]
  if (chance.happens(0.2) && papersToAsk(item).length > 0)
    steps.push({ does: 'ask_papers', days: 1 }, { does: 'hand_in', days: days(chance, 1, 8) })
  steps.push({ does: 'accept', days: days(chance, 0, 2) }, ...notes(chance, 0.4))
  if (chance.happens(0.03)) return [...steps, { does: 'withdraw', days: 1 }]
  if (chance.happens(0.12)) steps.push({ does: 'transfer', days: 0 }, { does: 'take_over', days: 1 })
  steps.push({ does: 'take', days: days(chance, 0, 1) }, ...notes(chance, 0.6))
  if (item.content.twoPersonCheck === true || chance.happens(0.3)) steps.push({ does: 'check', days: 1 })
  if (item.content.pauseReasons.length > 0 && chance.happens(0.3))
    steps.push({ does: 'pause', days: 1 }, { does: 'resume', days: days(chance, 3, 10) })
  steps.push(...notes(chance, 0.4), ...decision(item, chance), ...handOver(chance))
  return steps
}

// Nearly every promise is kept; a few are not, and some of those by weeks.
function decision(item: Item, chance: Chance): Step[] {
  const { value, unit } = item.content.committedLimit
  const limit = unit === 'day' ? (value * 5) / 7 : value
  const share = chance.happens(0.04) ? chance.between(1.1, 2.5) : chance.between(0.1, 0.7)
  const wait = Math.floor(limit * share)
  if (item.content.townshipRole !== 'proxy') return [{ does: 'decide', days: wait }]
  return [
    { does: 'forward', days: wait },
    { does: 'record_result', days: days(chance, 2, 12) },
  ]
}

function handOver(chance: Chance): Step[] {
  const calls: Step[] = chance.happens(0.25) ? [{ does: 'call_in_vain', days: 1 }] : []
  return [
    { does: 'shelve', days: 0 },
    ...calls,
    { does: 'tell', days: days(chance, 0, 1) },
    { does: 'deliver', days: days(chance, 0, 12) },
  ]
}

function notes(chance: Chance, share: number): Step[] {
  return chance.happens(share) ? [{ does: 'note', days: 0 }] : []
}

function days(chance: Chance, low: number, high: number): number {
  return Math.floor(chance.between(low, high + 1))
}

/** The papers that a notice may ask for: those that the resident brings. */
export function papersToAsk({ content }: Item): readonly string[] {
  return content.materials.filter(({ source }) => source === 'applicant').map(({ name }) => name)
}
