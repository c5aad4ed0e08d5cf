import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hashOf } from './sources.mjs'

let root = ''
const write = (path: string, content: string) => writeFileSync(join(root, path), content)

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sources-'))
  mkdirSync(join(root, 'src/dist'), { recursive: true })
  write('src/queue.ts', 'one')
})
afterEach(() => rmSync(root, { recursive: true }))

describe('a build is new enough as long as its sources', () => {
  test('[K17] have the same contents, whatever their times', () => {
    const before = hashOf(['src'], root)
    utimesSync(join(root, 'src/queue.ts'), 1, 1)
    expect(hashOf(['src'], root)).toBe(before)
  })

  test('[K17] do not change, appear or get another name', () => {
    const before = hashOf(['src'], root)
    write('src/queue.ts', 'two')
    expect(hashOf(['src'], root)).not.toBe(before)
    write('src/queue.ts', 'one')
    write('src/case.ts', '')
    expect(hashOf(['src'], root)).not.toBe(before)
  })

  test('[K17] while tests and builds beside them do not count', () => {
    const before = hashOf(['src'], root)
    write('src/queue.test.ts', 'test')
    write('src/dist/queue.js', 'built')
    expect(hashOf(['src'], root)).toBe(before)
  })
})
