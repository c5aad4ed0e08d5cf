import type { Account } from '@counter/shared/contract/accounts'
import { dayWords, instantWords } from '@counter/shared/vocabulary/date-words'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { Button } from 'antd'
import { useState } from 'react'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useServerNow } from '../../state/live.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { AccountEditor } from './account-editor.tsx'
import { AddAccount } from './add-account.tsx'
import { AdminPage } from './admin-page.tsx'
import { AdminTable, type Column, EditButton } from './admin-table.tsx'
import { usePeople } from './use-people.ts'

const MINUTE_MS = 60_000

/** everybody who may sign in, by post; made, moved, stopped, never deleted. */
export function PeopleScreen() {
  const words = useWords()
  const people = usePeople()
  const { accounts, places, refused } = people
  const [sought, setSought] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const shown = (accounts ?? []).filter((account) => isSought(account, sought))
  const one = accounts?.find(({ staffId }) => staffId === chosen)
  const isReady = accounts !== null && places !== null
  const state = isReady ? (accounts.length === 0 ? 'empty' : 'normal') : null
  return (
    <AdminPage screen="A-3" title={words('a3.title')} state={refused === null ? state : 'error'}>
      <RefusalLine refused={refused} />
      <div className="line">
        <label className="field">
          {words('a3.find')}
          <input
            type="search"
            size={26}
            value={sought}
            placeholder={words('a3.findHint')}
            onChange={(event) => setSought(event.target.value)}
          />
        </label>
        <Button onClick={() => setChosen('new')}>{words('a3.add')}</Button>
      </div>
      {accounts?.length === 0 && <p role="status">{words('a3.empty')}</p>}
      {isReady && accounts.length > 0 && shown.length === 0 && <p role="status">{words('a3.noneFound')}</p>}
      {chosen === 'new' && places !== null && (
        <AddAccount
          places={places}
          onMade={(account) => {
            people.keep(account)
          }}
          onClose={() => setChosen(null)}
        />
      )}
      {one !== undefined && places !== null && (
        <AccountEditor
          key={one.staffId}
          account={one}
          places={places}
          onChanged={people.keep}
          onClose={() => setChosen(null)}
        />
      )}
      {shown.length > 0 && <PeopleTable accounts={shown} chosen={chosen} onChoose={setChosen} />}
      {people.hasMore && <Button onClick={people.more}>{words('a3.more')}</Button>}
    </AdminPage>
  )
}

function isSought({ displayName, signInName, unitName, villageName }: Account, sought: string): boolean {
  const words = [displayName, signInName, unitName ?? '', villageName ?? ''].join(' ').toLowerCase()
  return words.includes(sought.trim().toLowerCase())
}

interface PeopleTableProps {
  readonly accounts: readonly Account[]
  readonly chosen: string | null
  readonly onChoose: (staffId: string) => void
}

function PeopleTable({ accounts, chosen, onChoose }: PeopleTableProps) {
  const words = useWords()
  const columns: readonly Column<Account>[] = [
    { head: 'a3.name', isName: true, cell: ({ displayName }) => displayName },
    { head: 'a3.signInName', cell: ({ signInName }) => signInName },
    { head: 'a3.role', cell: ({ role }) => words(`role.${role}`) },
    {
      head: 'a3.place',
      cell: ({ unitName, villageName }) => unitName ?? villageName ?? words('admin.none'),
    },
    { head: 'b3.deputy', cell: (account) => <Deputy account={account} /> },
    { head: 'a3.now', cell: (account) => <AccountNow account={account} /> },
    {
      head: 'a2.edit',
      isHeadHidden: true,
      cell: ({ staffId, displayName }) => <EditButton name={displayName} onPress={() => onChoose(staffId)} />,
    },
  ]
  return (
    <AdminTable
      title={words('a3.title')}
      columns={columns}
      rows={accounts}
      keyOf={({ staffId }) => staffId}
      marksOf={({ signInName }) => ({ 'data-account': signInName })}
      isChosen={({ staffId }) => staffId === chosen}
    />
  )
}

// A leave that is over says nothing any more.
function Deputy({ account: { deputy, awayFrom, awayUntil } }: { readonly account: Account }) {
  const words = useWords()
  const language = useDayLanguage()
  const today = civilDate(useServerNow(MINUTE_MS))
  if (deputy === null) return <>–</>
  if (awayFrom === null || awayUntil === null || awayUntil < today) return <>{deputy}</>
  const span = words('b3.span', { from: dayWords(awayFrom, language), until: dayWords(awayUntil, language) })
  return (
    <>
      {deputy} <span className="quiet">{words('a3.away', { span })}</span>
    </>
  )
}

function AccountNow({ account }: { readonly account: Account }) {
  const words = useWords()
  const language = useDayLanguage()
  const { stoppedAt, codeUntil, hasPassword, window, sessions } = account
  if (stoppedAt !== null) return <>■ {words('a3.stopped')}</>
  if (codeUntil !== null)
    return <>▲ {words('a3.waitsForCode', { time: instantWords(codeUntil, language) })}</>
  if (!hasPassword) return <>▲ {words('a3.noPassword')}</>
  if (window !== null) return <>● {words('a3.atWindow', { window })}</>
  return sessions > 0 ? <>● {words('a3.online', { n: sessions })}</> : words('a3.offline')
}
