import { maskName } from '@counter/shared/vocabulary/identity'
import { type ReactNode, useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { MOST_UNSENT_CASES } from '../../outbox/outbox-counts.ts'
import { useNet } from '../../state/live.ts'
import { useVillageWords } from '../../text/village-words.ts'
import { AuthorityPart, RelativePart } from './authority-part.tsx'
import { type Draft, lacksOf, photosOf, registerPayloadOf, slipOf, withItem, withOwnIds } from './draft.ts'
import { formOf } from './draft-form.ts'
import { savedDraft, today, useDraft } from './draft-store.ts'
import { FixedSentences } from './home-screen.tsx'
import { ItemPicker } from './item-picker.tsx'
import { MaterialPart } from './material-part.tsx'
import { ConsentPart, PersonPart } from './person-part.tsx'
import { type Point, usePoint } from './point.tsx'
import { keepPerson } from './recent-people.ts'
import { handSafely, useOutboxCounts } from './village-outbox.ts'
import { type Refused, VillageRefusal } from './village-refusal.tsx'
import { useRoom } from './village-room.ts'

/** V-2: one page from the item to the button that says what it does. */
export function NewCaseScreen(): ReactNode {
  const words = useVillageWords()
  const { draft, isRead, open, change } = useDraft()
  useEffect(() => {
    if (isRead) open()
  }, [isRead, open])
  if (draft === null) return <p>{words('village.loading')}</p>
  const onChange = (part: Partial<Draft>) => change((before) => ({ ...before, ...part }))
  return (
    <section
      className="v-stack"
      data-screen="V-2"
      data-state={lacksOf(draft, today()).length === 0 ? 'ready' : 'draft'}
    >
      <h1 tabIndex={-1}>{words('village.new.title')}</h1>
      <ItemPicker
        chosen={draft.item}
        onChoose={(item) => change((before) => withItem(before, item))}
        onChange={() => onChange({ item: null })}
      />
      <ConsentPart draft={draft} onChange={onChange} />
      <PersonPart draft={draft} onChange={onChange} />
      <MaterialPart draft={draft} change={change} />
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
  const discard = useDraft((state) => state.discard)
  const [isAsked, setAsked] = useState(false)
  const press = async () => {
    setAsked(true)
    if (!isAsked) return
    await discard()
    navigate('/village')
  }
  return (
    <button type="button" className="v-second" onClick={() => void press()}>
      {words(isAsked ? 'village.new.discardSure' : 'village.new.discard')}
    </button>
  )
}

/** The button that stays in sight: it tells the truth about the network, and what is still missing (V37). */
function SubmitBar({ draft }: { readonly draft: Draft }): ReactNode {
  const words = useVillageWords()
  const [, navigate] = useLocation()
  const point = usePoint()
  const { close, change } = useDraft()
  const isOnline = useNet(({ net }) => net === 'online' || net === 'slow')
  const [isBusy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const isFull = useOutboxCounts().unsentCases >= MOST_UNSENT_CASES
  const hasNoRoom = useRoom(({ room }) => room === 'full')
  const lacks = lacksOf(draft, today())
  const isReady = lacks.length === 0 && !isBusy

  const submit = async () => {
    if (!isReady) return
    setBusy(true)
    const problem = isFull || hasNoRoom ? noPlace(isFull) : await submitDraft(draft, point)
    setBusy(false)
    setRefused(problem)
    if (problem?.code === 'command.reused') change(withOwnIds)
    if (problem !== null) return
    await keepPerson(draft, Date.now()).catch(() => undefined)
    close()
    navigate(`/village/sent/${draft.id}`)
  }
  const list = lacks.map((lack) => words(`village.lack.${lack}`)).join('、')
  return (
    <div className="v-submit">
      <p id="v-lacks" role="status">
        {lacks.length === 0 ? words('village.new.ready') : words('village.new.lacks', { list })}
      </p>
      <button
        type="button"
        className="v-main"
        data-testid="v2.save"
        aria-disabled={!isReady}
        aria-describedby="v-lacks"
        onClick={() => void submit()}
      >
        {words(isOnline ? 'village.new.submit' : 'village.new.keep')}
      </button>
      <VillageRefusal refused={refused} />
    </div>
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
  await savedDraft().catch(() => undefined)
  return handSafely({
    id: draft.id,
    caseId: draft.caseId,
    pointId: point.code,
    facts,
    photos: photosOf(draft),
    title: `${item.name} · ${maskName(draft.name.trim())}`,
    slip: slipOf(draft),
    form: { content: formOf(draft).content, replaces: draft.replaces },
  })
}
