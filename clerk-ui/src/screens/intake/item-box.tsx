import { ItemList, type ItemRow } from '@counter/shared/contract/case-lists'
import { Button } from 'antd'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { isComposing, movedPlace } from '../../components/list-keys.ts'
import { read } from '../../state/ask.ts'
import { useWords } from '../../text/words.ts'
import '../../components/box.css'

const PAUSE_MS = 120
const FREQUENT = 6

interface Found {
  readonly typed: string
  readonly items: readonly ItemRow[]
}

interface ItemBoxProps {
  readonly item: ItemRow | null
  /** False while somebody is on the way: the keys are the desk's, Ctrl+Z takes the call back (Q26). */
  readonly takesFocus: boolean
  readonly onChoose: (item: ItemRow) => void
}

/** The item by initials, characters or code. Enter takes the first hit, even when it is pressed before the answer is there. */
export function ItemBox({ item, takesFocus, onChoose }: ItemBoxProps) {
  const words = useWords()
  const [typed, setTyped] = useState(item?.name ?? '')
  const [isOpen, setOpen] = useState(false)
  const [place, setPlace] = useState(0)
  const box = useRef<HTMLInputElement>(null)
  const choose = (chosen: ItemRow) => {
    setTyped(chosen.name)
    setOpen(false)
    onChoose(chosen)
  }
  // A draft that was found brings its item in from outside (S22).
  const name = item?.name ?? null
  useEffect(() => {
    if (name !== null) setTyped(name)
  }, [name])
  const { found, takeFirst } = useItems(typed, isOpen, choose)
  const items = isOpen ? found.items : []
  const isNothing = isOpen && typed !== '' && found.typed === typed && items.length === 0
  const at = Math.min(place, Math.max(items.length - 1, 0))
  useEffect(() => {
    // Whoever already types into the form goes on typing where they are.
    const isInForm = box.current?.closest('section')?.contains(document.activeElement) === true
    if (takesFocus && !isInForm) box.current?.focus()
  }, [takesFocus])

  const take = () => {
    const chosen = items[at]
    if (chosen !== undefined && found.typed === typed) choose(chosen)
    else takeFirst(typed)
  }
  const press = (event: KeyboardEvent) => {
    if (isComposing(event) || event.ctrlKey || !isOpen) return
    const moved = movedPlace(event.key, at, items.length)
    if (moved !== null) setPlace(moved)
    else if (event.key === 'Enter') take()
    else if (event.key === 'Escape') setOpen(false)
    else return
    event.preventDefault()
  }
  return (
    <div className="field">
      <label htmlFor="intake-item">{words('intake.item')}</label>
      <input
        ref={box}
        id="intake-item"
        data-testid="intake.item"
        role="combobox"
        aria-expanded={isOpen}
        aria-controls="intake-items"
        aria-autocomplete="list"
        aria-activedescendant={items.length > 0 ? `intake-items-${at}` : undefined}
        autoComplete="off"
        placeholder={words('intake.itemHint')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setOpen(true)
          setPlace(0)
        }}
        onKeyDown={press}
        onBlur={() => setOpen(false)}
      />
      <div
        id="intake-items"
        role="listbox"
        aria-label={words('intake.item')}
        className="box-list"
        hidden={!isOpen}
      >
        {items.map((row, index) => (
          <div
            key={row.code}
            id={`intake-items-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onMouseDown={(event) => {
              event.preventDefault()
              choose(row)
            }}
          >
            {row.name} <span className="quiet">{`${row.unitName} · ${row.code} · ${row.initials}`}</span>
          </div>
        ))}
      </div>
      <p className={isNothing ? 'quiet' : 'visually-hidden'} role="status">
        {isOpen && (isNothing ? words('intake.itemNone') : words('intake.itemCount', { n: items.length }))}
      </p>
      {item === null && <FrequentItems onChoose={choose} />}
    </div>
  )
}

function FrequentItems({ onChoose }: { onChoose: (item: ItemRow) => void }) {
  const words = useWords()
  const { found } = useItems('', true, onChoose)
  return (
    <div className="line chips" role="group" aria-label={words('intake.itemFrequent')}>
      {found.items.slice(0, FREQUENT).map((row) => (
        <Button key={row.code} size="small" onClick={() => onChoose(row)}>
          {row.name}
        </Button>
      ))}
    </div>
  )
}

function useItems(
  typed: string,
  isWanted: boolean,
  choose: (item: ItemRow) => void,
): { found: Found; takeFirst: (typed: string) => void } {
  const [found, setFound] = useState<Found>({ typed: '', items: [] })
  const promised = useRef<string | null>(null)
  const newest = useRef(choose)
  useEffect(() => {
    newest.current = choose
  })
  useEffect(() => {
    if (!isWanted) return undefined
    let isCurrent = true
    const timer = setTimeout(async () => {
      const answer = await read(`/api/items?limit=8&find=${encodeURIComponent(typed.trim())}`, ItemList)
      if (!isCurrent || !answer.ok) return
      setFound({ typed, items: answer.value.items })
      const first = answer.value.items[0]
      if (promised.current === typed && first !== undefined) newest.current(first)
      promised.current = null
    }, PAUSE_MS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [typed, isWanted])
  return {
    found,
    takeFirst: (wanted) => {
      promised.current = wanted
    },
  }
}
