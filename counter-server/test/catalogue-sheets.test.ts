import type { CataloguePreview } from '@counter/shared/contract/catalogue'
import type { Sheet } from '@counter/shared/contract/sheets'
import { describe, expect, test } from 'vitest'
import { countRows } from './a-store.ts'
import { type Caller, type Hall, startHall } from './app.ts'
import { refused } from './desk.ts'

const TABLES = ['catalogue_draft', 'item_version', 'journal', 'receipt']

/** The exported workbook, read back by the one reader of uploaded sheets. */
async function exported(hall: Hall, caller: Caller): Promise<Sheet[]> {
  const answer = await hall.server.counter.app.inject({
    method: 'GET',
    url: '/api/catalogue/sheet',
    headers: { 'x-actor': 'staff', cookie: caller.cookie },
  })
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['content-disposition']).toContain(encodeURIComponent('事项目录.xlsx'))
  const content = answer.rawPayload.toString('base64')
  const { status, body } = await caller.post('/api/sheets', { content })
  expect(status, JSON.stringify(body)).toBe(200)
  return body.sheets
}

/** The sheets with one cell of an item's row written over. */
function withCell(
  sheets: readonly Sheet[],
  sheet: string,
  code: string,
  heading: string,
  text: string,
): Sheet[] {
  return sheets.map(({ name, rows }) => {
    const place = rows[0]?.cells.indexOf(heading) ?? -1
    const isIt = (cells: readonly string[]) => name === sheet && cells[0] === code
    return {
      name,
      rows: rows.map(({ line, cells }) => ({
        line,
        cells: isIt(cells) ? cells.map((cell, at) => (at === place ? text : cell)) : cells,
      })),
    }
  })
}

describe('the catalogue out and back in', () => {
  test('[K52] the whole catalogue goes out as four sheets and comes back as it was', async () => {
    const hall = await startHall()
    const admin = await hall.roleCaller('admin')
    const sheets = await exported(hall, admin)
    expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['事项', 61],
      ['材料', 197],
      ['环节', 22],
      ['问答', 1],
    ])
    const { body } = await admin.post('/api/catalogue/check', { sheets })
    expect(body).toEqual({ same: 60, drafts: [], problemCount: 0, problems: [] })
    expect(await admin.command('/api/catalogue/import', { sheets })).toMatchObject(
      refused('correction.nothing'),
    )
  })

  test('[K52] sent by two at the same moment they come in once, and the other hears who is writing', async () => {
    const hall = await startHall()
    const admin = await hall.roleCaller('admin')
    const out = await exported(hall, admin)
    const sheets = withCell(out, '事项', 'LY-001', '承诺天数', '3')
    const answers = await Promise.all([
      admin.command('/api/catalogue/import', { sheets }),
      admin.command('/api/catalogue/import', { sheets }),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)).toMatchObject(refused('import.faulty'))
    const { body } = await admin.get('/api/catalogue/LY-001')
    expect(body.drafts).toHaveLength(1)
  })

  test('[K52, C101] changed rows come in as drafts, all at once, and are reviewed like any other', async () => {
    const hall = await startHall()
    const admin = await hall.roleCaller('admin')
    const out = await exported(hall, admin)
    const sheets = withCell(out, '事项', 'LY-001', '承诺天数', '3')
    const preview: CataloguePreview = (await admin.post('/api/catalogue/check', { sheets })).body
    expect(preview).toMatchObject({ same: 59, problemCount: 0 })
    expect(preview.drafts).toMatchObject([
      { code: 'LY-001', isNew: false, effectiveFrom: '2026-06-13', changed: ['committed'], problems: [] },
    ])
    expect((await admin.command('/api/catalogue/import', { sheets })).body).toEqual({ made: 1 })
    const { body: item } = await admin.get('/api/catalogue/LY-001')
    expect(item.drafts).toMatchObject([
      { state: 'draft', authors: ['系统管理员'], draft: { content: { committedLimit: { value: 3 } } } },
    ])
    // What is being written is not written over by a second sheet.
    const again: CataloguePreview = (await admin.post('/api/catalogue/check', { sheets })).body
    expect(again.problems).toMatchObject([
      { sheet: '事项', column: '编号', problem: 'in_work', allowed: 'LY-001' },
    ])
  })

  test('[K52] one wrong cell, and nothing is imported; it is named by sheet, row and column', async () => {
    const hall = await startHall()
    const admin = await hall.roleCaller('admin')
    const out = await exported(hall, admin)
    const good = withCell(out, '事项', 'LY-001', '承诺天数', '3')
    const sheets = withCell(good, '材料', 'MZ-001', '来源', '邻居')
    const lines = sheets[1]?.rows.filter(({ cells }) => cells[0] === 'MZ-001').map(({ line }) => line) ?? []
    const preview: CataloguePreview = (await admin.post('/api/catalogue/check', { sheets })).body
    expect(preview.problemCount).toBe(lines.length)
    expect(preview.problems[0]).toEqual({
      sheet: '材料',
      line: lines[0],
      column: '来源',
      problem: 'choice',
      allowed: '申请人自备、自备或共享、部门共享、代办员提供、内部产生',
    })
    const before = countRows(hall.server.counter.deps.store, TABLES)
    expect(await admin.command('/api/catalogue/import', { sheets })).toMatchObject(refused('import.faulty'))
    expect(countRows(hall.server.counter.deps.store, TABLES)).toEqual(before)
  })
})
