import { createInterface } from 'node:readline/promises'
import { readAccounts } from '../play/cast.ts'

/** The password of an account: from `VC_PASSWORD`, of the sample township, or asked on the terminal. */
export async function passwordOf(signInName: string): Promise<string> {
  const given = process.env['VC_PASSWORD'] ?? sampleOf(signInName)
  if (given !== undefined) return given
  return ask(`password of ${signInName}: `)
}

/** One line typed at the terminal; nobody there is an empty one. */
export async function ask(question: string): Promise<string> {
  if (!process.stdin.isTTY) return ''
  const line = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return (await line.question(question)).trim()
  } finally {
    line.close()
  }
}

function sampleOf(signInName: string): string | undefined {
  try {
    const accounts = readAccounts(process.env['DATA_DIR'] ?? '.data')
    return accounts.find((each) => each.signInName === signInName)?.password
  } catch {
    return undefined
  }
}
