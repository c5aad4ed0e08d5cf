import { type Answer, newCommandId, sendCommand } from '@counter/shared/client/commands'
import { Done } from '@counter/shared/contract/fields'
import { IssuedTicket, Rejoined } from '@counter/shared/contract/hall'
import { Slip } from '@counter/shared/contract/paper'
import type { CommandId, TopicKey } from '@counter/shared/vocabulary/ids'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { asDevice } from '../device.ts'
import {
  abandonAsked,
  forgetAsked,
  type Given,
  giveNumber,
  hasUnsentNumbers,
  keepAsked,
  notePaper,
  numbersLeft,
  takeBack,
  useBook,
} from './kiosk-book.ts'
import { kioskTime } from './kiosk-clock.ts'
import { type AskedClass, isAwaited } from './kiosk-machine.ts'
import { tell, useKiosk } from './kiosk-store.ts'
import { pageNow } from './page-clock.ts'
import { printSlip } from './printer.ts'
import { isUnsentNumber } from './printer-reach.ts'
import { useWaiting } from './waiting.ts'

const PAINT_MS = 50
const UNANSWERED_MS = 5_000

interface AskedNumber {
  readonly commandId: CommandId
  readonly topic: TopicKey
  readonly cls: AskedClass
  readonly previousNumber?: string
}

let trying: { readonly commandId: CommandId; readonly stop: AbortController } | null = null

/** A tile was touched: both ids are made now and serve until the page is left (U14). */
export function chooseTopic(topic: TopicKey): void {
  tell({ type: 'chosen', topic, commands: { ordinary: newCommandId(), priority: newCommandId() } })
}

/** 「取号」 or 「优先取号」. Pressing again after silence asks at once, with the same id (U14, U21). */
export async function takeNumber(cls: AskedClass): Promise<void> {
  const { place } = useKiosk.getState()
  if (place.at !== 'confirm' || place.take === 'taking') return
  tell({ type: 'asked', cls })
  const after = place.previous === undefined ? {} : { previousNumber: place.previous }
  const asked = { commandId: place.commands[cls], topic: place.topic, cls, ...after }
  if (isWithoutServer()) return takeFromBook(asked)
  // A book that cannot be written must not keep a resident from a number that the server gives.
  await keepAsked(asked.commandId).catch(() => undefined)
  const answer = await askForNumber(asked)
  if (answer === 'given_up') return takeWithoutAnswer(asked)
  if (answer.ok) return numberCame(asked.commandId, answer.value)
  if (answer.code === 'aborted') return
  await forgetAsked(asked.commandId).catch(() => undefined)
  tell({ type: 'refused', commandId: asked.commandId, code: answer.code, params: answer.params })
}

/** 「再打一张」, once (U21). */
export async function printAgain(): Promise<void> {
  const { place } = useKiosk.getState()
  if (place.at !== 'ticket' || place.isReprinted) return
  tell({ type: 'printing_again' })
  await printTicket('reprint', place.ticket)
}

/** 「叫人帮忙」: every desk hears of it (U18). False when nobody could be told in time. */
export async function callHelp(): Promise<boolean> {
  const stop = new AbortController()
  const body = { commandId: newCommandId() }
  const answer = await asDevice('kiosk', () =>
    sendCommand('/api/help', body, Done, {
      door: 'kiosk',
      signal: stop.signal,
      onChecking: () => stop.abort(),
    }),
  )
  return answer.ok
}

/** 「恢复」 of a number that the hall shows as missed, or of a scanned ticket (Q28). */
export async function rejoinQueue(missed: { number: string } | { token: string }): Promise<Answer<Rejoined>> {
  const commandId = newCommandId()
  const path = 'number' in missed ? '/api/tickets/kiosk-rejoin' : '/api/track/ticket/rejoin'
  return asDevice('kiosk', () => sendCommand(path, { commandId, ...missed }, Rejoined, { door: 'kiosk' }))
}

/** 「取号补件或取件」 for the case that K-4 found. Its number shows where a number shows, unless its resident has left (Q10). */
export function takeReturnVisit(
  commandId: CommandId,
  by: { readonly token: string } | { readonly code: string },
  isHere: () => boolean,
): Promise<Answer<IssuedTicket>> {
  return takeGiven('/api/track/case/return-visit', { commandId, cls: 'ordinary', ...by }, isHere)
}

/** 集中交件: the one number of the list whose code was scanned, shown as a return visit's is (V91). */
export function takeVisitNumber(
  commandId: CommandId,
  visit: string,
  isHere: () => boolean,
): Promise<Answer<IssuedTicket>> {
  return takeGiven(`/api/visits/${visit}/ticket`, { commandId }, isHere)
}

async function takeGiven(
  path: string,
  body: { readonly commandId: CommandId; readonly cls?: 'ordinary' },
  isHere: () => boolean,
): Promise<Answer<IssuedTicket>> {
  const answer = await asDevice('kiosk', () => sendCommand(path, body, IssuedTicket, { door: 'kiosk' }))
  if (!answer.ok) return answer
  if (isHere()) {
    tell({ type: 'given', ticket: answer.value })
    await printTicket('ticket', answer.value)
  } else {
    // Nobody has seen this number, so nobody shall be called by it (U21).
    const body = { commandId: newCommandId(), token: answer.value.token }
    await sendCommand('/api/track/ticket/cancel', body, Done, { door: 'track' })
  }
  return answer
}

