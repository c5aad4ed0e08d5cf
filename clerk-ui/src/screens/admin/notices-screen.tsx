import { Notice } from '@counter/shared/contract/notices'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { Button } from 'antd'
import { useState } from 'react'
import { ActButton } from '../../components/command-button.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useServerNow } from '../../state/live.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { AdminPage, pageState } from './admin-page.tsx'
import { AdminTable, type Column, EditButton } from './admin-table.tsx'
import { NoticeEditor } from './notice-editor.tsx'
import { useNotices } from './use-notices.ts'

const MINUTE_MS = 60_000

/** the pages of the hall's notices, in their order; a stopped one stays in the list (U40). */
export function NoticesScreen() {
  const words = useWords()
  const { items, refused, look } = useNotices()
  const [chosen, setChosen] = useState<string | 'new' | null>(null)
  const today = civilDate(useServerNow(MINUTE_MS))
  const notice = items?.find(({ id }) => id === chosen)
  const [told, setTold] = useState<string | null>(null)
  const close = () => setChosen(null)
  const choose = (id: string) => {
    setTold(null)
    setChosen(id)
  }
  const saved = () => {
    setTold(`✓ ${words('admin.saved')}`)
    close()
    look()
  }
  return (
    <AdminPage screen="A-6" title={words('a6.title')} state={pageState(items, refused)}>
      <p className="quiet">{words('a6.hint')}</p>
      <RefusalLine refused={refused} />
      {items !== null && items.length === 0 && <p role="status">{words('a6.empty')}</p>}
      {items !== null && items.length > 0 && (
        <NoticeTable items={items} today={today} onChoose={choose} onStopped={look} />
      )}
      <div>
        <Button onClick={() => choose('new')}>{words('a6.add')}</Button> <span role="status">{told}</span>
      </div>
      {chosen === 'new' && (
        <NoticeEditor
          notice={null}
          today={today}
          place={(items?.length ?? 0) + 1}
          onSaved={saved}
          onClose={close}
        />
      )}
      {notice !== undefined && (
        <NoticeEditor
          key={notice.id}
          notice={notice}
          today={today}
          place={notice.place}
          onSaved={saved}
          onClose={close}
        />
      )}
    </AdminPage>
  )
}

interface NoticeTableProps {
  readonly items: readonly Notice[]
  readonly today: string
  readonly onChoose: (id: string) => void
  readonly onStopped: () => void
}

function NoticeTable({ items, today, onChoose, onStopped }: NoticeTableProps) {
  const words = useWords()
  const columns: readonly Column<Notice>[] = [
    { head: 'a6.place', cell: ({ place }) => place },
    { head: 'a6.text', isName: true, cell: ({ text }) => text },
    { head: 'a6.from', cell: ({ fromOn }) => fromOn },
    { head: 'a6.until', cell: ({ toOn }) => toOn ?? words('a6.always') },
    {
      head: 'a6.state',
      cell: (notice) => (
        <>
          <StateWords notice={notice} today={today} />
          <br />
          <small>{words('a6.version', { n: notice.version })}</small>
        </>
      ),
    },
    {
      head: 'a4.acts',
      cell: ({ id, text, version, stoppedAt }) =>
        stoppedAt === null && (
          <div className="line">
            <EditButton word="a6.change" name={text} onPress={() => onChoose(id)} />
            <ActButton
              aria-label={`${words('a6.stop')} ${text}`}
              path={`/api/notices/${id}/stop`}
              body={{ expectedVersion: version }}
              parser={Notice}
              busy="admin.saving"
              onDone={onStopped}
            >
              {words('a6.stop')}
            </ActButton>
          </div>
        ),
    },
  ]
  return <AdminTable title={words('a6.title')} columns={columns} rows={items} keyOf={({ id }) => id} />
}

function StateWords({ notice, today }: { readonly notice: Notice; readonly today: string }) {
  const words = useWords()
  const language = useDayLanguage()
  const { stoppedAt, fromOn, toOn } = notice
  if (stoppedAt !== null) return words('a6.stopped', { time: instantWords(stoppedAt, language) })
  if (fromOn > today) return words('a6.later')
  return words(toOn !== null && toOn < today ? 'a6.over' : 'a6.shown')
}
