import {
  type Answer,
  type CommandOptions,
  newCommandId,
  type Parser,
  readOnce,
  sendCommand,
} from '@counter/shared/client/commands'
import { useSession } from './session.ts'

type Waiting = Pick<CommandOptions, 'onChecking' | 'onUnsettled' | 'signal'>

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

/** Reads as the person signed in; silence answers `offline`. */
export async function read<T>(path: string, parser: Parser<T>): Promise<Answer<T>> {
  return noticeLoss(await readOnce(path, parser, 'staff'))
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
