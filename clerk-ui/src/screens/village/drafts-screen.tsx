import { instantWords, type Language } from '@counter/shared/vocabulary/date-words'
import { maskName } from '@counter/shared/vocabulary/identity'
import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import { type ReactNode, useRef, useState } from 'react'
import { Link } from 'wouter'
import { useReturnFocus } from '../../components/use-return-focus.ts'
import { daysLeft } from '../../outbox/draft-days.ts'
import { useServerNow } from '../../state/live.ts'
import {
  listWords,
  useVillageLanguage,
  useVillageWords,
  type VillageWords,
} from '../../text/village-words.ts'
import { type AnyDraft, isFact } from './draft-form.ts'
import { lacksOf } from './draft-lacks.ts'
import { isBegun, type OpenForm, slotOf, today, useDrafts } from './draft-store.ts'
import { lacksOfFact, titleOfFact } from './fact-facts.ts'
import { FACT_FORMS, isOfNoCase } from './fact-kinds.ts'
import { Opening } from './opening.tsx'
import { phoneRules } from './phone-rules.ts'
import { VisitWords } from './visit-part.tsx'

const MINUTE = 60_000

/** 草稿: every half-written form, with what it lacks and how long it stays (V36). */
export function DraftsScreen(): ReactNode {
  const words = useVillageWords()
  const isRead = useDrafts((state) => state.isRead)
  const forms = useBegunForms()
  const state = !isRead ? 'loading' : forms.length === 0 ? 'empty' : 'normal'
  return (
    <section className="v-stack" data-screen="V-1" data-state={`drafts-${state}`}>
      <h1 tabIndex={-1}>{words('village.drafts.title')}</h1>
      {state === 'loading' ? <Opening isLocal /> : null}
      {state === 'empty' ? <p>{words('village.drafts.empty')}</p> : null}
      <ul className="v-rows v-spaced">
        {forms.map((form) => (
          <DraftRow key={slotOf(form.draft)} form={form} />
        ))}
      </ul>
    </section>
  )
}

/** What is half written, newest first. */
export function useBegunForms(): readonly OpenForm[] {
  const forms = useDrafts((state) => state.forms)
  return Object.values(forms)
    .filter(({ draft }) => isBegun(draft))
    .sort((a, b) => b.at - a.at)
}

function DraftRow({ form }: { readonly form: OpenForm }): ReactNode {
  const words = useVillageWords()
  const now = toMs(useServerNow(MINUTE))
  const { draft } = form
  const left = daysLeft(form, now, phoneRules().draftDays)
  const row = useRef<HTMLLIElement>(null)
  useReturnFocus(row, true)
  return (
    <li ref={row} data-testid="v1.draft" data-slot={slotOf(draft)} data-state="draft">
      <DraftLink form={form} />
      {left === null ? null : <p role="note">▲ {words('village.drafts.leaving', { n: left })}</p>}
      <Discard draft={draft} />
    </li>
  )
}

/** One half-written form: what it is, that it is a draft and lacks what, and when it was kept (V36). */
function DraftLink({ form: { draft, at } }: { readonly form: OpenForm }): ReactNode {
  const words = useVillageWords()
  const { days } = useVillageLanguage()
  return (
    <Link className="v-case" href={pathOf(draft)}>
      <strong>{titleOf(words, draft)}</strong>
      {isFact(draft) ? null : <VisitWords draft={draft} />}
      <span>{words('village.drafts.state', { what: lackWords(words, draft, days) })}</span>
      <span className="v-hint">
        {words('village.drafts.saved', { time: instantWords(instantOf(at), days) })}
      </span>
    </Link>
  )
}

/** What is not handed over yet stands in the outbox too, with its state (V-3). */
export function DraftRows(): ReactNode {
  const forms = useBegunForms()
  if (forms.length === 0) return null
  return (
    <ul className="v-rows v-spaced">
      {forms.map((form) => (
        <li key={slotOf(form.draft)} data-testid="v3.draft" data-state="draft">
          <DraftLink form={form} />
        </li>
      ))}
    </ul>
  )
}

// Two presses: what is deleted is gone.
function Discard({ draft }: { readonly draft: AnyDraft }): ReactNode {
  const words = useVillageWords()
  const discard = useDrafts((state) => state.discard)
  const [isAsked, setAsked] = useState(false)
  return (
    <button
      type="button"
      className="v-small"
      onClick={() => (isAsked ? void discard(slotOf(draft)) : setAsked(true))}
    >
      {words(isAsked ? 'village.new.discardSure' : 'village.new.discard')}
    </button>
  )
}

/** Where a form opens. */
export function pathOf(draft: AnyDraft): string {
  if (!isFact(draft)) return `/village/new/${draft.caseId}`
  const { path } = FACT_FORMS[draft.kind]
  if (isOfNoCase(draft.kind)) return `/village/${path}`
  return path === '' ? `/village/cases/${draft.caseId}` : `/village/cases/${draft.caseId}/${path}`
}

function titleOf(words: VillageWords, draft: AnyDraft): string {
  if (isFact(draft))
    return [words(`village.type.${draft.kind}`), titleOfFact(draft)].filter((each) => each !== '').join(' · ')
  const what = draft.item?.name ?? words('village.type.case.register')
  const who = draft.name.trim()
  return who === '' ? what : `${what} · ${maskName(who)}`
}

function lackWords(words: VillageWords, draft: AnyDraft, days: Language): string {
  const lacks = isFact(draft)
    ? lacksOfFact(draft).map((lack) => words(lack))
    : lacksOf(draft, today(), phoneRules().authorityMonths).map((lack) => words(`village.lack.${lack}`))
  return lacks.length === 0
    ? words('village.drafts.ready')
    : words('village.new.lacks', { list: listWords(lacks, days) })
}
