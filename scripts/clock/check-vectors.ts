import type { WorkingCalendar } from '../../counter-server/src/domain/calendar/working-calendar.ts'
import { ANSWERS } from './answers.ts'
import type { Answer, Answers, Vector, VectorFile } from './vector.ts'

/** What a run found: one line per vector that differs. */
export interface VectorReport {
  readonly checked: number
  readonly differences: readonly string[]
}

/** Runs every vector and compares all of `expect` and the listed days (N14). */
export function checkVectors(file: VectorFile, calendar: WorkingCalendar): VectorReport {
  const differences = file.vectors.flatMap((vector) => differenceOf(vector, calendar))
  return { checked: file.vectors.length, differences }
}

function differenceOf(vector: Vector, calendar: WorkingCalendar): readonly string[] {
  const answer = ANSWERS[vector.kind]
  if (answer === undefined) return [`${vector.id}: unknown kind ${vector.kind}`]
  try {
    const differing = compare(vector, answer(calendar, vector.input))
    return differing.length === 0 ? [] : [`${vector.id}: ${differing.join('; ')}`]
  } catch (error) {
    return [`${vector.id}: ${error instanceof Error ? error.message : String(error)}`]
  }
}

function compare(vector: Vector, answers: Answers): readonly string[] {
  const { countedDates, pausedDates } = vector
  const wanted: Record<string, Answer> = {
    ...vector.expect,
    ...(countedDates !== undefined && { countedDates }),
    ...(pausedDates !== undefined && { pausedDates }),
  }
  return Object.entries(wanted)
    .filter(([name, value]) => comparable(value) !== comparable(answers[name]))
    .map(([name, value]) => {
      const given = answers[name]
      return `${name} expected ${shown(value)}, got ${shown(given)}${mistakeOf(vector, given)}`
    })
}

function mistakeOf({ wrongAnswers }: Vector, given: Answer | undefined): string {
  const mistake = Object.entries(wrongAnswers ?? {}).find(([, wrong]) => wrong === given)
  return mistake === undefined ? '' : ` (${mistake[0]})`
}

// One instant may be written with any offset.
function comparable(value: Answer | undefined): string | undefined {
  if (typeof value === 'string' && /T.*(Z|[+-]\d\d:\d\d)$/.test(value)) return String(Date.parse(value))
  return JSON.stringify(value)
}

function shown(value: Answer | undefined): string {
  return value === undefined ? 'nothing' : JSON.stringify(value)
}
