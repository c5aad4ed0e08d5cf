import type { SheetProblemKind } from '@counter/shared/vocabulary/item'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { cellDay } from '../ledger/sheet-cell.ts'

/** What is wrong with one cell of an uploaded catalogue; `allowed` names what may stand there. */
export interface CellProblem {
  readonly problem: SheetProblemKind
  readonly allowed: string
}

/** One column of a sheet: how an entry says it, and how an entry is read from it. */
export interface SheetColumn<Entry> {
  readonly heading: string
  write(entry: Entry): string
  read(text: string, entry: Entry): Entry | CellProblem
}

export function isProblem<Entry>(found: Entry | CellProblem): found is CellProblem {
  return typeof found === 'object' && found !== null && 'problem' in found && 'allowed' in found
}

const problem = (kind: CellProblem['problem'], allowed = ''): CellProblem => ({ problem: kind, allowed })

const LONGEST_LINE = 200

/** A column of plain text. */
export function textColumn<Entry>(
  heading: string,
  get: (entry: Entry) => string,
  set: (entry: Entry, text: string) => Entry,
  longest = LONGEST_LINE,
): SheetColumn<Entry> {
  return {
    heading,
    write: get,
    read: (text, entry) => (text.length > longest ? problem('too_long', String(longest)) : set(entry, text)),
  }
}

/** How long a line of a list may be, and how many there may be. */
export interface LinesBound {
  readonly longest: number
  readonly most: number
}

/** A column whose cells hold one line of the list on each line. */
export function linesColumn<Entry>(
  heading: string,
  get: (entry: Entry) => readonly string[],
  set: (entry: Entry, lines: string[]) => Entry,
  { longest, most }: LinesBound,
): SheetColumn<Entry> {
  return {
    heading,
    write: (entry) => get(entry).join('\n'),
    read: (text, entry) => {
      const lines = text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
      if (lines.length > most) return problem('too_many', String(most))
      return lines.some((line) => line.length > longest)
        ? problem('too_long', String(longest))
        : set(entry, lines)
    },
  }
}

/** The number of a cell, in steps; an empty one is null. */
export function numberOf(text: string, step: number, most: number, least = 0): number | null | CellProblem {
  if (text === '') return null
  const value = Number(text)
  const fits = /^\d+(\.\d+)?$/.test(text) && value >= least && value <= most && Number.isInteger(value / step)
  return fits
    ? value
    : problem('number', step === 1 ? `${least}–${most}` : `${least}–${most}，可以有 ${step}`)
}

/** A column of numbers; an empty cell is nought. */
export function numberColumn<Entry>(
  heading: string,
  get: (entry: Entry) => number,
  set: (entry: Entry, value: number) => Entry,
  most = 1_000,
): SheetColumn<Entry> {
  return {
    heading,
    write: (entry) => String(get(entry)),
    read: (text, entry) => {
      const value = numberOf(text, 1, most)
      return isProblem(value) ? value : set(entry, value ?? 0)
    },
  }
}

/** A column of 是 and 否; an empty cell is 否. */
export function yesColumn<Entry>(
  heading: string,
  get: (entry: Entry) => boolean,
  set: (entry: Entry, is: boolean) => Entry,
): SheetColumn<Entry> {
  return {
    heading,
    write: (entry) => (get(entry) ? '是' : '否'),
    read: (text, entry) => {
      if (text === '是') return set(entry, true)
      return text === '否' || text === '' ? set(entry, false) : problem('yes_no', '是、否')
    },
  }
}

type Choices<K extends string> = Readonly<Record<K, { readonly zh: string }>>

/** The key that a word of a closed list stands for. */
export function choiceOf<K extends string>(text: string, choices: Choices<K>): K | CellProblem {
  const keys = Object.keys(choices) as K[]
  return (
    keys.find((key) => choices[key].zh === text) ??
    problem('choice', keys.map((key) => choices[key].zh).join('、'))
  )
}

/** A column of one word of a closed list; an empty cell leaves it as it is. */
export function choiceColumn<Entry, K extends string>(
  heading: string,
  choices: Choices<K>,
  get: (entry: Entry) => K,
  set: (entry: Entry, key: K) => Entry,
): SheetColumn<Entry> {
  return {
    heading,
    write: (entry) => choices[get(entry)].zh,
    read: (text, entry) => {
      if (text === '') return entry
      const key = choiceOf(text, choices)
      return isProblem(key) ? key : set(entry, key)
    },
  }
}

/** A column of several words of a closed list, parted by 「、」. */
export function choicesColumn<Entry, K extends string>(
  heading: string,
  choices: Choices<K>,
  get: (entry: Entry) => readonly K[],
  set: (entry: Entry, keys: K[]) => Entry,
): SheetColumn<Entry> {
  return {
    heading,
    write: (entry) =>
      get(entry)
        .map((key) => choices[key].zh)
        .join('、'),
    read: (text, entry) => {
      const keys = text
        .split(/[、，,\n]/)
        .map((word) => word.trim())
        .filter((word) => word !== '')
        .map((word) => choiceOf(word, choices))
      const wrong = keys.find((key) => isProblem<K>(key))
      return wrong === undefined ? set(entry, keys as K[]) : (wrong as CellProblem)
    },
  }
}

/** A column of days; an empty cell leaves the day as it is. */
export function dayColumn<Entry>(
  heading: string,
  write: (entry: Entry) => string,
  set: (entry: Entry, day: PlainDate) => Entry,
): SheetColumn<Entry> {
  return {
    heading,
    write,
    read: (text, entry) => {
      if (text === '') return entry
      const day = cellDay(text)
      return day === null ? problem('day', '2026-07-01') : set(entry, day)
    },
  }
}

/** A cell that means nothing without another one of its row. */
export function aloneUnless<Entry>(
  column: SheetColumn<Entry>,
  stands: (entry: Entry) => boolean,
  other: string,
): SheetColumn<Entry> {
  return {
    heading: column.heading,
    write: (entry) => (stands(entry) ? column.write(entry) : ''),
    read: (text, entry) => {
      if (stands(entry)) return column.read(text, entry)
      return text === '' ? entry : problem('alone', other)
    },
  }
}
