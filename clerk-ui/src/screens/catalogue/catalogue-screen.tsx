import { CatalogueList, type CatalogueRow, DraftView } from '@counter/shared/contract/catalogue'
import { ITEM_CHOICES } from '@counter/shared/vocabulary/item-words'
import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import { CommandButton } from '../../components/command-button.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { SlowWords } from '../../components/slow-words.tsx'
import { useSession } from '../../state/session.ts'
import { useCommand } from '../../state/use-command.ts'
import { usePages } from '../../state/use-pages.ts'
import { useReading } from '../../state/use-reading.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { AdminPage, pageState } from '../admin/admin-page.tsx'
import { AdminTable, type Column } from '../admin/admin-table.tsx'
import './catalogue.css'
import { fullDateWords } from '@counter/shared/vocabulary/date-words'
import { SheetPart } from './sheet-part.tsx'

/** the catalogue by unit, with what is being written and what waits for a second person. */
export function CatalogueScreen() {
  const words = useWords()
  const role = useSession(({ session }) => session?.role)
  const [asked, ask] = useSearchParams()
  const [imported, setImported] = useState(0)
  const unit = asked.get('unit') ?? ''
  const find = asked.get('find') ?? ''
  const query = new URLSearchParams({ limit: '100', find, ...(unit === '' ? {} : { unit }) })
  const { items, refused, hasMore, more } = usePages(`/api/catalogue?${query}`, CatalogueList, imported)
  const opened = useReading('/api/catalogue?limit=1', CatalogueList).value
  const units = opened?.units ?? []
  const set = (key: string, value: string) =>
    ask(
      (known) => {
        if (value === '') known.delete(key)
        else known.set(key, value)
        return known
      },
      { replace: true },
    )
  // While other words are looked for the page stays open: whoever types keeps the field (U10).
  const isNarrowed = unit !== '' || find !== ''
  return (
    <AdminPage
      screen="A-1"
      title={words('a1.title')}
      state={pageState(items ?? opened?.items ?? null, refused)}
    >
      <p className="quiet">{words('a1.hint')}</p>
      <RefusalLine refused={refused} />
      <div className="line">
        <label className="field">
          {words('a1.unit')}
          <select value={unit} onChange={({ target }) => set('unit', target.value)}>
            <option value="">{words('a1.allUnits')}</option>
            {units.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          {words('a1.find')}
          <input
            type="search"
            size={26}
            maxLength={60}
            value={find}
            placeholder={words('a1.findHint')}
            onChange={({ target }) => set('find', target.value)}
          />
        </label>
        {role === 'admin' && <NewItem units={units} unit={unit} />}
      </div>
      <SheetPart mayImport={role === 'admin'} onImported={() => setImported((times) => times + 1)} />
      {items === null && <SlowWords />}
      {items?.length === 0 && <p role="status">{words(isNarrowed ? 'a1.none' : 'a1.empty')}</p>}
      {items !== null && items.length > 0 && <ItemTable items={items} />}
      {hasMore && <Button onClick={more}>{words('a1.more')}</Button>}
    </AdminPage>
  )
}

function ItemTable({ items }: { readonly items: readonly CatalogueRow[] }) {
  const words = useWords()
  const language = useDayLanguage()
  const columns: readonly Column<CatalogueRow>[] = [
    {
      head: 'a1.name',
      isLong: true,
      isName: true,
      cell: ({ code, name }) => (
        <Link href={`/admin/items/${code}`}>
          {code} {name}
        </Link>
      ),
    },
    { head: 'a1.unit', cell: ({ unitName }) => unitName },
    {
      head: 'a1.kind',
      isLong: true,
      cell: ({ caseType, committedText }) =>
        caseType === 'immediate'
          ? ITEM_CHOICES.caseType.immediate[language]
          : `${ITEM_CHOICES.caseType.deadline[language]} · ${committedText}`,
    },
    { head: 'a1.state', cell: (row) => <RowState row={row} /> },
  ]
  return (
    <AdminTable
      title={words('a1.title')}
      columns={columns}
      rows={items}
      keyOf={({ code }) => code}
      marksOf={({ code }) => ({ 'data-item': code })}
    />
  )
}

function RowState({ row }: { readonly row: CatalogueRow }) {
  const words = useWords()
  const language = useDayLanguage()
  const { version, upcomingFrom, stoppedOn, verify, draft } = row
  const marks = [
    ...(stoppedOn === null ? [] : [words('a1.stopped', { d: fullDateWords(stoppedOn, language) })]),
    ...(upcomingFrom === null ? [] : [words('a1.upcoming', { d: fullDateWords(upcomingFrom, language) })]),
    ...(draft === 'draft' || draft === 'submitted' ? [words(`a1.draft.${draft}`)] : []),
    ...(verify ? [words('a1.verify')] : []),
  ]
  return (
    <span className="line">
      {version === null ? words('a1.first') : words('a1.version', { n: version })}
      {marks.map((mark) => (
        <span key={mark} className="tag tag-warn">
          {mark}
        </span>
      ))}
    </span>
  )
}

interface NewItemProps {
  readonly units: CatalogueList['units']
  readonly unit: string
}

/** A new item of a unit; its code is given out with its first draft. */
function NewItem({ units, unit }: NewItemProps) {
  const words = useWords()
  const [, navigate] = useLocation()
  const { send, phase, refused } = useCommand()
  const [chosen, setChosen] = useState('')
  const of = chosen || unit || (units[0]?.code ?? '')
  const add = async (event: FormEvent) => {
    event.preventDefault()
    if (of === '') return
    const answer = await send('/api/item-drafts', { unit: of }, DraftView)
    if (answer?.ok) navigate(`/admin/items/${answer.value.code}`)
  }
  return (
    <form className="line" aria-label={words('a1.new')} onSubmit={(event) => void add(event)}>
      <label className="field">
        {words('a1.new')}
        <select value={of} onChange={({ target }) => setChosen(target.value)}>
          {units.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <CommandButton phase={phase} htmlType="submit">
        {words('a1.new')}
      </CommandButton>
      <RefusalLine refused={refused} />
    </form>
  )
}
