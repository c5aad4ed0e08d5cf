import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { newCommandId, type Parser } from '@counter/shared/client/commands'
import type { Caller, Reply } from '../api/caller.ts'
import { signIn, signInAgent, signInSupervisor } from '../api/doors.ts'
import type { Account } from '../api/server-process.ts'
import type { PlayClock } from './play-clock.ts'
import type { Tally } from './tally.ts'

/** What every part of the play has at hand. */
export interface Scene {
  readonly url: string
  readonly seed: number
  readonly clock: PlayClock
  readonly tally: Tally
  readonly accounts: readonly Account[]
}

/** A member of staff who signs in again when the session has run out. */
export interface Person {
  get<T>(path: string, parser: Parser<T>): Promise<Reply<T>>
  /** Sends a command; each "no" is counted. */
  command<T>(path: string, body: object, parser: Parser<T>): Promise<Reply<T>>
  post<T>(path: string, body: object, parser: Parser<T>): Promise<Reply<T>>
  readonly headers: () => Record<string, string>
}

/** The accounts of the sample township; only its own server may be played with. */
export function readAccounts(dataDir: string): readonly Account[] {
  const file = join(dataDir, 'sample-accounts.json')
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Account[]
  } catch {
    throw new Error(`no sample accounts in ${file}: start the server first, or set DATA_DIR`)
  }
}

export async function enter({ url, accounts, tally }: Scene, signInName: string): Promise<Person> {
  const account = accounts.find((each) => each.signInName === signInName)
  if (account === undefined) throw new Error(`the sample has no account ${signInName}`)
  const come = async (): Promise<Caller> => {
    if (account.role !== 'agent') return signIn(url, signInName, account.password)
    return (await signInAgent(url, account, await signInSupervisor(url, accounts))).caller
  }
  let caller = await come()

  async function ask<T>(send: () => Promise<Reply<T>>): Promise<Reply<T>> {
    const first = await send()
    if (first.ok || first.status !== 401) return noted(first)
    caller = await come()
    return noted(await send())
  }

  function noted<T>(reply: Reply<T>): Reply<T> {
    // An empty queue is how a quiet hour looks, not something that went wrong.
    if (!reply.ok && reply.code !== 'queue.empty') tally.refused(reply.code)
    return reply
  }

  return {
    get: (path, parser) => ask(() => caller.get(path, parser)),
    post: (path, body, parser) => ask(() => caller.post(path, body, parser)),
    command(path, body, parser) {
      // One id for both tries: whatever happened to the first, it is done once.
      const commandId = newCommandId()
      return ask(() => caller.post(path, { commandId, ...body }, parser))
    },
    headers: () => caller.headers,
  }
}
