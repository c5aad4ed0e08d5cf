import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const SERVE = fileURLToPath(new URL('serve-api.ts', import.meta.url))

export interface Running {
  readonly child: ChildProcess
  readonly address: string
  readonly passwords: ReadonlyMap<string, string>
}

/** The process of a server that is only beginning to start. */
export function begin(dataDir: string, clock = '2026-06-12T01:40:00.000Z'): ChildProcess {
  const child = spawn(process.execPath, ['--conditions=@counter/source', '--import', 'tsx', SERVE], {
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PORT: '0',
      PUBLIC_URL: 'http://127.0.0.1:8080',
      LOG_LEVEL: 'silent',
      TEST_CLOCK: clock,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

/** The real server as its own process, on a folder of its own. */
export function start(dataDir: string, clock?: string): Promise<Running> {
  const child = begin(dataDir, clock)
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (chunk: Buffer) => {
      said += String(chunk)
      const ready = /^ready (.*)$/m.exec(said)?.[1]
      if (ready === undefined) return
      const { address, accounts } = JSON.parse(ready) as {
        address: string
        accounts: { signInName: string; password: string }[]
      }
      resolve({
        child,
        address,
        passwords: new Map(accounts.map(({ signInName, password }) => [signInName, password])),
      })
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', () => reject(new Error(said)))
  })
}

/** SIGKILL: nothing is tidied up. */
export async function kill({ child }: Pick<Running, 'child'>): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}

/** The cookie of somebody of the sample. */
export async function signIn({ address, passwords }: Running, name = 'supervisor'): Promise<string> {
  const answer = await fetch(`${address}/api/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://127.0.0.1:8080' },
    body: JSON.stringify({ signInName: name, password: passwords.get(name) }),
  })
  return String(answer.headers.get('set-cookie')).split(';', 1)[0] ?? ''
}
