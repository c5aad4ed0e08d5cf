import type { ReceiveBody } from '@counter/shared/contract/case-bodies'
import type { ItemRow } from '@counter/shared/contract/case-lists'
import { CaseAnswer } from '@counter/shared/contract/cases'
import type { DeskTicket } from '@counter/shared/contract/desk'
import { Guide } from '@counter/shared/contract/public/guide'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { VisitOutcome } from '@counter/shared/vocabulary/ticket'
import { useState } from 'react'
import type { Refused } from '../../components/refusal-line.tsx'
import { printPaper } from '../../papers/print-paper.tsx'
import { read } from '../../state/ask.ts'
import { type ChosenFile, takeChosen } from '../../state/chosen-files.ts'
import { useDrafts } from '../../state/drafts.ts'
import { serverNow } from '../../state/live.ts'
import { type CommandPhase, useCommand } from '../../state/use-command.ts'
import { type IntakeProblem, intakeProblems } from './intake-check.ts'
import { EMPTY_DRAFT, type IntakeDraft, nextOfSamePerson, receiveBody } from './intake-draft.ts'
import { type ServerDraft, useServerDraft } from './use-server-draft.ts'

export type Step = ReceiveBody['step']

export interface IntakeDone {
  readonly step: Step
  readonly answer: CaseAnswer
  /** Where 「同一个人再办一件」 begins. */
  readonly next: IntakeDraft
  /** Chosen before; the result sends them. */
  readonly files: readonly ChosenFile[]
}

export interface IntakeForm {
  readonly draft: IntakeDraft
  readonly problems: readonly IntakeProblem[]
  readonly refused: Refused | null
  readonly phase: CommandPhase
  readonly done: IntakeDone | null
  readonly kept: ServerDraft
  change(more: Partial<IntakeDraft>): void
  choose(item: ItemRow): void
  send(step: Step): void
  another(): void
}

const OUTCOME: Readonly<Record<Step, VisitOutcome | null>> = {
  accept: 'accepted',
  finish_on_spot: 'finished_on_spot',
  request_supplement: 'supplement_told',
  receive: null,
}

/** One intake from a ticket: what is typed, what must be corrected, and the one command that settles it (S19). */
export function useIntake(
  ticket: DeskTicket,
  { onBegin, onOutcome }: { onBegin: () => Promise<boolean>; onOutcome: (outcome: VisitOutcome) => void },
): IntakeForm {
  const draft = useDrafts((state) => state.byTicket[ticket.id] ?? EMPTY_DRAFT)
  const { change, drop } = useDrafts.getState()
  const { send, phase, refused } = useCommand()
  const [problems, setProblems] = useState<readonly IntakeProblem[]>([])
  // The guide of the chosen item could not be read; the next choice asks again.
  const [unread, setUnread] = useState<Refused | null>(null)
  const [done, setDone] = useState<IntakeDone | null>(null)

  const kept = useServerDraft(ticket.id, (found) => {
    change(ticket.id, found)
    if (found.item !== null) readGuide(found.item)
  })

  function readGuide(item: ItemRow): void {
    void read(`/api/guide/${item.code}`, Guide).then((answer) => {
      const isStillChosen = useDrafts.getState().byTicket[ticket.id]?.item?.code === item.code
      if (!answer.ok) return setUnread(answer)
      if (isStillChosen) change(ticket.id, { guide: answer.value })
    })
  }

  async function settle(item: ItemRow, step: Step): Promise<void> {
    setUnread(null)
    // A draft that was kept needs no typing, and still nobody is served before the visit has begun.
    if (!(await onBegin())) return
    const body = { ticketId: ticket.id, ...receiveBody({ ...draft, item }, step, civilDate(serverNow())) }
    const answer = await send('/api/cases', body, CaseAnswer)
    if (!answer?.ok) return
    drop(ticket.id)
    const outcome = OUTCOME[step]
    if (outcome !== null) onOutcome(outcome)
    const files = takeChosen(ticket.id)
    setDone({ step, answer: answer.value, next: nextOfSamePerson(draft), files })
    const { receipt } = answer.value
    // The page shows what was done before the print dialogue stops it.
    if (receipt !== null) setTimeout(() => printPaper(receipt, { commandId: answer.commandId }), 0)
  }

  return {
    draft,
    problems,
    refused: refused ?? unread,
    phase,
    done,
    change: (more) => change(ticket.id, more),
    kept,
    choose(item) {
      change(ticket.id, { item, guide: null, marks: {} })
      readGuide(item)
    },
    send(step) {
      if (done !== null) return
      const found = intakeProblems(draft, step, civilDate(serverNow()))
      setProblems(found)
      if (found.length === 0 && draft.item !== null) void settle(draft.item, step)
    },
    another() {
      if (done !== null) change(ticket.id, done.next)
      setDone(null)
    },
  }
}
