import type { CheckedIn } from '@counter/shared/contract/booking'
import type { IssuedTicket } from '@counter/shared/contract/hall'
import type { CommandId, TopicKey } from '@counter/shared/vocabulary/ids'
import type { RefusalParams } from '@counter/shared/vocabulary/refusal'

export type AskedClass = 'ordinary' | 'priority'

/** How a take stands: nothing pressed, on its way, no answer yet, or refused. */
export type Take = 'ready' | 'taking' | 'unanswered' | 'refused'

/** How the paper stands. A number exists before its paper and without it (U21). */
export type Paper = 'printing' | 'printed' | 'failed'

/** K-2. Both ids are made when the page opens and kept until answered, so a second press asks for the same number (U14). */
export interface Confirm {
  readonly at: 'confirm'
  readonly topic: TopicKey
  readonly commands: Readonly<Record<AskedClass, CommandId>>
  readonly asked: AskedClass | null
  readonly take: Take
  readonly refusal: { readonly code: string; readonly params: RefusalParams } | null
  /** The number that was restored as often as it may be; the new one refers to it (Q28). */
  readonly previous?: string
}

/** What a holder of a booking is told beside the number (Q36). */
export type Booked = Pick<CheckedIn, 'timing' | 'at'>

/** K-3. */
export interface TicketShown {
  readonly at: 'ticket'
  readonly ticket: IssuedTicket
  readonly paper: Paper
  readonly isReprinted: boolean
  readonly booked?: Booked
}

/** Where the kiosk is. What is typed or found on a page lives in that page and is gone with it (U19). */
export type Place =
  | { readonly at: 'home'; readonly previous?: string }
  | { readonly at: 'progress' | 'restore' | 'opinion' | 'staff' }
  | { readonly at: 'check_in'; readonly token: string | null }
  | { readonly at: 'visit'; readonly id: string }
  | { readonly at: 'guides'; readonly unit: string | null }
  | { readonly at: 'guide'; readonly code: string; readonly unit: string | null }
  | Confirm
  | TicketShown

/** 大字, 高对比, 听语音, English: for this resident only (U19). */
export interface Looks {
  readonly isBig: boolean
  readonly isContrast: boolean
  readonly isSpoken: boolean
  readonly language: 'zh-CN' | 'en'
}

export interface Kiosk {
  readonly place: Place
  readonly looks: Looks
  /** Of the page's steady clock, ms: when somebody last touched, and when this page opened. */
  readonly touchedAt: number
  readonly openedAt: number
}

export type KioskEvent =
  | { readonly type: 'touched' }
  | { readonly type: 'opened'; readonly place: Exclude<Place, Confirm | TicketShown> }
  | {
      readonly type: 'chosen'
      readonly topic: TopicKey
      readonly commands: Readonly<Record<AskedClass, CommandId>>
    }
  | { readonly type: 'asked'; readonly cls: AskedClass }
  | { readonly type: 'unanswered'; readonly commandId: CommandId }
  | {
      readonly type: 'refused'
      readonly commandId: CommandId
      readonly code: string
      readonly params: RefusalParams
    }
  | { readonly type: 'issued'; readonly commandId: CommandId; readonly ticket: IssuedTicket }
  | { readonly type: 'checked_in'; readonly ticket: IssuedTicket; readonly booked: Booked }
  | { readonly type: 'given'; readonly ticket: IssuedTicket }
  | { readonly type: 'paper'; readonly paper: Paper }
  | { readonly type: 'printing_again' }
  | { readonly type: 'looks'; readonly looks: Partial<Looks> }
  | { readonly type: 'left' }

const PLAIN: Looks = { isBig: false, isContrast: false, isSpoken: false, language: 'zh-CN' }

/** The kiosk as the next resident finds it: home, plain, nothing of the one before (U19). */
export function freshKiosk(now: number): Kiosk {
  return { place: { at: 'home' }, looks: PLAIN, touchedAt: now, openedAt: now }
}

/** What the kiosk is after one event; `now` is the page's steady clock in ms. */
export function kioskAfter(kiosk: Kiosk, event: KioskEvent, now: number): Kiosk {
  switch (event.type) {
    case 'touched':
      return { ...kiosk, touchedAt: now }
    case 'opened':
      return at(kiosk, event.place, now)
    case 'chosen':
      return at(kiosk, newConfirm(event, kiosk.place), now)
    case 'looks':
      return { ...kiosk, looks: { ...kiosk.looks, ...event.looks } }
    // A number that was asked for on another page than K-2: a return visit (Q10).
    case 'given':
      return at(kiosk, newTicketShown(event.ticket), now)
    case 'left':
      return freshKiosk(now)
    case 'checked_in':
      return at(kiosk, newTicketShown(event.ticket, event.booked), now)
    case 'paper':
    case 'printing_again':
      return kiosk.place.at === 'ticket' ? at(kiosk, withPaper(kiosk.place, event), now) : kiosk
    case 'asked':
    case 'unanswered':
    case 'refused':
    case 'issued':
      return kiosk.place.at === 'confirm' ? afterTake(kiosk, kiosk.place, event, now) : kiosk
  }
}

/** True when an answer to this command is what the resident in front of the kiosk is waiting for. */
export function isAwaited({ place }: Kiosk, commandId: CommandId): boolean {
  return place.at === 'confirm' && place.asked !== null && place.commands[place.asked] === commandId
}

type TakeEvent = Extract<KioskEvent, { type: 'asked' | 'unanswered' | 'refused' | 'issued' }>

function afterTake(kiosk: Kiosk, confirm: Confirm, event: TakeEvent, now: number): Kiosk {
  if (event.type === 'asked') {
    if (confirm.take === 'taking') return kiosk
    return at(kiosk, { ...confirm, asked: event.cls, take: 'taking', refusal: null }, now)
  }
  if (!isAwaited(kiosk, event.commandId)) return kiosk
  switch (event.type) {
    case 'unanswered':
      return at(kiosk, { ...confirm, take: 'unanswered' }, now)
    case 'refused':
      return at(
        kiosk,
        { ...confirm, take: 'refused', refusal: { code: event.code, params: event.params } },
        now,
      )
    case 'issued':
      return at(kiosk, newTicketShown(event.ticket), now)
  }
}

function newTicketShown(ticket: IssuedTicket, booked?: Booked): TicketShown {
  const shown: TicketShown = { at: 'ticket', ticket, paper: 'printing', isReprinted: false }
  return booked === undefined ? shown : { ...shown, booked }
}

function newConfirm({ topic, commands }: Extract<KioskEvent, { type: 'chosen' }>, from: Place): Confirm {
  const confirm: Confirm = { at: 'confirm', topic, commands, asked: null, take: 'ready', refusal: null }
  return from.at === 'home' && from.previous !== undefined ? { ...confirm, previous: from.previous } : confirm
}

function withPaper(
  shown: TicketShown,
  event: Extract<KioskEvent, { type: 'paper' | 'printing_again' }>,
): Place {
  if (event.type === 'paper') return { ...shown, paper: event.paper }
  return shown.isReprinted ? shown : { ...shown, paper: 'printing', isReprinted: true }
}

// Every step starts the page's own time anew.
function at(kiosk: Kiosk, place: Place, now: number): Kiosk {
  return { ...kiosk, place, touchedAt: now, openedAt: now }
}
