import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { isContentOf } from '../../counter-server/src/store/content-name.ts'
import { type Keys, loadKeys } from '../../counter-server/src/store/crypto.ts'
import { type FileDisk, openFileDisk } from '../../counter-server/src/store/file-disk.ts'
import { requireThisVersion } from './this-version.ts'

interface NamedContent {
  readonly sha256: string
  readonly storedAs: string
}

export interface FileVerdict {
  /** Contents that rows name. */
  readonly files: number
  readonly differences: number
  readonly first: {
    readonly file: string
    readonly problem: 'gone or not opening' | 'another content'
  } | null
}

/** Opens every content that a store file names and compares it with its name, as each reading does (R18). */
export async function verifyFiles(
  file: string,
  folders: { readonly files?: string; readonly keys?: string } = {},
): Promise<FileVerdict> {
  const { files = join(dirname(file), 'files'), keys: keysDir = join(dirname(file), 'keys') } = folders
  const keys = loadKeys(keysDir, false)
  const disk = openFileDisk(files, keys)
  const named = namedContents(file)
  const problems: NonNullable<FileVerdict['first']>[] = []
  for (const content of named) {
    const problem = await problemOf(keys, disk, content)
    if (problem !== null) problems.push({ file: content.storedAs, problem })
  }
  await requireSharpEye(keys, disk, named)
  return { files: named.length, differences: problems.length, first: problems[0] ?? null }
}

function namedContents(file: string): readonly NamedContent[] {
  const stored = new Database(file, { readonly: true, fileMustExist: true })
  try {
    requireThisVersion(stored)
    return stored
      .prepare(
        `SELECT min(sha256) AS sha256, stored_as AS storedAs FROM file WHERE stored_as IS NOT NULL
         GROUP BY stored_as ORDER BY stored_as`,
      )
      .all() as NamedContent[]
  } finally {
    stored.close()
  }
}

async function problemOf(keys: Keys, disk: FileDisk, content: NamedContent) {
  const read = await disk.read(content.storedAs).catch(() => null)
  if (read === null) return 'gone or not opening'
  return isContentOf(keys, content, read) ? null : 'another content'
}

// The word of a checker counts only when it finds a planted fault in the same run (R41).
async function requireSharpEye(keys: Keys, disk: FileDisk, named: readonly NamedContent[]): Promise<void> {
  const [first] = named
  const content = first === undefined ? null : await disk.read(first.storedAs).catch(() => null)
  if (first === undefined || content === null || !isContentOf(keys, first, content)) return
  const planted = Buffer.from(content)
  planted[0] = (planted[0] ?? 0) ^ 1
  if (isContentOf(keys, first, planted)) throw new Error('a planted fault was not found')
}
