import { type PointLine, PointList } from '@counter/shared/contract/points'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { PartGuard } from '../../components/part-guard.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { SlowWords } from '../../components/slow-words.tsx'
import { useNet, useTopic } from '../../state/live.ts'
import { pointTopic } from '../../state/points.ts'
import { useSession } from '../../state/session.ts'
import { useReading } from '../../state/use-reading.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { AdminTable, type Column } from '../admin/admin-table.tsx'
import '../admin/admin.css'
import { StaleLine } from '../unit/stale-line.tsx'
import { AlarmWords } from './alarm-words.tsx'
import { AttentionPart } from './attention-part.tsx'
import { PaperWorkPart } from './paper-work-part.tsx'
import { PointCard } from './point-card.tsx'
import { RelativesPart } from './relatives-part.tsx'
import { shareWords } from './share-words.ts'
import { UnsureTimesPart } from './unsure-times-part.tsx'

/** L-7 代办点: who serves each point, what was last heard of it, and what is wrong (V1, V88, V89). */
export function PointsScreen() {
  const words = useWords()
  const { state: news } = useTopic('points', pointTopic)
  const { value, refused, reread } = useReading('/api/points', PointList, news)
  const net = useNet((state) => state.net)
  const isSupervisor = useSession(({ session }) => session?.role) === 'supervisor'
  const [opened, setOpened] = useState<string | null>(null)
  const points = value?.points ?? []
  const shown = points.find(({ village }) => village === opened)
  const state =
    value === null ? (refused === null ? 'loading' : 'error') : net === 'offline' ? 'stale' : 'normal'
  return (
    <section className="admin stack" data-screen="L-7" data-state={state}>
      <h1>{words('point.title')}</h1>
      <StaleLine words="point.stale" />
      <p>
        <Link href="/supervise/log-book">{words('logBook.open')}</Link>
        {isSupervisor && (
          <>
            {' · '}
            <Link href="/call-backs">{words('callBack.title')}</Link>
            {' · '}
            <Link href="/exports">{words('export.open')}</Link>
          </>
        )}
      </p>
      <RefusalLine refused={refused} />
      {value === null && refused === null && <SlowWords />}
      {value !== null && (
        <>
          <p role="status">{words(...summaryOf(points))}</p>
          <PointTable
            points={points}
            opened={opened}
            onOpen={(village) => setOpened(village === opened ? null : village)}
          />
          {shown !== undefined && <PointCard key={shown.village} point={shown} onDone={reread} />}
        </>
      )}
      <PartGuard>
        <AttentionPart news={news} />
      </PartGuard>
      <PartGuard>
        <UnsureTimesPart news={news} />
      </PartGuard>
      <PartGuard>
        <PaperWorkPart news={news} />
      </PartGuard>
      <PartGuard>
        <RelativesPart news={news} />
      </PartGuard>
    </section>
  )
}

interface PointTableProps {
  readonly points: readonly PointLine[]
  readonly opened: string | null
  readonly onOpen: (village: string) => void
}

function PointTable({ points, opened, onOpen }: PointTableProps) {
  const words = useWords()
  const columns: readonly Column<PointLine>[] = [
    { head: 'point.point', isName: true, isOneLine: true, cell: ({ village, name }) => `${village} ${name}` },
    { head: 'point.state', isLong: true, cell: (point) => <StateCell point={point} /> },
    { head: 'point.onDuty', isOneLine: true, cell: (point) => <DutyCell point={point} /> },
    { head: 'point.lastContact', cell: ({ lastContactAt }) => <TimeCell at={lastContactAt} /> },
    { head: 'point.unsent', cell: ({ said }) => said.unsent ?? words('point.unknown') },
    { head: 'point.attentionThen', cell: ({ said }) => said.attention ?? words('point.unknown') },
    { head: 'point.numbersThen', cell: ({ said }) => said.numbersFree ?? words('point.unknown') },
    { head: 'point.handUp', cell: ({ month }) => shareWords(words, month.handUp) },
    { head: 'point.decided', cell: ({ month }) => shareWords(words, month.decided) },
    {
      head: 'point.more',
      isHeadHidden: true,
      cell: ({ village, name }) => (
        <Button aria-expanded={village === opened} onClick={() => onOpen(village)}>
          {words(village === opened ? 'point.less' : 'point.more')}
          <span className="visually-hidden"> {name}</span>
        </Button>
      ),
    },
  ]
  return (
    <AdminTable
      title={words('point.title')}
      columns={columns}
      rows={points}
      keyOf={({ village }) => village}
      marksOf={({ village, alarms }) => ({
        'data-village': village,
        'data-level': alarms[0]?.level ?? 'none',
      })}
      isChosen={({ village }) => village === opened}
    />
  )
}

function StateCell({ point: { alarms, lastContactAt } }: { readonly point: PointLine }) {
  const words = useWords()
  if (alarms.length > 0) return <AlarmWords alarms={alarms} />
  return lastContactAt === null ? words('point.neverHeard') : words('point.normal')
}

function DutyCell({ point: { onDuty } }: { readonly point: PointLine }) {
  const words = useWords()
  if (onDuty === null) return words('point.nobody')
  return words(onDuty.post === 'A' ? 'point.postA' : 'point.postB', { name: onDuty.name })
}

// What the phones said is of then; of later nothing is known (V88).
function TimeCell({ at }: { readonly at: PointLine['lastContactAt'] }) {
  const words = useWords()
  const language = useDayLanguage()
  if (at === null) return words('point.unknown')
  return words('point.unknownAfter', { time: instantWords(at, language) })
}

// Of a point that was never heard of nobody knows whether it is in order (V88).
function summaryOf(points: readonly PointLine[]): Parameters<ReturnType<typeof useWords>> {
  const wrong = points.filter(({ alarms }) => alarms.length > 0).length
  const unheard = points.filter(({ lastContactAt }) => lastContactAt === null).length
  if (wrong > 0) return ['point.wrong', { n: wrong }]
  return unheard > 0 ? ['point.unheard', { n: unheard }] : ['point.fine']
}
