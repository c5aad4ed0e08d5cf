import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { useSession } from '../state/session.ts'
import { useWords } from '../text/words.ts'
import type { TextKey } from '../text/zh-cn.ts'
import { Layer } from './layer.tsx'

type KeyLine = readonly [key: string, text: TextKey]

const DESK_LINES: readonly KeyLine[] = [
  ['F2', 'keys.next'],
  ['F4', 'keys.recall'],
  ['F8', 'keys.miss'],
  ['F9', 'keys.start'],
  ['Ctrl+Enter', 'keys.accept'],
]
const COMMON_LINES: readonly KeyLine[] = [
  ['Ctrl+K', 'keys.search'],
  ['Ctrl+/', 'keys.all'],
]
const REST_LINES: readonly KeyLine[] = [
  ['1–6', 'keys.outcome'],
  ['Ctrl+Z', 'keys.undo'],
  ['Ctrl+B', 'keys.pause'],
  ['Ctrl+S', 'keys.draft'],
  ['↑ ↓ / J K, Enter', 'keys.list'],
  ['C', 'keys.urge'],
  ['Esc', 'keys.close'],
]

/** The keys of the screen in one line at the bottom; Ctrl+/ shows the whole table. */
export function KeyBar({ onSearch }: { onSearch: () => void }) {
  const words = useWords()
  const [path] = useLocation()
  const [isOpen, setOpen] = useState(false)
  useTableKey(() => setOpen(true))
  const isClerk = useSession((state) => state.session?.role === 'clerk')
  const lines = path === '/desk' && isClerk ? [...DESK_LINES, ...COMMON_LINES] : COMMON_LINES
  const press = (key: string) => (key === 'Ctrl+K' ? onSearch() : setOpen(true))
  return (
    <footer className="key-bar">
      {lines.map(([key, text]) => (
        <KeyHint
          key={key}
          name={key}
          text={words(text)}
          onPress={COMMON_LINES.some(([common]) => common === key) ? () => press(key) : null}
        />
      ))}
      {isOpen && (
        <Layer title={words('frame.keys')} onClose={() => setOpen(false)}>
          <table className="key-table">
            <tbody>
              {[...DESK_LINES, ...REST_LINES, ...COMMON_LINES].map(([key, text]) => (
                <tr key={key}>
                  <th scope="row">
                    <kbd>{key}</kbd>
                  </th>
                  <td>{words(text)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Layer>
      )}
    </footer>
  )
}

function KeyHint({ name, text, onPress }: { name: string; text: string; onPress: (() => void) | null }) {
  const inside = (
    <>
      <kbd>{name}</kbd> {text}
    </>
  )
  if (onPress === null) return <span>{inside}</span>
  return (
    <button type="button" onClick={onPress}>
      {inside}
    </button>
  )
}

function useTableKey(open: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.isComposing || event.keyCode === 229 || event.repeat || !event.ctrlKey || event.key !== '/')
        return
      event.preventDefault()
      open()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [open])
}
