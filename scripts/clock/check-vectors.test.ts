import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { checkVectors } from './check-vectors.ts'
import { productCalendar } from './product-calendar.ts'
import type { Answer, Vector, VectorFile } from './vector.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const PATH = join(ROOT, 'shared/data/deadline-vectors.json')
const given = JSON.parse(readFileSync(PATH, 'utf8')) as VectorFile
const calendar = productCalendar()
const folder = mkdtempSync(join(tmpdir(), 'vectors-'))

afterAll(() => rmSync(folder, { recursive: true }))

function vector(id: string): Vector {
  const found = given.vectors.find((each) => each.id === id)
  if (found === undefined) throw new Error(`no vector ${id}`)
  return found
}

function differencesOf(...vectors: readonly Vector[]): readonly string[] {
  return checkVectors({ vectors }, calendar).differences
}

function otherThan(value: Answer): Answer {
  if (typeof value === 'boolean') return !value
  return typeof value === 'number' ? value + 1 : '2001-01-01'
}

function run(
  path: string,
  timeZone: string,
): { readonly status: number | null; readonly lines: readonly string[] } {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--conditions=@counter/source', 'scripts/clock.ts', 'check', path],
    { cwd: ROOT, env: { ...process.env, TZ: timeZone }, encoding: 'utf8' },
  )
  return { status, lines: stdout.trim().split('\n') }
}

describe('the vectors of the deadlines', () => {
  test('[N14] all given vectors hold', () => {
    expect(checkVectors(given, calendar)).toEqual({ checked: 59, differences: [] })
  })

  test.each(['America/New_York', 'Pacific/Kiritimati'])(
    '[C522] hold when the process runs in %s',
    (timeZone) => {
      expect(run(PATH, timeZone)).toEqual({ status: 0, lines: ['59 checked, 0 differ'] })
    },
  )

  test('[N14] a wrong expectation is printed, counted and ends with exit code 1', () => {
    const wrong = { ...vector('WD-01'), expect: { dueDate: '2026-10-12' } }
    const path = join(folder, 'wrong.json')
    writeFileSync(path, JSON.stringify({ vectors: [wrong, vector('WD-02')] }))
    expect(run(path, 'Asia/Shanghai')).toEqual({
      status: 1,
      lines: ['WD-01: dueDate expected "2026-10-12", got "2026-10-13"', '2 checked, 1 differ'],
    })
  })

  test('[N14] every value of every vector is compared: each one, changed, is found', () => {
    for (const each of given.vectors) {
      for (const [name, value] of Object.entries(each.expect)) {
        const planted = otherThan(value)
        const [line] = differencesOf({ ...each, expect: { ...each.expect, [name]: planted } })
        expect(line, `${each.id} ${name}`).toContain(`${each.id}: ${name} expected`)
      }
    }
  })

  test('[N14] the counted and the paused days are compared too', () => {
    expect(differencesOf({ ...vector('WD-01'), countedDates: [] })).toHaveLength(1)
    expect(differencesOf({ ...vector('SP-52'), pausedDates: ['2026-03-10'] })).toHaveLength(1)
  })

  test('[N14] a fact or a kind that nobody would look at is a difference, not a pass', () => {
    const known = vector('WD-01')
    expect(differencesOf({ ...known, input: { ...known.input, moon: 'full' } })).toEqual([
      'WD-01: unknown input moon',
    ])
    expect(differencesOf({ ...known, kind: 'moonPhase' })).toEqual(['WD-01: unknown kind moonPhase'])
  })
})
