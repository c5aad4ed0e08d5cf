import { paperBlocks } from '@counter/shared/case-paper/paper-blocks'
import type { Receipt } from '@counter/shared/contract/receipt'
import type { WordingDraft, WordingView } from '@counter/shared/contract/wordings'
import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import { type Caller, type Hall, startHall } from './app.ts'
import { act, receive } from './case-files.ts'
import { journalOf, refused } from './desk.ts'
import { unzip } from './unzip.ts'

let hall: Hall
let admin: Caller
let supervisor: Caller
let clerk: Caller

// Runs inside each test, so that the hall is closed and compared at its end.
async function begin(): Promise<void> {
  hall = await startHall()
  admin = await hall.roleCaller('admin')
  supervisor = await hall.roleCaller('supervisor')
  clerk = await hall.clerkAt(1)
}

const step = (caller: Caller, { id, rev }: WordingDraft, name: string, more: object = {}) =>
  caller.command(`/api/wording-drafts/${id}/${name}`, { expectedVersion: rev, ...more })

async function started(kind: string): Promise<WordingDraft> {
  const answer = await admin.command(`/api/wordings/${kind}/draft`)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}

const save = (draft: WordingDraft, change: object) =>
  step(admin, draft, 'save', { wording: { ...draft.wording, ...change } })

async function published(kind: string, change: object): Promise<WordingDraft> {
  const { body: saved } = await save(await started(kind), change)
  const { body: submitted } = await step(admin, saved, 'submit')
  const { status, body } = await step(supervisor, submitted, 'publish')
  expect(status, JSON.stringify(body)).toBe(200)
  return body
}

/** What stands on a paper, line by line. */
const linesOf = (receipt: Receipt) =>
  paperBlocks(receipt, 'zh').flatMap((block) => ('text' in block ? [block.text] : []))

