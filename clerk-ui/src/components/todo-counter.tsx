import { Link } from 'wouter'
import { MENU } from '../menu.ts'
import { useSession } from '../state/session.ts'
import { useTodo } from '../state/use-todo.ts'
import { useWords } from '../text/words.ts'

const BOARD = '/board'

/** 「待办 ▲3 ■1」 on every page of whoever has a board: how many cases on it are due soon and overdue (screens.md 3, Frame). */
export function TodoCounter() {
  const words = useWords()
  const session = useSession((state) => state.session)
  const hasBoard = session !== null && MENU[session.role].some(({ path }) => path === BOARD)
  const counts = useTodo(hasBoard ? session : null)
  if (counts === null) return null
  const { yellow, red } = counts
  return (
    <span role="status">
      <Link href={BOARD} className="todo" data-testid="frame.todo">
        <span aria-hidden="true">{words('frame.todoShort', { yellow, red })}</span>
        <span className="visually-hidden">{words('frame.todoWords', { yellow, red })}</span>
      </Link>
    </span>
  )
}
