import { VISIT_OUTCOMES } from '@counter/shared/vocabulary/ticket'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { type DeskAction, deskAction, isDeskKey, type KeyFacts } from '../../state/desk-keys.ts'
import { useIntakeActs } from '../../state/intake-acts.ts'
import type { Desk } from './use-desk.ts'

/** The keys of the table while the workbench is open (U31). The browser gets none of them, not even an F-key that does nothing now. */
export function useDeskKeys(desk: Desk): void {
  const newest = useRef(desk)
  // With the picture itself and not after it: a key means what its presser sees.
  useLayoutEffect(() => {
    newest.current = desk
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { state, outcome } = newest.current
      const facts = factsOf(event)
      if (isDeskKey(facts)) event.preventDefault()
      const action = deskAction({ state, hasOutcome: outcome !== null }, facts)
      if (action === null) return
      event.preventDefault()
      run(newest.current, action)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

function factsOf(event: KeyboardEvent): KeyFacts {
  const element = event.target instanceof HTMLElement ? event.target : null
  return {
    key: event.key,
    isCtrl: event.ctrlKey,
    isComposing: event.isComposing,
    keyCode: event.keyCode,
    isRepeat: event.repeat,
    isInText: element?.matches('input, textarea, select, [contenteditable]') === true,
    isInOutcomeBar: element !== null && element.closest('[data-outcome-bar]') !== null,
    isUnderLayer: element !== null && element.closest('dialog, [role="dialog"]') !== null,
  }
}

/** Does what a key or a button asks for; both go this one way. */
export function run(desk: Desk, action: DeskAction): void {
  const ticketId = desk.ticket?.id
  if (ticketId !== undefined) runAtTicket(desk, ticketId, action)
  switch (action.act) {
    case 'next':
      return desk.next()
    case 'next-refused':
      return desk.refuse('visit.outcome_missing')
    case 'pause':
      return desk.openPanel('pause')
    case 'resume':
      return void desk.actHere('resume')
    case 'accept':
      return useIntakeActs.getState().accept()
    case 'keep-draft':
      return useIntakeActs.getState().keepDraft()
    default:
      return undefined
  }
}

function runAtTicket(desk: Desk, ticketId: NonNullable<Desk['ticket']>['id'], action: DeskAction): void {
  switch (action.act) {
    case 'recall':
      return void desk.actAt(ticketId, 'recall')
    case 'miss':
      return void desk.miss()
    case 'start':
      return void desk.actAt(ticketId, 'start')
    case 'undo':
      return void desk.actAt(ticketId, 'undo-call')
    case 'ask-outcome':
      return desk.openOutcome(true)
    case 'outcome': {
      const outcome = VISIT_OUTCOMES[action.place]
      return outcome === undefined ? undefined : void desk.finish(outcome)
    }
    default:
      return undefined
  }
}
