import Database from 'better-sqlite3'
import { uuidv7 } from 'uuidv7'
import { expect } from 'vitest'
import { receiving } from './case-files.ts'
import { type Running, signIn } from './child-server.ts'

/** Sends to a child server; a body makes it a command of its own. */
export async function ask(
  { address }: Running,
  cookie: string,
  path: string,
  body?: object,
): Promise<Record<string, string>> {
  const headers = { 'content-type': 'application/json', origin: 'http://127.0.0.1:8080', cookie }
  const sent = { method: 'POST', body: JSON.stringify({ commandId: uuidv7(), ...body }) }
  const answer = await fetch(`${address}${path}`, { headers, ...(body === undefined ? {} : sent) })
  const text = await answer.text()
  expect(answer.status, text).toBe(200)
  return JSON.parse(text) as Record<string, string>
}

/** So many accepted cases, ten at a time. */
export async function receiveCases(server: Running, cases: number): Promise<void> {
  const cookie = await signIn(server, 'clerk1')
  const send = () => ask(server, cookie, '/api/cases', receiving('LY-001', 'accept'))
  for (let done = 0; done < cases; done += 10) await Promise.all(Array.from({ length: 10 }, send))
}

/** One number of a store that a server may have open. */
export function count(dataDir: string, text: string): number {
  const database = new Database(`${dataDir}/counter.db`, { readonly: true })
  const found = database.prepare(text).pluck().get() as number
  database.close()
  return found
}
