import { CaseList } from '@counter/shared/contract/case-lists'
import { type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { MENU } from '../menu.ts'
import { matchingActions, type OfferedAction, useOffers } from '../state/actions.ts'
import { find } from '../state/ask.ts'
import { useSession } from '../state/session.ts'
import { useWords } from '../text/words.ts'
import { Layer } from './layer.tsx'
import { isComposing, movedPlace } from './list-keys.ts'
import './box.css'

/** Ctrl+K: an act by its pinyin initials, a case by number, item, whole name, ID number or phone (C1109). */
export function CommandBox({ onClose }: { onClose: () => void }) {
  const words = useWords()
  const listId = useId()
  const [typed, setTyped] = useState('')
  const [place, setPlace] = useState(0)
  const actions = useActions()
  const found = useCases(typed)
  const lines = [...matchingActions(actions, typed), ...found].slice(0, 12)
  const at = Math.min(place, Math.max(lines.length - 1, 0))

  const run = (action: OfferedAction | undefined) => {
    if (action === undefined) return
    onClose()
    action.run()
  }
  const press = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    const moved = movedPlace(event.key, at, lines.length)
    if (moved !== null) setPlace(moved)
    else if (event.key === 'Enter') run(lines[at])
    else return
    event.preventDefault()
  }
  return (
    <Layer title={words('box.title')} onClose={onClose}>
      <input
        className="box-input"
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={lines.length > 0 ? `${listId}-${at}` : undefined}
        aria-label={words('box.label')}
        placeholder={words('box.hint')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setPlace(0)
        }}
        onKeyDown={press}
      />
      <div id={listId} role="listbox" aria-label={words('box.title')} className="box-list">
        {lines.map((action, index) => (
          <div
            key={action.id}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onMouseDown={(event) => {
              event.preventDefault()
              run(action)
            }}
          >
            {action.label} <kbd>{action.initials}</kbd>
          </div>
        ))}
      </div>
      {lines.length === 0 && <p role="status">{words('box.none')}</p>}
    </Layer>
  )
}

function useActions(): readonly OfferedAction[] {
  const words = useWords()
  const [, go] = useLocation()
  const role = useSession((state) => state.session?.role)
  const byScreen = useOffers((state) => state.byScreen)
  return useMemo(() => {
    const doors =
      role === undefined
        ? []
        : MENU[role].map(({ path, text, initials }) => ({
            id: path,
            label: words(text),
            initials,
            run: () => go(path),
          }))
    return [...Object.values(byScreen).flat(), ...doors]
  }, [words, go, role, byScreen])
}

const PAUSE_MS = 200
const SHORTEST = 2

// A case is found by its number, its item's initials, or a whole name, ID number or phone: never by a part of one (C1109).
function useCases(typed: string): readonly OfferedAction[] {
  const [, go] = useLocation()
  const [found, setFound] = useState<readonly OfferedAction[]>([])
  useEffect(() => {
    let isWanted = true
    const timer = setTimeout(async () => {
      const sought = typed.trim()
      if (sought.length < SHORTEST) return setFound([])
      const answer = await find('/api/cases/find', { find: sought, limit: 8 }, CaseList)
      if (!isWanted) return
      const rows = answer.ok ? answer.value.items : []
      setFound(
        rows.map((row) => ({
          id: row.id,
          label: `${row.number} · ${row.itemName} · ${row.applicant}`,
          initials: '',
          run: () => go(`/cases/${row.id}`),
        })),
      )
    }, PAUSE_MS)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [typed, go])
  return found
}
