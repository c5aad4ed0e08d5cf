import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** One account of the sample township, as the server tells it when it starts. */
export interface Account {
  readonly signInName: string
  readonly password: string
  readonly role: string
}

/** A server that runs as a process of its own and has said that it listens. */
export interface ServerProcess {
  readonly accounts: readonly Account[]
  /** SIGKILL: nothing is closed, nothing is flushed. */
  kill(): Promise<void>
  /** SIGTERM: the server closes by itself. */
  stop(): Promise<void>
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const FROM_SOURCE = ['--import', 'tsx', '--conditions=@counter/source']
/** It hears when we are gone, however we went. */
const WITH_US = ['--import', './scripts/steps/end-with-parent.mjs']
const START_MS = 120_000
const CLOSE_MS = 10_000

/** Starts `script`, with the loader of sources where it is one, and waits for its line `ready {...}`; what it says otherwise goes to stderr. */
export async function startServerProcess(
  script: string,
  environment: Readonly<Record<string, string>>,
  nodeArguments: readonly string[] = [],
): Promise<ServerProcess> {
  const loader = script.endsWith('.ts') ? FROM_SOURCE : []
  const child = spawn(process.execPath, [...nodeArguments, ...loader, ...WITH_US, script], {
    cwd: ROOT,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const startMs = Number(environment['START_MS'] ?? START_MS)
  const { accounts } = await readyLine(child, script, startMs)
  return {
    accounts: accounts ?? [],
    kill: () => end(child, 'SIGKILL'),
    stop: () => end(child, 'SIGTERM'),
  }
}

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

async function readyLine(
  child: ChildProcess,
  script: string,
  startMs: number,
): Promise<{ readonly accounts: Account[] | null }> {
  const { stdout } = child
  if (stdout === null) throw new Error(`${script} has no output`)
  const timer = setTimeout(() => child.kill('SIGKILL'), startMs)
  try {
    for await (const line of createInterface(stdout)) {
      if (line.startsWith('ready ')) return JSON.parse(line.slice('ready '.length))
    }
  } finally {
    clearTimeout(timer)
    stdout.resume()
  }
  throw new Error(`${script} ended before it was ready, or was not ready within ${startMs / 1000} s`)
}

// A server that does not close must not hold up the error that ended its use.
async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const patience = setTimeout(() => child.kill('SIGKILL'), CLOSE_MS)
  child.kill(signal)
  await once(child, 'exit')
  clearTimeout(patience)
}
