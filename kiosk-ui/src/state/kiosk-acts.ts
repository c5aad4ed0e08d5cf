import { type Answer, newCommandId, sendCommand } from '@counter/shared/client/commands'
import { Done } from '@counter/shared/contract/fields'
import { IssuedTicket, Rejoined } from '@counter/shared/contract/hall'
import type { CommandId, TopicKey } from '@counter/shared/vocabulary/ids'
import { asDevice } from '../device.ts'
import { type AskedClass, isAwaited } from './kiosk-machine.ts'
import { tell, useKiosk } from './kiosk-store.ts'
import { printSlip } from './printer.ts'

const anything = { parse: (value: unknown) => value }
const PAINT_MS = 50

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
  const commandId = place.commands[cls]
  const answer = await askForNumber({ commandId, topic: place.topic, cls })
  if (answer.ok) await numberCame(commandId, answer.value)
  else if (answer.code !== 'aborted')
    tell({ type: 'refused', commandId, code: answer.code, params: answer.params })
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

async function askForNumber(body: {
  commandId: CommandId
  topic: TopicKey
  cls: AskedClass
}): Promise<Answer<IssuedTicket>> {
  const { commandId } = body
  // A second press must not wait for the pause between two tries of the first.
  if (trying?.commandId === commandId) trying.stop.abort()
  const stop = new AbortController()
  trying = { commandId, stop }
  return asDevice('kiosk', () =>
    sendCommand('/api/tickets', body, IssuedTicket, {
      door: 'kiosk',
      signal: stop.signal,
      onChecking: () => tell({ type: 'unanswered', commandId }),
    }),
  )
}

async function numberCame(commandId: CommandId, ticket: IssuedTicket): Promise<void> {
  if (!isAwaited(useKiosk.getState(), commandId)) return cancelUnseen(ticket)
  tell({ type: 'issued', commandId, ticket })
  await printTicket('ticket', ticket)
}

// Nobody has seen this number: its resident has left or taken another, so nobody shall be called by it (U21).
async function cancelUnseen({ token }: IssuedTicket): Promise<void> {
  const body = { commandId: newCommandId(), token }
  await sendCommand('/api/track/ticket/cancel', body, anything, { door: 'track' })
}

async function printTicket(kind: 'ticket' | 'reprint', ticket: IssuedTicket): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, PAINT_MS))
  const paper = await printSlip(kind, ticket)
  const { place } = useKiosk.getState()
  if (place.at === 'ticket' && place.ticket.ticketId === ticket.ticketId) tell({ type: 'paper', paper })
}
