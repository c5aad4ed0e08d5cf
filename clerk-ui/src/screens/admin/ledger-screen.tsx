import { type LedgerImport, LedgerImportList } from '@counter/shared/contract/ledger'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useSession } from '../../state/session.ts'
import { useReading } from '../../state/use-reading.ts'
import { useWords } from '../../text/words.ts'
import { AdminPage, pageState } from './admin-page.tsx'
import './calendar.css'
import { LedgerCard } from './ledger-card.tsx'
import { LedgerForm } from './ledger-form.tsx'

/** the open cases of an old ledger come in: a sheet is looked at and sent, a second person takes it over (K52). */
export function LedgerScreen() {
  const words = useWords()
  const role = useSession(({ session }) => session?.role)
  const { value, refused, reread, put } = useReading('/api/ledgers', LedgerImportList)
  const keep = (changed: LedgerImport) => {
    put((known) => ({
      items: [changed, ...(known?.items ?? []).filter(({ id }) => id !== changed.id)],
      next: null,
    }))
    reread()
  }
  const items = value?.items ?? null
  return (
    <AdminPage screen="A-11" title={words('ledger.title')} state={pageState(items, refused)}>
      <p className="quiet">{words('ledger.hint')}</p>
      <RefusalLine refused={refused} />
      {role === 'admin' && <LedgerForm onEntered={keep} />}
      <section className="card stack">
        <h2>{words('ledger.imports')}</h2>
        {items?.length === 0 && <p role="status">{words('ledger.none')}</p>}
        {(items ?? []).map((item) => (
          <LedgerCard key={item.id} item={item} onChanged={keep} />
        ))}
      </section>
    </AdminPage>
  )
}
