import { useSession } from '../../state/session.ts'
import { WindowTiles } from '../sign-in/window-tiles.tsx'
import { Workbench } from './workbench.tsx'

/** `/desk`: first the window, then its workbench. */
export function DeskScreen() {
  const window = useSession((state) => state.session?.window ?? null)
  return window === null ? <WindowTiles /> : <Workbench key={window} window={window} />
}
