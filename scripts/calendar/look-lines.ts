import type { ChangePreview, ClockChange } from '@counter/shared/contract/calendar'

const SHOWN = 20

/** What was entered, as a line for the terminal. */
export function changeLine({ id, calendar, state }: ClockChange): string {
  if (calendar === null) return `change ${id}: ${state}`
  const { year, version, status, workdays, days } = calendar
  const makeup = days.filter(({ kind }) => kind === 'makeup').length
  return `change ${id}: ${year} version ${version}, ${status}, ${workdays} working days, ${days.length - makeup} days off, ${makeup} made up for; ${state}`
}

/** Which cases would move, from when to when, as the page shows it (C603). */
export function lookLines({ examined, moved, broken, letters, items }: ChangePreview): readonly string[] {
  return [
    `${examined} open cases, ${moved} would move; ${broken} residents were told an earlier day`,
    `${letters.examined} letters that wait, ${letters.moved} would move, ${letters.broken} to be told again`,
    ...items.slice(0, SHOWN).map(({ number, itemName, moves, toldOn, isToldBroken }) => {
      const days = moves.map(({ kind, from, to }) => `${kind} ${from} -> ${to}`).join(', ')
      return `  ${number}  ${days}${isToldBroken ? `  told ${toldOn}` : ''}  ${itemName}`
    }),
    ...(items.length > SHOWN ? [`  … and ${moved - SHOWN} more, on /admin/calendar`] : []),
  ]
}
