import { maskName } from '@counter/shared/vocabulary/identity'
import { type ReactNode, useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { useNet } from '../../state/live.ts'
import { useVillageWords } from '../../text/village-words.ts'
import { AuthorityPart, RelativePart } from './authority-part.tsx'
import { type Draft, lacksOf, photosOf, registerPayloadOf, withItem } from './draft.ts'
import { today, useDraft } from './draft-store.ts'
import { FixedSentences } from './home-screen.tsx'
import { ItemPicker } from './item-picker.tsx'
import { MaterialPart } from './material-part.tsx'
import { ConsentPart, PersonPart } from './person-part.tsx'
import { type Point, usePoint } from './point.tsx'
import { dropItem, hand } from './village-outbox.ts'

/** V-2: one page from the item to the button that says what it does. */
export function NewCaseScreen(): ReactNode {
  const words = useVillageWords()
  const { draft, open, change } = useDraft()
  useEffect(open, [open])
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
      <SubmitBar draft={draft} />
    </section>
  )
}

/** The button that stays in sight: it tells the truth about the network, and what is still missing (V37). */
function SubmitBar({ draft }: { readonly draft: Draft }): ReactNode {
  const words = useVillageWords()
  const [, navigate] = useLocation()
  const point = usePoint()
  const keepSent = useDraft((state) => state.keepSent)
  const isOnline = useNet(({ net }) => net === 'online' || net === 'slow')
  const [isBusy, setBusy] = useState(false)
  const lacks = lacksOf(draft, today())
  const isReady = lacks.length === 0 && !isBusy

  const submit = async () => {
    if (!isReady) return
    setBusy(true)
    await submitDraft(draft, point)
    keepSent(draft)
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
    </div>
  )
}

async function submitDraft(draft: Draft, point: Point): Promise<void> {
  const { item } = draft
  if (item === null) return
  await hand({
    id: draft.id,
    caseId: draft.caseId,
    pointId: point.code,
    facts: {
      type: 'case.register',
      itemVersion: item.version,
      payload: registerPayloadOf(draft, point.code),
    },
    photos: photosOf(draft),
    title: `${item.name} · ${maskName(draft.name.trim())}`,
  })
  if (draft.replaces !== null) dropItem(draft.replaces)
}
