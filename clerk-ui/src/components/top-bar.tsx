import { civilTime } from '@counter/shared/vocabulary/plain-date'
import { Button } from 'antd'
import { Link, useLocation } from 'wouter'
import { MENU, type MenuEntry } from '../menu.ts'
import { useHall } from '../state/hall.ts'
import { useNet } from '../state/live.ts'
import { useSession } from '../state/session.ts'
import { speak, useLanguage, useWords } from '../text/words.ts'
import { PointCounter } from './point-counter.tsx'
import { TodoCounter } from './todo-counter.tsx'

/** Centre, the role's own menu, window or unit, search, network, what is due, person. */
export function TopBar({ onSearch }: { onSearch: () => void }) {
  const words = useWords()
  const centre = useHall((state) => state.hall?.centre.name)
  const session = useSession((state) => state.session)
  const [path] = useLocation()
  const menu = session === null ? [] : MENU[session.role]
  const here = placeOf(menu, path)
  return (
    <header className="top-bar">
      <strong className="centre">{centre}</strong>
      <nav aria-label={words('frame.menu')}>
        {menu.map((entry) => (
          <Link key={entry.path} href={entry.path} aria-current={entry === here ? 'page' : undefined}>
            {words(entry.text)}
          </Link>
        ))}
      </nav>
      <PlaceWords />
      <div className="bar-end">
        <Button size="small" onClick={onSearch} aria-keyshortcuts="Control+K">
          {words('box.open')} <kbd>Ctrl+K</kbd>
        </Button>
        <NetWords />
        <PointCounter />
        <TodoCounter />
        <Person />
      </div>
    </header>
  )
}

// A page below an entry belongs to it, unless a nearer entry has it.
function placeOf(menu: readonly MenuEntry[], path: string): MenuEntry | undefined {
  const near = ({ path: own, also = [] }: MenuEntry) =>
    Math.max(
      0,
      ...[own, ...also]
        .filter((each) => path === each || path.startsWith(`${each}/`))
        .map((each) => each.length),
    )
  return menu.filter((entry) => near(entry) > 0).sort((one, other) => near(other) - near(one))[0]
}

function PlaceWords() {
  const words = useWords()
  const session = useSession((state) => state.session)
  if (session === null) return null
  const place =
    session.role === 'clerk'
      ? session.window === null
        ? words('frame.noWindow')
        : words('frame.window', { window: session.window })
      : session.unitName
  return <span>{place}</span>
}

function NetWords() {
  const words = useWords()
  const { net, since } = useNet()
  return (
    <span className="net" data-net={net} role="status">
      {words(`net.${net}`, { time: since === null ? '–' : civilTime(since) })}
    </span>
  )
}

function Person() {
  const words = useWords()
  const language = useLanguage()
  const name = useSession((state) => state.session?.displayName)
  const signOut = useSession((state) => state.signOut)
  const other = language === 'en' ? 'zh-CN' : 'en'
  return (
    <>
      <Button size="small" type="text" lang={other} onClick={() => void speak(other)}>
        {words('frame.language')}
      </Button>
      <span>{name}</span>
      <Button size="small" type="text" onClick={() => void signOut()}>
        {words('frame.signOut')}
      </Button>
    </>
  )
}
