import { LedgerImportList } from '@counter/shared/contract/ledger'
import { Link } from 'wouter'
import { useServerNow } from '../state/live.ts'
import { useSession } from '../state/session.ts'
import { useReading } from '../state/use-reading.ts'
import { useWords } from '../text/words.ts'

const MINUTE_MS = 60_000

/** A supervisor hears of a ledger that waits to be taken over; on other days there is nothing to see. */
export function LedgerNews() {
  const words = useWords()
  const role = useSession(({ session }) => session?.role)
  const { value } = useReading(
    role === 'supervisor' ? '/api/ledgers' : null,
    LedgerImportList,
    useServerNow(MINUTE_MS),
  )
  const waits = (value?.items ?? []).filter(({ state }) => state === 'entered').length
  if (waits === 0) return null
  return (
    <p role="status" className="strip">
      ▲ {words('ledger.waits', { n: waits })} <Link href="/admin/ledger">{words('ledger.goLook')}</Link>
    </p>
  )
}