/** The answer, or `given_up` after 5 s where the kiosk can help itself or nobody waits any more (Q47). */
async function askForNumber(body: AskedNumber): Promise<Answer<IssuedTicket> | 'given_up'> {
  const { commandId } = body
  // A second press must not wait for the pause between two tries of the first.
  if (trying?.commandId === commandId) trying.stop.abort()
  const stop = new AbortController()
  trying = { commandId, stop }
  let isGivenUp = false
  const patience = setTimeout(() => {
    isGivenUp = canHelpItself() || !isAwaited(useKiosk.getState(), commandId)
    if (isGivenUp) stop.abort()
  }, UNANSWERED_MS)
  const answer = await asDevice('kiosk', () =>
    sendCommand('/api/tickets', body, IssuedTicket, {
      door: 'kiosk',
      signal: stop.signal,
      onChecking: () => {
        if (!canHelpItself()) tell({ type: 'unanswered', commandId })
      },
    }),
  )
  clearTimeout(patience)
  return isGivenUp && !answer.ok ? 'given_up' : answer
}

async function numberCame(commandId: CommandId, ticket: IssuedTicket): Promise<void> {
  // Nobody has seen this number: its resident has left or taken another, so nobody shall be called by it (U21).
  if (!isAwaited(useKiosk.getState(), commandId)) return abandonAsked(commandId)
  await forgetAsked(commandId).catch(() => undefined)
  tell({ type: 'issued', commandId, ticket })
  await printTicket('ticket', ticket)
}

// A further paper is a job of its own, which the server grants once (Q44).
async function printFurther(ticket: IssuedTicket): Promise<'printed' | 'failed'> {
  const { printJobId, number } = ticket
  // The server does not know this number yet; its copy is this kiosk's own.
  if (isUnsentNumber(number)) return printSlip('reprint', { ...ticket, printJobId: newCommandId() })
  const stop = new AbortController()
  const body = { commandId: newCommandId() }
  const again = await asDevice('kiosk', () =>
    sendCommand(`/api/print-jobs/${printJobId}/again`, body, Slip, {
      door: 'kiosk',
      signal: stop.signal,
      onChecking: () => stop.abort(),
    }),
  )
  // Of an emergency number only this page still knows the link (Q7).
  return again.ok ? printSlip('reprint', { ...ticket, printJobId: again.value.printJobId }) : 'failed'
}

async function takeWithoutAnswer(asked: AskedNumber): Promise<void> {
  if (isAwaited(useKiosk.getState(), asked.commandId)) return takeFromBook(asked)
  return abandonAsked(asked.commandId)
}

/** A number of the kiosk's own block: on the disk first, then on the screen and on paper (Q47). */
async function takeFromBook(asked: AskedNumber): Promise<void> {
  const given = await giveFromBook(asked)
  if (given === null)
    return tell({ type: 'refused', commandId: asked.commandId, code: 'lease.none', params: {} })
  if (!isAwaited(useKiosk.getState(), asked.commandId)) return takeBack(given)
  tell({ type: 'issued', commandId: asked.commandId, ticket: ticketOf(given) })
  await printTicket('ticket', ticketOf(given))
  const { place } = useKiosk.getState()
  const isFailed = place.at === 'ticket' && place.paper === 'failed'
  await notePaper(given.take.sequence, isFailed ? 'failed' : 'printed')
}

// What cannot be written is not given: its number would be known to nobody.
async function giveFromBook({ commandId, topic, cls }: AskedNumber): Promise<Given | null> {
  try {
    const date = civilDate(pageNow())
    return await giveNumber({ topic, cls, asked: commandId, date, time: kioskTime() })
  } catch {
    return null
  }
}

// A number without a place in line yet: nobody can say who is ahead of it.
function ticketOf({ lent, take }: Given): IssuedTicket {
  return {
    ticketId: take.commandId as string as IssuedTicket['ticketId'],
    number: lent.number,
    cls: take.cls,
    topic: take.topic,
    issuedAt: pageNow(),
    businessDate: civilDate(pageNow()),
    quote: { ahead: 0, low: null, high: null },
    token: lent.token,
    queryCode: lent.queryCode,
    link: lent.link,
    printJobId: take.printJobId,
    version: 1,
  }
}

function canHelpItself(): boolean {
  return numbersLeft(useBook.getState(), civilDate(pageNow())) > 0
}

// Numbers that wait to be taken in come first, or a newer one would overtake them (Q48).
function isWithoutServer(): boolean {
  return useWaiting.getState().net === 'offline' || hasUnsentNumbers(useBook.getState())
}

/** Prints what the page shows; how it went is shown if the page still does. */
export async function printTicket(kind: 'ticket' | 'reprint', ticket: IssuedTicket): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, PAINT_MS))
  const paper = kind === 'reprint' ? await printFurther(ticket) : await printSlip(kind, ticket)
  const { place } = useKiosk.getState()
  if (place.at === 'ticket' && place.ticket.ticketId === ticket.ticketId) tell({ type: 'paper', paper })
}
