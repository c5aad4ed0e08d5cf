import type { Guide, GuideRow } from '@counter/shared/contract/public/guide'
import { dateWords } from '@counter/shared/vocabulary/date-words'
import { daysBetween } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { type ReactNode, useRef, useState } from 'react'
import { useReturnFocus } from '../../components/use-return-focus.ts'
import { useVillageLanguage, useVillageWords } from '../../text/village-words.ts'
import { today } from './draft-store.ts'
import { Opening } from './opening.tsx'
import { useOwnCases } from './own-cases.ts'
import { frequentItems, readGuide, useGuideList } from './use-guide.ts'
import { type Refused, VillageRefusal } from './village-refusal.tsx'

export interface ItemPickerProps {
  readonly chosen: Guide | null
  readonly onChoose: (item: Guide) => void
  readonly onChange: () => void
}

/** 1 办什么: six frequent items, the others by name. What the village may not handle says why (V7). */
export function ItemPicker({ chosen, onChoose, onChange }: ItemPickerProps): ReactNode {
  const words = useVillageWords()
  const [refused, setRefused] = useState<Refused | null>(null)
  const choose = async (code: string) => {
    const answer = await readGuide(code)
    const problem = answer.ok ? agencyProblem(answer.value) : answer
    setRefused(problem)
    if (answer.ok && problem === null) onChoose(answer.value)
  }
  return (
    <section className="v-part" aria-labelledby="v-item">
      <h2 id="v-item">{words('village.new.item')}</h2>
      {chosen === null ? (
        <ItemButtons onChoose={(code) => void choose(code)} />
      ) : (
        <ChosenItem item={chosen} onChange={onChange} />
      )}
      <VillageRefusal refused={refused} />
    </section>
  )
}

/** Why the village may not handle an item, or null (V7). */
export function agencyProblem({
  inPersonRequired,
  villageAgency,
}: Pick<Guide, 'inPersonRequired' | 'villageAgency'>): Refused | null {
  if (inPersonRequired) return { code: 'item.in_person_required', params: {} }
  return villageAgency ? null : { code: 'item.not_agency', params: {} }
}

function ChosenItem({ item, onChange }: { readonly item: Guide; readonly onChange: () => void }): ReactNode {
  const words = useVillageWords()
  const part = useRef<HTMLDivElement>(null)
  useReturnFocus(part, true)
  return (
    <div ref={part} className="v-chosen">
      <p>
        <strong>{item.name}</strong>
        <br />
        {item.unitName}
        {item.committed === null ? null : ` · ${words('village.new.promise', { text: item.committed.text })}`}
      </p>
      <button type="button" className="v-small" onClick={onChange}>
        {words('village.new.change')}
      </button>
    </div>
  )
}

function ItemButtons({ onChoose }: { readonly onChoose: (code: string) => void }): ReactNode {
  const words = useVillageWords()
  const { answer, again } = useGuideList()
  const { state } = useOwnCases()
  const [find, setFind] = useState<string | null>(null)
  const list = useRef<HTMLUListElement>(null)
  useReturnFocus(list, true)
  if (answer === null) return <Opening />
  if (!answer.ok) return <Again onAgain={again} />
  const { items } = answer.value.value
  const handled = (state?.cases ?? []).map(({ item }) => item as string)
  const shown = find === null ? frequentItems(items, handled) : foundItems(items, find)
  return (
    <>
      <PackAge copiedOn={answer.value.copiedOn} />
      {find === null ? null : (
        <label className="v-field">
          {words('village.new.find')}
          <input
            type="search"
            value={find}
            maxLength={40}
            onChange={(event) => setFind(event.target.value)}
          />
        </label>
      )}
      <ul ref={list} className="v-items">
        {shown.map(({ code, name }) => (
          <li key={code}>
            <button type="button" className="v-item" onClick={() => onChoose(code)}>
              {name}
            </button>
          </li>
        ))}
      </ul>
      {shown.length === 0 ? <p role="status">{words('village.new.none')}</p> : null}
      {find === null ? <More onMore={() => setFind('')} /> : null}
    </>
  )
}

function More({ onMore }: { readonly onMore: () => void }): ReactNode {
  const words = useVillageWords()
  const button = useRef<HTMLButtonElement>(null)
  useReturnFocus(button, true)
  return (
    <button ref={button} type="button" className="v-second" onClick={onMore}>
      {words('village.new.more')}
    </button>
  )
}

const OLD_DAYS = 7

/** A pack that is older than a week says so: an item may have changed since (V86). */
export function PackAge({ copiedOn }: { readonly copiedOn: PlainDate | null }): ReactNode {
  const words = useVillageWords()
  const { days } = useVillageLanguage()
  if (copiedOn === null || daysBetween(copiedOn, today()) <= OLD_DAYS) return null
  return <p role="status">{words('village.guide.old', { date: dateWords(copiedOn, days) })}</p>
}

const MOST_FOUND = 60

/** The items of which the name, what people call it, or the code has a text. */
export function foundItems(items: readonly GuideRow[], find: string, most = MOST_FOUND): readonly GuideRow[] {
  const text = find.trim()
  return items
    .filter(
      ({ name, code, aliases = [] }) =>
        [name, ...aliases].some((each) => each.includes(text)) || code.includes(text.toUpperCase()),
    )
    .slice(0, most)
}

export function Again({ onAgain }: { readonly onAgain: () => void }): ReactNode {
  const words = useVillageWords()
  return (
    <p role="alert">
      {words('village.broken')}{' '}
      <button type="button" className="v-small" onClick={onAgain}>
        {words('village.again')}
      </button>
    </p>
  )
}
