import { fill, inLanguage, type Language } from '../text/sentence.ts'
import { SLIP_WORDS } from '../text/slip-words.ts'
import { DOTS_ACROSS, DOTS_PER_MM, type PaperWidth } from '../vocabulary/paper.ts'
import { flowed, type TypeMetrics, wrapped } from './flow.ts'
import type { QrModules, SlipFacts } from './slip-facts.ts'

/** One thing on the paper; all lengths are dots, from the top left corner. */
export type SlipPart =
  | {
      readonly is: 'text'
      readonly text: string
      readonly size: number
      readonly isInverted: boolean
      readonly x: number
      /** Of the line the signs stand on. */
      readonly y: number
    }
  | {
      readonly is: 'qr'
      readonly modules: QrModules
      readonly module: number
      readonly x: number
      readonly y: number
    }

export interface Block {
  readonly height: number
  readonly parts: readonly SlipPart[]
}

/** Nothing is smaller than 4 mm but the phones (screens.md 2.2). */
export const TEXT = 32
export const PHONES = 24
const LEADING = 4
/** Height of the digits in mm. */
const DIGITS_MM = { 58: 15, 80: 20 } as const
const QUIET_MODULES = 4
const QR_MM = { least: 26, most: 34 }
const BOX = '□'

interface Run {
  readonly text: string
  readonly isInverted: boolean
}

/** One width of paper and one language: makes the blocks of a slip, each measured from its own top. */
export class SlipPage {
  readonly language: Language
  readonly #width: PaperWidth
  readonly #type: TypeMetrics
  readonly #across: number

  constructor(width: PaperWidth, type: TypeMetrics, language: Language) {
    this.#width = width
    this.#type = type
    this.#across = DOTS_ACROSS[width]
    this.language = language
  }

  say(key: keyof typeof SLIP_WORDS, params: Readonly<Record<string, string | number>> = {}): string {
    return fill(inLanguage(SLIP_WORDS[key], this.language), params)
  }

  fits(size: number): (line: string) => boolean {
    return (line) => this.#type.width(line, size) <= this.#across
  }

  /** Sentences, each broken where it must be, in the middle of the paper. */
  lines(sentences: readonly string[], size = TEXT): Block {
    const lines = sentences.flatMap((text) => wrapped(text, size, this.#across, this.#type))
    const pitch = size + LEADING
    const parts = lines.map((text, place) => this.#text(text, size, this.#middle(text, size), place * pitch))
    return { height: lines.length * pitch, parts }
  }

  /** Runs of one line side by side; an inverted one stands in a black field. */
  row(runs: readonly Run[]): Block {
    const gap = 12
    const widths = runs.map(({ text, isInverted }) => this.#type.width(text, TEXT) + (isInverted ? 16 : 0))
    const all = widths.reduce((sum, each) => sum + each, 0) + gap * (runs.length - 1)
    let x = (this.#across - all) / 2
    const parts = runs.map(({ text, isInverted }, place) => {
      const part = this.#text(text, TEXT, x + (isInverted ? 8 : 0), 4, isInverted)
      x += (widths[place] ?? 0) + gap
      return part
    })
    return { height: TEXT + 12, parts }
  }

  head({ centre, isAgain }: SlipFacts): Block {
    if (!isAgain) return this.lines([centre])
    const mark = { text: this.say('again'), isInverted: true }
    const beside = this.#type.width(centre, TEXT) + this.#type.width(mark.text, TEXT) + 28
    if (beside <= this.#across) return this.row([mark, { text: centre, isInverted: false }])
    const row = this.row([mark])
    const name = this.lines([centre])
    return {
      height: row.height + name.height,
      parts: [...row.parts, ...name.parts.map((part) => ({ ...part, y: part.y + row.height }))],
    }
  }

  /** The prefix beside its digits, which are as high as the rule says. A tag 优先 or 预约 stands over a prefix that does not say it. */
  number({ number, cls }: SlipFacts): Block {
    const [prefix = '', digits = ''] = number.split(' ')
    const high = DIGITS_MM[this.#width] * DOTS_PER_MM
    const size = Math.ceil((high + 1) / this.#type.digitHeight)
    const digitsAcross = this.#type.width(digits, size)
    const room = this.#across - digitsAcross - 12
    const tag = cls === 'ordinary' ? null : SLIP_WORDS[cls].zh
    const own = { text: prefix, isInverted: tag === prefix }
    const tags =
      tag === null || tag === prefix || cls === 'ordinary'
        ? [own]
        : [{ text: this.say(cls), isInverted: true }, own]
    const tagSizes = tags.map(({ text }) => Math.min(88, Math.floor((room - 16) / this.#type.width(text, 1))))
    if (Math.min(...tagSizes) < TEXT) return this.#numberBelow(digits, size, high, tags)
    const tagsAcross =
      Math.max(...tags.map(({ text }, at) => this.#type.width(text, tagSizes[at] ?? TEXT))) + 16
    const left = (this.#across - tagsAcross - 12 - digitsAcross) / 2
    const base = high + 10
    let bottom = base
    const column = [...tags].reverse().map(({ text, isInverted }, back) => {
      const tagSize = tagSizes[tags.length - 1 - back] ?? TEXT
      const part = this.#text(text, tagSize, left + 8, bottom - tagSize * 0.88, isInverted)
      bottom -= tagSize + 12
      return part
    })
    return {
      height: high + 26,
      parts: [
        ...column,
        { is: 'text', text: digits, size, isInverted: false, x: left + tagsAcross + 12, y: base },
      ],
    }
  }

  #numberBelow(digits: string, size: number, high: number, tags: readonly Run[]): Block {
    const row = this.row(tags)
    const x = this.#middle(digits, size)
    return {
      height: row.height + high + 26,
      parts: [
        ...row.parts,
        { is: 'text', text: digits, size, isInverted: false, x, y: row.height + high + 10 },
      ],
    }
  }

  reminder(): Block {
    const items = (['idCard', 'household', 'bankCard'] as const).map((key) => `${BOX}${this.say(key)}`)
    return this.lines(
      flowed([this.say('check'), ...items, this.say('notice')], ' ', (line) => this.fits(TEXT)(line)),
    )
  }

  /** As large as a 34 mm square lets it be, on the narrow roll as small as 26 mm lets it be; its quiet zone is part of it. */
  qr(modules: QrModules): Block {
    const size = modules.length + 2 * QUIET_MODULES
    const fits = [5, 6].filter((module) => {
      const mm = (size * module) / DOTS_PER_MM
      return mm >= QR_MM.least && mm <= QR_MM.most
    })
    const module = fits[this.#width === 58 ? 0 : fits.length - 1] ?? 6
    const side = modules.length * module
    const quiet = QUIET_MODULES * module
    const x = Math.floor((this.#across - side) / 2)
    return { height: side + 2 * quiet, parts: [{ is: 'qr', modules, module, x, y: quiet }] }
  }

  #middle(text: string, size: number): number {
    return (this.#across - this.#type.width(text, size)) / 2
  }

  #text(text: string, size: number, x: number, top: number, isInverted = false): SlipPart {
    return { is: 'text', text, size, isInverted, x, y: top + size * 0.88 }
  }
}
