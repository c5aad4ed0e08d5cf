import {
  type Answer,
  type CommandOptions,
  newCommandId,
  type Parser,
  readOnce,
  readSlowly,
  sendCommand,
  sendUntilSettled,
} from '@counter/shared/client/commands'
import { isUntouched } from './idle.ts'
import { useSession } from './session.ts'

type Waiting = Pick<CommandOptions, 'onChecking' | 'onUnsettled' | 'signal' | 'withinMs'>

const LOST: readonly string[] = ['session.none', 'session.expired']

/** Sends a command of the person signed in. Without `commandId` in the body a fresh one is made: right for a key press (U14). */
export async function command<T>(
  path: string,
  body: object,
  parser: Parser<T>,
  waiting: Waiting = {},
): Promise<Answer<T>> {
  const answer = await sendCommand(path, { commandId: newCommandId(), ...body }, parser, {
    door: 'staff',
    ...waiting,
  })
  return noticeLoss(answer)
}

/** Sends a file as the person signed in; headers carry no Chinese, so what they say comes encoded. */
export async function sendFile<T>(
  path: string,
  { content, said }: { readonly content: Blob; readonly said: Readonly<Record<string, string>> },
  parser: Parser<T>,
  waiting: Waiting = {},
): Promise<Answer<T>> {
  const encoded = Object.entries(said).map(([name, value]) => [`x-${name}`, encodeURIComponent(value)])
  const headers = { 'content-type': 'application/octet-stream', ...Object.fromEntries(encoded) }
  const init = { method: 'POST', body: content, headers }
  return noticeLoss(await sendUntilSettled(path, init, parser, { door: 'staff', ...waiting }))
}

/** Reads as the person signed in; silence answers `offline`. What nobody is there to ask keeps no session awake (P12). */
export async function read<T>(path: string, parser: Parser<T>): Promise<Answer<T>> {
  const headers = isUntouched() ? { 'x-untouched': 'yes' } : undefined
  return noticeLoss(await readOnce(path, parser, 'staff', undefined, headers))
}

/** A report may take its thirty seconds (R7), and a little for the way. */
const REPORT_MS = 35_000

/** Reads a report as the person signed in; when the signal fires, nobody waits for it any more. */
export async function readReport<T>(
  path: string,
  parser: Parser<T>,
  signal: AbortSignal,
): Promise<Answer<T>> {
  return noticeLoss(await readSlowly(path, parser, { door: 'staff', signal, withinMs: REPORT_MS }))
}

/** A sheet of ten thousand rows is looked through in short turns, between which the hall has its own (K52). */
export const SHEET_MS = 120_000

/** Looks a long sheet through, one that is sent along or one that waits at the server. */
export async function lookThrough<T>(path: string, parser: Parser<T>, body?: object): Promise<Answer<T>> {
  return noticeLoss(await readSlowly(path, parser, { door: 'staff', withinMs: SHEET_MS }, body))
}

/** Looks something up by words that must not stand in an address (P33). */
export async function find<T>(path: string, body: object, parser: Parser<T>): Promise<Answer<T>> {
  return noticeLoss(await readOnce(path, parser, 'staff', body))
}

// The page stays where it is, under the sign-in layer (U15).
function noticeLoss<T>(answer: Answer<T>): Answer<T> {
  if (!answer.ok && LOST.includes(answer.code)) useSession.getState().lose()
  return answer
}
