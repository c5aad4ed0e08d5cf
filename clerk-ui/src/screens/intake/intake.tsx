import type { DeskTicket } from '@counter/shared/contract/desk'
import { civilDate, civilTime, secondWords } from '@counter/shared/vocabulary/plain-date'
import type { VisitOutcome } from '@counter/shared/vocabulary/ticket'
import { App, Button } from 'antd'
import { useEffect, useRef } from 'react'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { offerIntakeActs } from '../../state/intake-acts.ts'
import { serverNow } from '../../state/live.ts'
import { isDeaf } from '../../state/use-command.ts'
import { useWords } from '../../text/words.ts'
import { AlikeLine } from './alike-line.tsx'
import { DueLine } from './due-line.tsx'
import { needsCare } from './intake-draft.ts'
import { IntakeFiles } from './intake-files.tsx'
import { IntakeResult } from './intake-result.tsx'
import { ItemBox } from './item-box.tsx'
import { MaterialList } from './material-list.tsx'
import { PersonFields } from './person-fields.tsx'
import { ProblemSummary } from './problem-summary.tsx'
import { type IntakeForm, type Step, useIntake } from './use-intake.ts'
import type { ServerDraft } from './use-server-draft.ts'
import './intake.css'

interface IntakeProps {
  readonly ticket: DeskTicket
  /** Starts the visit of a number that was only called; false when it could not be started (Q32). */
  readonly onBegin: () => Promise<boolean>
  /** What came of the visit is known by what was done here. */
  readonly onOutcome: (outcome: VisitOutcome) => void
}

/** C-2: one column in the order it is spoken, from the item to the note, and one command at the end. */
export function Intake({ ticket, onBegin, onOutcome }: IntakeProps) {
  const words = useWords()
  const form = useIntake(ticket, { onBegin, onOutcome })
  useIntakeKeys(form)
  if (form.done !== null) return <IntakeResult done={form.done} onAnother={form.another} />
  const { draft } = form
  const state =
    form.phase === 'writing'
      ? form.problems.length > 0 || form.refused !== null
        ? 'error'
        : 'normal'
      : 'busy'
  return (
    <section className="card intake" data-screen="C-2" data-state={state} aria-labelledby="intake-title">
      <h2 id="intake-title">{words('intake.title')}</h2>
      <KeptLine kept={form.kept} />
      <ProblemSummary problems={form.problems} />
      <ItemBox item={draft.item} takesFocus={ticket.status === 'serving'} onChoose={form.choose} />
      {draft.item !== null && <DueLine item={draft.item} />}
      <PersonFields
        draft={draft}
        needsNote={form.problems.some(({ text }) => text === 'intake.problem.idNo')}
        onChange={form.change}
      />
      {needsCare(draft, civilDate(serverNow())) && (
        <p className="alike" role="note" data-testid="intake.care">
          {words('intake.care')}
        </p>
      )}
      {draft.item !== null && <AlikeLine item={draft.item.code} idNo={draft.idNo} />}
      <MaterialList draft={draft} onMark={(marks) => form.change({ marks })} />
      {draft.item !== null && <IntakeFiles ticketId={ticket.id} materials={draft.guide?.materials ?? []} />}
      <div className="field">
        <label htmlFor="intake-note">{words('intake.note')}</label>
        <textarea
          id="intake-note"
          rows={2}
          maxLength={500}
          value={draft.note}
          onChange={(event) => form.change({ note: event.target.value })}
        />
      </div>
      <RefusalLine refused={form.refused} />
      <IntakeButtons form={form} />
    </section>
  )
}

/** What Ctrl+Enter means: an immediate item is finished in one act, the others are accepted (C201). */
function mainAct(form: IntakeForm): Step {
  return form.draft.item?.caseType === 'immediate' ? 'finish_on_spot' : 'accept'
}

function IntakeButtons({ form }: { form: IntakeForm }) {
  const words = useWords()
  const keep = useKeepDraft(form)
  const main = mainAct(form)
  const isBusy = isDeaf(form.phase)
  return (
    <>
      <div className="line sticky-acts">
        <Button
          type="primary"
          size="large"
          aria-disabled={isBusy}
          aria-keyshortcuts="Control+Enter"
          onClick={() => form.send(main)}
        >
          {words(
            form.phase !== 'writing' ? 'intake.busy' : main === 'accept' ? 'intake.accept' : 'intake.onSpot',
          )}
        </Button>
        <Button size="large" aria-disabled={isBusy} onClick={() => form.send('request_supplement')}>
          {words('intake.supplement')}
        </Button>
        <Button size="large" aria-disabled={isBusy} onClick={() => form.send('receive')}>
          {words('intake.receive')}
        </Button>
        <Button size="large" onClick={keep}>
          {words('intake.draft')}
        </Button>
      </div>
      <p role="status">
        {form.phase === 'checking'
          ? words('ask.checking')
          : form.phase === 'unsettled'
            ? words('ask.unsettled')
            : ''}
      </p>
    </>
  )
}

// Where the server does not answer, the honest answer to 存草稿 is where the text is and what would lose it.
function useKeepDraft({ kept }: IntakeForm): () => void {
  const words = useWords()
  const { message } = App.useApp()
  return () =>
    void kept.keep().then((isKept) => {
      if (!isKept) void message.info(words('intake.draftKept'), 6)
    })
}

/** When it was kept, or that it was found again: 「已存 10:32:08」, 「找回了 10:31 的草稿」 (C-2, U15). */
function KeptLine({ kept: { savedAt, foundAt } }: { readonly kept: ServerDraft }) {
  const words = useWords()
  const line =
    savedAt !== null
      ? words('intake.savedAt', { time: secondWords(savedAt) })
      : foundAt !== null
        ? words('intake.foundAt', { time: civilTime(foundAt) })
        : ''
  return (
    <p className="small" role="status" data-testid="intake.kept">
      {line}
    </p>
  )
}

function useIntakeKeys(form: IntakeForm): void {
  const keep = useKeepDraft(form)
  const newest = useRef({ form, keep })
  useEffect(() => {
    newest.current = { form, keep }
  })
  useEffect(
    () =>
      offerIntakeActs({
        accept: () => newest.current.form.send(mainAct(newest.current.form)),
        keepDraft: () => newest.current.keep(),
      }),
    [],
  )
}
