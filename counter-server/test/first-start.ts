import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { RunningServer } from '../src/server.ts'

/** The files of a folder by their path in it. */
type Folder = ReadonlyMap<string, Buffer>

const kept = new Map<string, Promise<Folder>>()

/**
 * A folder of a test's own as the product's first start at this instant leaves it: tables, township, accounts and
 * keys. The product makes it once in each process and the next tests copy it, for the tables alone take longer than
 * most tests.
 */
export async function startedFolder(
  at: string,
  start: (dataDir: string) => Promise<RunningServer>,
): Promise<string> {
  const made = kept.get(at) ?? firstStart(start)
  kept.set(at, made)
  const folder = mkdtempSync(join(tmpdir(), 'counter-'))
  for (const [path, bytes] of await made) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(file, bytes, { mode: 0o600 })
  }
  return folder
}

async function firstStart(start: (dataDir: string) => Promise<RunningServer>): Promise<Folder> {
  const folder = mkdtempSync(join(tmpdir(), 'counter-'))
  try {
    const server = await start(folder)
    await server.close()
    const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    return new Map(
      paths
        .filter((path) => statSync(join(folder, path)).isFile())
        .map((path) => [path, readFileSync(join(folder, path))]),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
