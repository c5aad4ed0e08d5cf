import type { PlannedWindow, WindowPlan } from '@counter/shared/contract/window-plan'
import { civilTime } from '@counter/shared/vocabulary/plain-date'
import { Button } from 'antd'
import { useState } from 'react'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useTopic } from '../../state/live.ts'
import { windowPlanTopic } from '../../state/window-plan.ts'
import { useWords } from '../../text/words.ts'
import { AddWindow } from './add-window.tsx'
import { AdminPage } from './admin-page.tsx'
import { AdminTable, type Column, EditButton } from './admin-table.tsx'
import { WindowEditor } from './window-editor.tsx'

/** A-2: the windows, what each serves, and who is there now; live. */
export function WindowsScreen() {
  const words = useWords()
  const { state: plan, refused } = useTopic('windows', windowPlanTopic)
  const [chosen, setChosen] = useState<number | 'new' | null>(null)
  const [told, setTold] = useState<string | null>(null)
  const choose = (next: number | 'new') => {
    setTold(null)
    setChosen(next)
  }
  const added = (number: number) => {
    setTold(`✓ ${words('admin.saved')}`)
    setChosen(number)
  }
  const window = plan?.windows.find((each) => each.window === chosen)
  const shown = plan === null ? null : plan.windows.length === 0 ? 'empty' : 'normal'
  return (
    <AdminPage screen="A-2" title={words('a2.title')} state={refused === null ? shown : 'error'}>
      {refused !== null && <RefusalLine refused={{ code: refused, params: {} }} />}
      {plan !== null && (
        <>
          <p className="quiet">{hoursWords(plan, words)}</p>
          {plan.windows.length === 0 && <p role="status">{words('a2.empty')}</p>}
          <WindowTable plan={plan} chosen={chosen} onChoose={choose} />
          <div>
            <Button onClick={() => choose('new')}>{words('a2.add')}</Button> <span role="status">{told}</span>
          </div>
          {chosen === 'new' && <AddWindow onDone={added} onClose={() => setChosen(null)} />}
          {window !== undefined && (
            <WindowEditor key={window.window} window={window} plan={plan} onClose={() => setChosen(null)} />
          )}
        </>
      )}
    </AdminPage>
  )
}

function hoursWords({ sessions }: WindowPlan, words: ReturnType<typeof useWords>): string {
  if (sessions.length === 0) return words('a2.dayOff')
  return words('a2.sessions', { hours: sessions.map(([from, until]) => `${from}–${until}`).join('，') })
}

interface WindowTableProps {
  readonly plan: WindowPlan
  readonly chosen: number | 'new' | null
  readonly onChoose: (window: number) => void
}

function WindowTable({ plan, chosen, onChoose }: WindowTableProps) {
  const words = useWords()
  const columns: readonly Column<PlannedWindow>[] = [
    { head: 'a2.name', isName: true, cell: ({ name }) => name },
    {
      head: 'a2.state',
      cell: ({ retiredAt, state }) => words(retiredAt === null ? `windowState.${state}` : 'a2.retired'),
    },
    { head: 'a2.clerk', cell: (window) => dutyWords(window, words) },
    { head: 'a2.current', cell: (window) => currentWords(window, words) },
    { head: 'a2.serves', cell: (window) => serviceWords(window, plan, words) },
    {
      head: 'a2.edit',
      isHeadHidden: true,
      cell: ({ window, name }) => <EditButton name={name} onPress={() => onChoose(window)} />,
    },
  ]
  return (
    <AdminTable
      title={words('a2.title')}
      columns={columns}
      rows={plan.windows}
      keyOf={({ window }) => String(window)}
      marksOf={({ window }) => ({ 'data-window': window })}
      isChosen={({ window }) => window === chosen}
    />
  )
}

function dutyWords({ clerk, openedAt, takenOver }: PlannedWindow, words: ReturnType<typeof useWords>) {
  if (clerk === null || openedAt === null) return words('admin.none')
  const who = words('a2.since', { name: clerk, time: civilTime(openedAt) })
  return takenOver === null ? who : `${who} · ${words('a2.takenOver', { reason: takenOver })}`
}

function currentWords({ current, bound }: PlannedWindow, words: ReturnType<typeof useWords>) {
  const others = bound - (current === null ? 0 : 1)
  const rest = others > 0 ? words('a2.bound', { n: others }) : null
  return [current, rest].filter((each) => each !== null).join(' · ') || words('admin.none')
}

function serviceWords(
  { services }: PlannedWindow,
  { topics }: WindowPlan,
  words: ReturnType<typeof useWords>,
): string {
  const nameOf = (key: string) => topics.find(({ topic }) => topic === key)?.unitName ?? key
  const part = (rank: 'main' | 'helps') =>
    services
      .filter((each) => each.rank === rank)
      .map(({ topic }) => nameOf(topic))
      .join('、')
  const parts = (['main', 'helps'] as const)
    .filter((rank) => part(rank) !== '')
    .map((rank) => `${words(`a2.${rank}`)}：${part(rank)}`)
  return parts.join('；') || words('a2.nothing')
}
