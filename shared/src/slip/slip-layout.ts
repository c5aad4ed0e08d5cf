import type { Language } from '../text/sentence.ts'
import { dayWords, timeWords } from '../vocabulary/date-words.ts'
import { isEmergencyNumber } from '../vocabulary/lease.ts'
import { DOTS_ACROSS, DOTS_PER_MM, LONGEST_MM, type PaperWidth } from '../vocabulary/paper.ts'
import { civilDate, civilTime } from '../vocabulary/plain-date.ts'
import { flowed, type TypeMetrics } from './flow.ts'
import type { SlipFacts } from './slip-facts.ts'
import { type Block, PHONES, SlipPage, type SlipPart, TEXT } from './slip-page.ts'

export interface SlipLayout {
  readonly width: PaperWidth
  readonly height: number
  readonly parts: readonly SlipPart[]
}

const EDGE = 8
const HOTLINE = '12345'

/** What a slip can do without when it would be longer than its roll's longest, in this order. */
const SPARED: readonly (readonly Spare[])[] = [[], ['reminder'], ['reminder', 'missed']]
type Spare = 'reminder' | 'missed'

/** Where everything stands on a slip of one width. */
export function layOutSlip(
  facts: SlipFacts,
  width: PaperWidth,
  type: TypeMetrics,
  language: Language = 'zh-CN',
): SlipLayout {
  const page = new SlipPage(width, type, language)
  const tried = SPARED.map((spared) => stacked(width, blocksOf(facts, page, spared)))
  const fitting = tried.find(({ height }) => height <= LONGEST_MM[width] * DOTS_PER_MM)
  if (fitting === undefined) throw new Error('the words of this slip do not fit on its roll')
  return fitting
}

/** A short paper that shows what a printer can: its width, its smallest type and its blackest spot. */
export function layOutTest(centre: string, width: PaperWidth, type: TypeMetrics): SlipLayout {
  const page = new SlipPage(width, type, 'zh-CN')
  const sizes = `${width} mm · ${DOTS_ACROSS[width]} 点`
  return stacked(width, [
    page.lines([centre]),
    page.row([{ text: page.say('test'), isInverted: true }]),
    page.lines([sizes, '0123456789']),
    page.lines([sizes], PHONES),
  ])
}

function stacked(width: PaperWidth, blocks: readonly Block[]): SlipLayout {
  let top = EDGE
  const parts = blocks.flatMap((block) => {
    const placed = block.parts.map((part) => ({ ...part, y: part.y + top }))
    top += block.height
    return placed
  })
  return { width, height: Math.ceil(top) + EDGE, parts }
}

function blocksOf(facts: SlipFacts, page: SlipPage, spared: readonly Spare[]): Block[] {
  return [
    page.head(facts),
    page.number(facts),
    ...(facts.weight > 1 ? [page.lines([page.say('batch', batchOf(facts))])] : []),
    ...(facts.matter === null ? [] : [page.lines([facts.matter])]),
    page.lines(flowed(waitParts(facts, page), ' · ', page.fits(TEXT))),
    page.lines([page.say('taken', { t: takenWords(facts, page.language) })]),
    ...(spared.includes('reminder') ? [] : [page.reminder()]),
    ...(facts.qr === null ? [] : [page.qr(facts.qr), page.lines([page.say('scan')])]),
    ...(spared.includes('missed') ? [] : [page.lines([page.say('missed')])]),
    page.lines(flowed(phoneParts(facts, page), ' · ', page.fits(PHONES)), PHONES),
    page.lines(flowed(footParts(facts, page), ' · ', page.fits(TEXT))),
  ]
}

function batchOf({ weight: n, bookedAt }: SlipFacts) {
  return bookedAt === undefined ? { n } : { n, t: timeWords(civilTime(bookedAt)) }
}

const LONGEST_MINUTES = 120

function waitParts({ number, quote }: SlipFacts, page: SlipPage): string[] {
  // Nobody can say who is ahead of a number that was given without the server.
  if (isEmergencyNumber(number)) return [page.say('emergency')]
  if (quote === null) return []
  const { ahead, low, high } = quote
  const people = ahead > 0 ? page.say('ahead', { n: ahead }) : page.say('nobody')
  if (ahead === 0 || low === null || high === null) return [people]
  if (high > LONGEST_MINUTES) return [people, page.say('long')]
  if (high <= 5) return [people, page.say('short')]
  return [people, page.say('about', { range: low === high ? `${low}` : `${low}–${high}` })]
}

function takenWords({ issuedAt }: SlipFacts, language: Language): string {
  return `${dayWords(civilDate(issuedAt), language === 'en' ? 'en' : 'zh')} ${timeWords(civilTime(issuedAt))}`
}

function phoneParts({ consultPhone, supervisionPhone }: SlipFacts, page: SlipPage): string[] {
  return [page.say('consult', { n: consultPhone }), page.say('supervise', { n: supervisionPhone }), HOTLINE]
}

// The code stands in the last line: there a refused look-up sends its reader (code.not_found).
function footParts({ queryCode }: SlipFacts, page: SlipPage): string[] {
  return [page.say('today'), ...(queryCode === null ? [] : [page.say('code', { c: queryCode })])]
}
