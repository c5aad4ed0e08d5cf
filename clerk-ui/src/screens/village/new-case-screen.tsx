import { maskName } from '@counter/shared/vocabulary/identity'
import { type ReactNode, useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { NEW_CASE } from '../../outbox/draft-disk.ts'
import { MOST_UNSENT_CASES } from '../../outbox/outbox-counts.ts'
import { useVillageWords } from '../../text/village-words.ts'
import { AuthorityPart, RelativePart } from './authority-part.tsx'
import { type Draft, photosOf, registerPayloadOf, slipOf, withItem, withOwnIds } from './draft.ts'
import { formOf } from './draft-form.ts'
import { lacksOf } from './draft-lacks.ts'
import { changeNewCase, newCaseOf, openNewCase, savedDrafts, today, useDrafts } from './draft-store.ts'
import { FixedSentences } from './home-screen.tsx'
import { ItemPicker } from './item-picker.tsx'
import { MaterialPart } from './material-part.tsx'
import { ConsentPart, PersonPart } from './person-part.tsx'
import { type Point, usePoint } from './point.tsx'
import { keepPerson } from './recent-people.ts'
import { SendBar } from './send-bar.tsx'
import { handSafely, useOutboxCounts } from './village-outbox.ts'
import type { Refused } from './village-refusal.tsx'
import { useRoom } from './village-room.ts'

/** V-2: one page from the item to the button that says what it does. */
export function NewCaseScreen(): ReactNode {
  const words = useVillageWords()
  const { agent } = usePoint()
  const draft = useDrafts(newCaseOf)
  const isRead = useDrafts((state) => state.isRead)
  useEffect(() => {
    if (isRead) openNewCase()
  }, [isRead])
  if (draft === null) return <p>{words('village.loading')}</p>
  const onChange = (part: Partial<Draft>) => changeNewCase((before) => ({ ...before, ...part }))
  return (
    <section
      className="v-stack"
      data-screen="V-2"
      data-state={lacksOf(draft, today(), agent).length === 0 ? 'ready' : 'draft'}
    >
      <h1 tabIndex={-1}>{words('village.new.title')}</h1>
      <ItemPicker
        chosen={draft.item}
        onChoose={(item) => changeNewCase((before) => withItem(before, item))}
        onChange={() => onChange({ item: null })}
      />
      <ConsentPart draft={draft} onChange={onChange} />
      <PersonPart draft={draft} onChange={onChange} />
      <MaterialPart draft={draft} change={changeNewCase} />
      <AuthorityPart draft={draft} onChange={onChange} />
      <RelativePart draft={draft} onChange={onChange} />
      <FixedSentences />
      <Discard />
      <SubmitBar draft={draft} />
    </section>
  )
}

// Two presses: what is deleted is gone.
function Discard(): ReactNode {
  const words = useVillageWords()
  const [, navigate] = useLocation()
  const discard = useDrafts((state) => state.discard)
  const [isAsked, setAsked] = useState(false)
  const press = async () => {
    setAsked(true)
    if (!isAsked) return
    await discard(NEW_CASE)
    navigate('/village')
  }
  return (
    <button type="button" className="v-second" onClick={() => void press()}>
      {words(isAsked ? 'village.new.discardSure' : 'village.new.discard')}
    </button>
  )
}

/** The button that stays in sight (V37). */
function SubmitBar({ draft }: { readonly draft: Draft }): ReactNode {
  const words = useVillageWords()
  const [, navigate] = useLocation()
  const point = usePoint()
  const close = useDrafts((state) => state.close)
  const isFull = useOutboxCounts().unsentCases >= MOST_UNSENT_CASES
  const hasNoRoom = useRoom(({ room }) => room === 'full')
  const send = async () => {
    const problem = isFull || hasNoRoom ? noPlace(isFull) : await submitDraft(draft, point)
    if (problem?.code === 'command.reused') changeNewCase(withOwnIds)
    if (problem === null) await keepPerson(draft, Date.now()).catch(() => undefined)
    return problem
  }
  const onSent = () => {
    close(NEW_CASE)
    navigate(`/village/sent/${draft.id}`)
  }
  return (
    <SendBar
      isSticky
      lacks={lacksOf(draft, today(), point.agent).map((lack) => words(`village.lack.${lack}`))}
      go={words('village.new.submit')}
      send={send}
      onSent={onSent}
    />
  )
}

// What waits must go out first; the draft stays as it is (V39, V40).
function noPlace(isOutboxFull: boolean): Refused {
  return { code: isOutboxFull ? 'outbox.full' : 'storage.full', params: {} }
}

// Only what the disk has whole is handed over; when it has no room the draft stays (V28, V40).
async function submitDraft(draft: Draft, point: Point): Promise<Refused | null> {
  const { item } = draft
  if (item === null) return null
  const facts = {
    type: 'case.register',
    itemVersion: item.version,
    payload: registerPayloadOf(draft, point.code, today()),
  } as const
  // What is frozen carries everything, so a disk that has no room for the draft says so there (V40).
  await savedDrafts().catch(() => undefined)
  return handSafely({
    id: draft.id,
    caseId: draft.caseId,
    pointId: point.code,
    facts,
    photos: photosOf(draft),
    title: `${item.name} · ${maskName(draft.name.trim())}`,
    slip: slipOf(draft),
    form: { slot: NEW_CASE, content: formOf(draft).content, replaces: draft.replaces },
  })
}
