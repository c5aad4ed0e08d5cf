import { Link } from 'wouter'
import { useSession } from '../../state/session.ts'
import { useWords } from '../../text/words.ts'

const TABS = { hall: '/reports', cases: '/reports/cases' } as const

/** Figures of the hall and figures of cases; a handler has only the latter. */
export function ReportTabs({ now }: { readonly now: keyof typeof TABS }) {
  const t = useWords()
  const role = useSession(({ session }) => session?.role)
  if (role === 'handler') return null
  return (
    <nav className="tabs" aria-label={t('report.tabs')}>
      {(Object.keys(TABS) as (keyof typeof TABS)[]).map((tab) => (
        <Link key={tab} href={TABS[tab]} aria-current={tab === now ? 'page' : undefined}>
          {t(`report.tab.${tab}`)}
        </Link>
      ))}
    </nav>
  )
}
