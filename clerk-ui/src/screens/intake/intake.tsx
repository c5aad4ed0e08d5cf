import type { DeskTicket } from '@counter/shared/contract/desk'
import type { VisitOutcome } from '@counter/shared/vocabulary/ticket'
import { App, Button } from 'antd'
import { useEffect, useRef } from 'react'
import { isDeaf } from '../../components/command-button.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { offerIntakeActs } from '../../state/intake-acts.ts'
import { useWords } from '../../text/words.ts'
import { AlikeLine } from './alike-line.tsx'
import { DueLine } from './due-line.tsx'
import { IntakeResult } from './intake-result.tsx'
import { ItemBox } from './item-box.tsx'
import { MaterialList } from './material-list.tsx'
import { PersonFields } from './person-fields.tsx'
import { ProblemSummary } from './problem-summary.tsx'
import { type IntakeForm, type Step, useIntake } from './use-intake.ts'
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
      <ProblemSummary problems={form.problems} />
      <ItemBox item={draft.item} takesFocus={ticket.status === 'serving'} onChoose={form.choose} />
      {draft.item !== null && <DueLine item={draft.item} />}
      <PersonFields
        draft={draft}
        needsNote={form.problems.some(({ text }) => text === 'intake.problem.idNo')}
        onChange={form.change}
      />
      {draft.item !== null && <AlikeLine item={draft.item.code} idNo={draft.idNo} />}
      <MaterialList draft={draft} onMark={(marks) => form.change({ marks })} />
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
  const keep = useKeepDraft()
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

// Until the server keeps drafts, the honest answer to 存草稿 is where the text is and what would lose it.
function useKeepDraft(): () => void {
  const words = useWords()
  const { message } = App.useApp()
  return () => void message.info(words('intake.draftKept'), 6)
}

function useIntakeKeys(form: IntakeForm): void {
  const keep = useKeepDraft()
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
