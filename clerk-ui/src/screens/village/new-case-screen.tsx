import { maskName } from '@counter/shared/vocabulary/identity'
import type { CaseId } from '@counter/shared/vocabulary/ids'
import { Fragment, type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import { newCaseSlot } from '../../outbox/draft-disk.ts'
import { useVillageWords } from '../../text/village-words.ts'
import { AuthorityPart, RelativePart } from './authority-part.tsx'
import { type Draft, withItem, withOwnIds, withPhoto } from './draft.ts'
import { formOf } from './draft-form.ts'
import { lacksOf } from './draft-lacks.ts'
import { slipOf } from './draft-slip.ts'
import { savedDrafts, today, useDrafts } from './draft-store.ts'
import { pathOf } from './drafts-screen.tsx'
import { FixedSentences } from './home-screen.tsx'
import { ItemPicker } from './item-picker.tsx'
import { MaterialPart } from './material-part.tsx'
import { changeNewCase, newCaseOf } from './new-cases.ts'
import { NoSuchForm } from './next-case-screen.tsx'
import { Opening } from './opening.tsx'
import { ConsentPart, PersonPart } from './person-part.tsx'
import { phoneRules } from './phone-rules.ts'
import { type Point, usePoint } from './point.tsx'
import { keepPerson } from './recent-people.ts'
import { SendBar } from './send-bar.tsx'
import { photosOf, registerPayloadOf } from './sent-draft.ts'
import { UnreadPart } from './unread-part.tsx'
import { withoutUnread } from './unread-photos.ts'
import { handSafely, useOutboxCounts } from './village-outbox.ts'
import type { Refused } from './village-refusal.tsx'
import { useRoom } from './village-room.ts'

/** V-2: one page from the item to the button that says what it does. */
export function NewCaseScreen({ id }: { readonly id: CaseId }): ReactNode {
  const words = useVillageWords()
  const draft = useDrafts((state) => newCaseOf(state, id))
  const isRead = useDrafts((state) => state.isRead)
  if (draft === null) return isRead ? <NoSuchForm /> : <Opening isLocal />
  return (
    <section
      className="v-stack"
      data-screen="V-2"
      data-state={lacksOf(draft, today(), phoneRules().authorityMonths).length === 0 ? 'ready' : 'draft'}
    >
      <h1 tabIndex={-1}>{words('village.new.title')}</h1>
      {/* What is drawn or unfolded for one resident is not there for the next. */}
      <Fragment key={id}>
        <CaseParts draft={draft} />
        <FixedSentences />
        <Discard id={id} />
      </Fragment>
      <SubmitBar draft={draft} />
    </section>
  )
}

function CaseParts({ draft }: { readonly draft: Draft }): ReactNode {
  const change = (step: (before: Draft) => Draft) => changeNewCase(draft.caseId, step)
  const onChange = (part: Partial<Draft>) => change((before) => ({ ...before, ...part }))
  return (
    <>
      <UnreadPart
        draft={draft}
        onPhoto={(photo) => change((before) => withPhoto(before, photo))}
        onForget={(role) => change((before) => withoutUnread(before, role))}
      />
      <ItemPicker
        chosen={draft.item}
        onChoose={(item) => change((before) => withItem(before, item))}
        onChange={() => onChange({ item: null })}
      />
      <ConsentPart draft={draft} onChange={onChange} />
      <PersonPart draft={draft} onChange={onChange} />
      <MaterialPart draft={draft} change={change} />
      <AuthorityPart draft={draft} onChange={onChange} change={change} />
      <RelativePart draft={draft} onChange={onChange} />
    </>
  )
}

// Two presses: what is deleted is gone.
function Discard({ id }: { readonly id: CaseId }): ReactNode {
  const words = useVillageWords()
  const [, navigate] = useLocation()
  const discard = useDrafts((state) => state.discard)
  const [isAsked, setAsked] = useState(false)
  const press = async () => {
    setAsked(true)
    if (!isAsked) return
    await discard(newCaseSlot(id))
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
  const { put, close, discard } = useDrafts.getState()
  const isFull = useOutboxCounts().unsentCases >= phoneRules().unsentCases
  const hasNoRoom = useRoom(({ room }) => room === 'full')
  const slot = newCaseSlot(draft.caseId)
  const goOnAlone = async () => {
    const own = withOwnIds(draft)
    put(own)
    navigate(pathOf(own), { replace: true })
    // Left on a full disk it is a draft that nobody needs, and no reason to stop.
    await discard(slot).catch(() => undefined)
  }
  const send = async () => {
    const problem = isFull || hasNoRoom ? noPlace(isFull) : await submitDraft(draft, point)
    if (problem?.code === 'command.reused') await goOnAlone()
    if (problem === null) await keepPerson(draft, Date.now()).catch(() => undefined)
    return problem
  }
  const onSent = () => {
    close(slot)
    navigate(`/village/sent/${draft.id}`)
  }
  return (
    <SendBar
      isSticky
      lacks={lacksOf(draft, today(), phoneRules().authorityMonths).map((lack) =>
        words(`village.lack.${lack}`),
      )}
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
    salt: draft.salt,
    caseId: draft.caseId,
    pointId: point.code,
    facts,
    photos: photosOf(draft),
    title: `${item.name} · ${maskName(draft.name.trim())}`,
    slip: slipOf(draft),
    form: { slot: newCaseSlot(draft.caseId), content: formOf(draft).content, replaces: draft.replaces },
  })
}