describe('the wording of a paper', () => {
  test('[C901] is written by one person and published by another; a paper that was given keeps its own', async () => {
    await begin()
    const { case: old, receipt: before } = await receive(clerk, 'LY-001', 'accept')
    const draft = await started('acceptance')
    expect(draft).toMatchObject({ baseVersion: 3, state: 'draft', changed: [], problems: [] })
    const sentences = { ...draft.wording.sentences, dueBy: { zh: '{日期} 前一定办结', en: '' } }
    const change = {
      title: { zh: '行政许可受理通知书', en: '' },
      opening: { zh: '{申请人}：\n您申请的“{事项}”，我们于{收件时间}收到，现予受理。', en: '' },
      closing: { zh: '不服本通知，可拨打{监督电话}。', en: '' },
      sentences,
    }
    const { body: saved } = await save(draft, change)
    expect(saved.changed).toEqual(['title', 'opening', 'dueBy', 'closing'])
    const { body: submitted } = await step(admin, saved, 'submit')
    expect(await step(admin, submitted, 'publish')).toMatchObject(refused('approval.same_person'))
    // Nothing is printed otherwise before the second person has published it.
    expect((await receive(clerk, 'LY-001', 'accept')).receipt.wording).toBeNull()
    expect((await step(supervisor, submitted, 'publish')).body).toMatchObject({ state: 'published' })

    const { receipt: after } = await receive(clerk, 'LY-001', 'accept')
    const lines = linesOf(after)
    expect(lines).toContain('行政许可受理通知书')
    expect(lines).toContain('示*甲：')
    expect(lines).toContain(
      '您申请的“林木采伐许可证核发（农村居民自留山、个人承包集体林地，受县林业主管部门委托）”，我们于6月12日（周五）9:40收到，现予受理。',
    )
    expect(lines).toContain('不服本通知，可拨打0000-0000001。')
    expect(lines).toContain('6月22日（周一）17:30 前一定办结')
    expect(lines).not.toContain('受理通知书')

    // A copy of the old paper has the words of its day, of the new one the new words; both by the printed page and in Word.
    const copyOf = async (id: string, way: string) => {
      const { papers } = (await clerk.get(`/api/cases/${id}`)).body
      const url = `/api/cases/${id}/papers/${papers[0].id}/${way}`
      return way === 'print' ? (await clerk.command(url)).body : wordsOf(await docx(url))
    }
    expect(linesOf(await copyOf(old.row.id, 'print'))).toEqual(linesOf({ ...before, nth: 1 }))
    expect(linesOf(before)).toContain('受理通知书')
    expect(await copyOf(old.row.id, 'docx')).not.toContain('一定办结')
    const { papers } = hall.server.counter.deps.store.read((tx) => ({
      papers: tx.sql
        .prepare("SELECT template FROM case_paper WHERE kind = 'acceptance' ORDER BY id")
        .pluck()
        .all(),
    }))
    expect(papers).toEqual([3, 3, 4])
    expect(journalOf(hall, 'wording.published')).toEqual([{ draft: draft.id, kind: 'acceptance' }])
    for (const type of ['started', 'saved', 'submitted', 'published'])
      expect(journalOf(hall, `wording_draft.${type}`)).toMatchObject([{ code: 'acceptance' }])

    // Every version stays to be read, and none is changed or taken away in the store.
    const { body } = await admin.get('/api/wordings')
    const versionOf = (kind: string) => body.items.find((line: { kind: string }) => line.kind === kind)
    expect(versionOf('acceptance')).toEqual({ kind: 'acceptance', version: 4, draft: null })
    expect(versionOf('receipt')).toEqual({ kind: 'receipt', version: 3, draft: null })
    await published('acceptance', { title: { zh: '受理通知书', en: 'Notice of acceptance' } })
    const view: WordingView = (await supervisor.get('/api/wordings/acceptance')).body
    expect(
      view.versions.map(({ version, publishedBy, wording }) => [version, publishedBy, wording.title.zh]),
    ).toEqual([
      [5, '中心负责人', '受理通知书'],
      [4, '中心负责人', '行政许可受理通知书'],
    ])
    const run = (sql: string) => hall.server.counter.deps.store.write((tx) => tx.sql.prepare(sql).run())
    await expect(run('UPDATE wording SET version = 9')).rejects.toThrow('never changes')
    await expect(run('DELETE FROM wording')).rejects.toThrow('never goes')
  })

  test('[C901] the Word file says what the printed page says, and a line without its field is left out', async () => {
    await begin()
    await published('decision', {
      opening: { zh: '经审查，{决定}您的申请：{结果}。\n由{批准}批准。', en: '' },
    })
    const { case: found } = await receive(clerk, 'LY-001', 'accept')
    const handler = await hall.signIn('ly')
    await act(handler, found.row.id, 'decide', { decision: 'granted', result: '准予采伐' })
    const { papers } = (await clerk.get(`/api/cases/${found.row.id}`)).body
    const { id } = papers.find(({ kind }: { kind: string }) => kind === 'decision')
    const url = `/api/cases/${found.row.id}/papers/${id}`
    const { body } = await clerk.command(`${url}/print`)
    expect(linesOf(body)).toContain('经审查，准予您的申请：准予采伐。')
    expect(linesOf(body).join()).not.toContain('批准')
    const words = wordsOf(await docx(`${url}/docx`))
    for (const line of linesOf({ ...body, nth: 1 })) expect(words).toContain(line)
  })

  test('[C901] one that names an unknown field is kept while it is written and never published', async () => {
    await begin()
    const draft = await started('pause')
    const { body: saved } = await save(draft, { opening: { zh: '{姓名}：您好', en: '' } })
    expect(saved.problems).toEqual([
      { code: 'wording.unknown_field', part: 'opening', params: { name: '姓名' } },
    ])
    expect(await step(admin, saved, 'submit')).toMatchObject({
      status: 409,
      body: { code: 'wording.unknown_field', message: '这种文书没有“姓名”这一项，请从列出的里选' },
    })
    const { body: without } = await save(saved, {
      opening: { zh: '', en: '' },
      sentences: { paused: { zh: '', en: '' } },
    })
    expect(await step(admin, without, 'submit')).toMatchObject(refused('wording.text_missing'))
    expect(await step(admin, saved, 'save', { wording: saved.wording })).toMatchObject(
      refused('item_draft.changed'),
    )
    expect(await admin.command('/api/wordings/pause/draft')).toMatchObject(refused('item_draft.already_open'))
    expect((await step(supervisor, without, 'drop', { reason: '不改了' })).body).toMatchObject({
      state: 'dropped',
      note: '不改了',
    })
    expect((await supervisor.command('/api/wordings/pause/draft')).status).toBe(403)
    // An item's draft is not reached by the way of a wording's, nor the other way round.
    const { body: item } = await admin.command('/api/item-drafts', { code: 'LY-001' })
    expect(await step(admin, item, 'submit')).toMatchObject(refused('item_draft.not_found', 404))
  })
})

async function docx(url: string): Promise<string> {
  const answer = await hall.server.counter.app.inject({
    method: 'POST',
    url,
    headers: { origin: 'http://127.0.0.1:8080', 'x-actor': 'staff', cookie: clerk.cookie },
    payload: { commandId: uuidv7() },
  })
  expect(answer.statusCode).toBe(200)
  return unzip(answer.rawPayload).get('word/document.xml')?.toString('utf8') ?? ''
}

const wordsOf = (xml: string) => xml.replace(/<[^>]+>/g, '|').replace(/\|+/g, '|')
