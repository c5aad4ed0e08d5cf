import { NumberGaps, type PointLine } from '@counter/shared/contract/points'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import { Button } from 'antd'
import { useState } from 'react'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { SlowWords } from '../../components/slow-words.tsx'
import { useReading } from '../../state/use-reading.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { AdminTable, type Column } from '../admin/admin-table.tsx'

const STATES = ['used', 'direct', 'leased', 'void', 'returned', 'lost', 'unknown'] as const
type Gap = NumberGaps['gaps'][number]

interface PointNumbersProps {
  readonly village: string
  readonly numbers: PointLine['numbers']
  readonly mayLook: boolean
}

/** The numbers of the year by how they stand; they add up to the highest issued (V62). */
export function PointNumbers({ village, numbers, mayLook }: PointNumbersProps) {
  const words = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <section className="stack" aria-label={words('point.numbers', { year: numbers.year })}>
      <h3>{words('point.numbers', { year: numbers.year })}</h3>
      <p>
        {words('point.said', {
          name: words('point.numbersSum', { last: numbers.last }),
          value: STATES.filter((state) => numbers[state] > 0)
            .map((state) => words(`point.number.${state}`, { n: numbers[state] }))
            .join(' · '),
        })}
      </p>
      {mayLook && (
        <div>
          <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {words(isOpen ? 'point.less' : 'point.gaps')}
          </Button>
        </div>
      )}
      {isOpen && <Gaps village={village} />}
    </section>
  )
}

function Gaps({ village }: { readonly village: string }) {
  const words = useWords()
  const language = useDayLanguage()
  const { value, refused } = useReading(`/api/points/${village}/numbers`, NumberGaps)
  if (value === null) return refused === null ? <SlowWords /> : <RefusalLine refused={refused} />
  if (value.gaps.length === 0) return <p>{words('point.noGaps')}</p>
  const columns: readonly Column<Gap>[] = [
    { head: 'point.gapNumber', isName: true, isOneLine: true, cell: ({ number }) => number },
    { head: 'point.gapState', cell: ({ state }) => words(`point.gap.${state}`) },
    {
      head: 'point.gapSince',
      cell: ({ since }) => (since === null ? words('point.unknown') : instantWords(since, language)),
    },
    { head: 'point.gapReason', isLong: true, cell: ({ reason }) => reason ?? '–' },
  ]
  return (
    <AdminTable
      isInCard
      title={words('point.gaps')}
      columns={columns}
      rows={value.gaps}
      keyOf={({ number }) => number}
    />
  )
}
