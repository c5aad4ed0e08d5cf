import { readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { seal } from '../../counter-server/src/store/crypto.ts'
import { type Hall, startHall } from '../../counter-server/test/app.ts'
import { attach } from '../../counter-server/test/case-file-fixture.ts'
import { receive } from '../../counter-server/test/case-files.ts'
import { jpeg, png } from '../../counter-server/test/file-bytes.ts'
import { copyStore } from './store-copy.ts'
import { verifyFiles } from './verify-files.ts'

/** Two cases with one photo in common, and a drawing. */
async function aHallWithFiles(): Promise<{
  hall: Hall
  names: readonly string[]
  verify: () => ReturnType<typeof verifyFiles>
}> {
  const hall = await startHall()
  const clerk = await hall.clerkAt(1)
  for (const content of [jpeg(), png()]) {
    const { case: found } = await receive(clerk, 'LY-001', 'accept')
    expect((await attach(hall, clerk, found.row.id, jpeg())).status).toBe(200)
    expect((await attach(hall, clerk, found.row.id, content)).status).toBe(200)
  }
  return {
    hall,
    names: readdirSync(join(hall.dataDir, 'files')).toSorted(),
    verify: async () => verifyFiles(await copyStore(hall)),
  }
}

describe('npm run verify -- files', () => {
  test('[R18] every content that a row names opens and is what its name says', async () => {
    const { verify } = await aHallWithFiles()
    expect(await verify()).toEqual({ files: 2, differences: 0, first: null })
  })

  test('[R18, R41] a content that is gone, cut or another one is found', async () => {
    const { hall, names, verify } = await aHallWithFiles()
    const [first = '', second = ''] = names
    const path = (name: string) => join(hall.dataDir, 'files', name)
    const { keys } = hall.server.counter.deps.store
    writeFileSync(path(second), seal(keys, `file:${second}`, jpeg(9, 9)))
    expect(await verify()).toMatchObject({
      differences: 1,
      first: { file: second, problem: 'another content' },
    })
    truncateSync(path(first), 40)
    expect(await verify()).toMatchObject({
      differences: 2,
      first: { file: first, problem: 'gone or not opening' },
    })
    rmSync(path(first))
    expect(await verify()).toMatchObject({
      differences: 2,
      first: { file: first, problem: 'gone or not opening' },
    })
  })
})
