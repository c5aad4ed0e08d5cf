import type { PointDevice } from '@counter/shared/contract/points'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords, type Words } from '../../text/words.ts'
import { AdminTable, type Column } from '../admin/admin-table.tsx'

/** The phones of a point, each as it was last heard, and from when on nothing is known of it (V88). */
export function PointDevices({ devices }: { readonly devices: readonly PointDevice[] }) {
  const words = useWords()
  const language = useDayLanguage()
  const unless = (value: number | null) => value ?? words('point.unknown')
  const columns: readonly Column<PointDevice>[] = [
    { head: 'point.device', isName: true, isOneLine: true, cell: ({ agent }) => agent },
    {
      head: 'point.heardAt',
      cell: ({ heardAt }) => words('point.unknownAfter', { time: instantWords(heardAt, language) }),
    },
    { head: 'point.unsent', cell: ({ unsent }) => unsent },
    {
      head: 'point.oldest',
      cell: ({ oldestAt }) => (oldestAt === null ? words('point.none') : instantWords(oldestAt, language)),
    },
    { head: 'point.files', cell: ({ filesUnsent }) => filesUnsent },
    { head: 'point.attention', cell: ({ attention }) => attention },
    { head: 'point.numbersFree', cell: ({ numbersFree }) => unless(numbersFree) },
    { head: 'point.numbersUsed', cell: ({ numbersUsed }) => numbersUsed },
    { head: 'point.numbersUnseen', cell: ({ numbersUnseen }) => unless(numbersUnseen) },
    {
      head: 'point.missing',
      cell: ({ missing }) =>
        missing === 0 ? words('point.none') : words('point.missingSome', { n: missing }),
    },
    { head: 'point.clock', cell: ({ clockAheadMinutes }) => clockWords(words, clockAheadMinutes) },
    { head: 'point.persisted', cell: ({ persisted }) => persistedWords(words, persisted) },
    { head: 'point.version', cell: ({ appVersion }) => appVersion },
  ]
  if (devices.length === 0) return <p>{words('point.noDevices')}</p>
  return (
    <AdminTable
      isInCard
      title={words('point.devices')}
      columns={columns}
      rows={devices}
      keyOf={({ device }) => device}
    />
  )
}

function clockWords(words: Words, minutes: number): string {
  if (minutes === 0) return words('point.clockFine')
  return words(minutes > 0 ? 'point.clockFast' : 'point.clockSlow', { n: Math.abs(minutes) })
}

function persistedWords(words: Words, isPersisted: boolean | null): string {
  if (isPersisted === null) return words('point.unknown')
  return words(isPersisted ? 'point.persistedYes' : 'point.persistedNo')
}
