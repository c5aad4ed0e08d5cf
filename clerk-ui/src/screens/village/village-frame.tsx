import { toMs } from '@counter/shared/vocabulary/plain-date'
import { type ReactNode, useEffect, useRef } from 'react'
import { Link, useLocation } from 'wouter'
import { useServerNow } from '../../state/live.ts'
import { useVillageWords } from '../../text/village-words.ts'
import type { VillageKey } from '../../text/village-zh-cn.ts'
import { useDrafts } from './draft-store.ts'
import { LanguageButton } from './language-button.tsx'
import { holdPage, lookForNewPage, takeNewPage, usePageVersion } from './page-version.ts'
import { Other } from './pin-screen.tsx'
import { usePoint } from './point.tsx'
import { useOutbox, useOutboxCounts } from './village-outbox.ts'
import { VillageStrip } from './village-strip.tsx'

/** Head, strip, page and the four tabs of every village page (V-1). */
export function VillageFrame({ children }: { readonly children: ReactNode }): ReactNode {
  const words = useVillageWords()
  const point = usePoint()
  const [path] = useLocation()
  const isComing = useRef(false)
  // Every page begins at its top, also for a reader of the screen (2.4.3); the first one leaves the skip link as the first stop.
  useEffect(() => {
    window.scrollTo(0, 0)
    if (isComing.current || path !== '/village')
      document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
    isComing.current = true
  }, [path])
  return (
    <div className="v-frame">
      <a className="v-skip" href="#v-main">
        {words('village.skip')}
      </a>
      <header className="v-head">
        <span className="v-point">{words('village.point', { name: point.name })}</span>
        <LanguageButton />
        <Other />
      </header>
      <VillageStrip />
      <Leaving />
      <NewVersion />
      <main id="v-main" className="v-main-pane" tabIndex={-1}>
        {children}
      </main>
      <VillageTabs path={path} />
    </div>
  )
}

// Whoever works on it is told before it begins anew, and what it waits for (V81, V84).
function Leaving(): ReactNode {
  const words = useVillageWords()
  const drafts = useOutbox(({ leaving }) => leaving?.drafts ?? null)
  if (drafts === null) return null
  return (
    <p className="v-leaving" role="status" data-testid="v1.leaving">
      {drafts === 0 ? words('village.leaving') : words('village.leaving.drafts', { n: drafts })}
    </p>
  )
}

const MINUTE = 60_000
const FRESH_MS = 10 * MINUTE

// Only between two things: no form was typed in of late and nothing is on its way (V83). One that was left lies on the disk,
// and must not keep a phone from its next page for a month.
function NewVersion(): ReactNode {
  const words = useVillageWords()
  const isWaiting = usePageVersion(({ waiting }) => waiting !== null)
  const now = toMs(useServerNow(MINUTE))
  const hasForm = useDrafts(({ forms }) => Object.values(forms).some(({ at }) => now - at < FRESH_MS))
  const isElsewhere = usePageVersion((state) => state.isElsewhere)
  const { sending } = useOutboxCounts()
  const isBusy = hasForm || sending > 0
  const isTooOld = useOutbox((state) => state.isTooOld)
  useEffect(() => (isTooOld ? lookForNewPage() : undefined), [isTooOld])
  useEffect(() => (isBusy ? holdPage() : undefined), [isBusy])
  if (!isWaiting || isBusy) return null
  return (
    <>
      <button type="button" className="v-second" onClick={() => void takeNewPage()}>
        {words('village.version.new')}
      </button>
      {isElsewhere ? <p role="status">{words('village.version.elsewhere')}</p> : null}
    </>
  )
}

const TABS = [
  ['/village', 'village.tab.home'],
  ['/village/outbox', 'village.tab.outbox'],
  ['/village/cases', 'village.tab.cases'],
  ['/village/guide', 'village.tab.guide'],
] as const satisfies readonly (readonly [string, VillageKey])[]

function VillageTabs({ path }: { readonly path: string }): ReactNode {
  const words = useVillageWords()
  const { unsent, attention } = useOutboxCounts()
  const badge = unsent + attention
  return (
    <nav className="v-tabs" aria-label={words('village.title')}>
      {TABS.map(([to, key]) => (
        <Link key={to} href={to} {...(path === to ? { 'aria-current': 'page' as const } : {})}>
          {words(key)}
          {to === '/village/outbox' && badge > 0 ? <span className="v-badge">{badge}</span> : null}
        </Link>
      ))}
    </nav>
  )
}
