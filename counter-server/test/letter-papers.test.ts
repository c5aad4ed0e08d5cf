import { paperBlocks } from '@counter/shared/case-paper/paper-blocks'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { A_CALL, done } from './a-letter.ts'
import { startHall } from './app.ts'
import { unzip } from './unzip.ts'

const linesOf = (paper: Parameters<typeof paperBlocks>[0]) => JSON.stringify(paperBlocks(paper, 'zh'))

test('[C901, C1302] every step that is told on paper has its paper with number, trail and code, and a copy says so', async () => {
  const hall = await startHall()
  const [clerk, leader] = [await hall.signIn('clerk1'), await hall.signIn('leader')]
  const [supervisor, mz] = [await hall.signIn('supervisor'), await hall.signIn('mz')]
  const logged = await done(clerk, '/api/letters', A_CALL)
  const url = `/api/letters/${logged.id}`
  await done(clerk, `${url}/assign`, { unit: 'MZ', note: '三日内回话' })
  await done(mz, `${url}/send-back`, { reason: '归林业站' })
  await done(clerk, `${url}/assign`, { unit: 'MZ', note: '' })
  await done(supervisor, `${url}/supervise`, { level: 'unit_head', rule: 'other', content: '请抓紧' })
  await done(mz, `${url}/take`)
  await done(mz, `${url}/answer`, { text: '已派人看过。\n明天修好路灯。' })
  await done(leader, `${url}/sign`)
  const told = await done(clerk, `${url}/reply`, { way: 'in_writing' })
  expect(told.papers).toMatchObject([
    { id: logged.paper, kind: 'letter_receipt', number: '信收〔2026〕1号', prints: [] },
    { kind: 'letter_assignment', number: '信交〔2026〕1号' },
    { kind: 'letter_return', number: '信退〔2026〕1号' },
    { kind: 'letter_assignment', number: '信交〔2026〕2号' },
    { kind: 'supervision', number: '督〔2026〕1号' },
    { kind: 'letter_reply', number: '信复〔2026〕1号' },
    { kind: 'delivery', number: '送〔2026〕1号' },
  ])

  const print = (nth: number) => done(clerk, `${url}/papers/${told.papers[nth].id}/print`)
  const receipt = await print(0)
  // Friday 12 June: three working days end on Wednesday the 17th. The code of the first answer is on it.
  expect(receipt).toMatchObject({
    of: 'letter',
    nth: 0,
    caseNumber: logged.number,
    applicant: '示*甲',
    dueOn: '2026-06-17',
    queryCode: `${logged.queryCode.slice(0, 4)}-${logged.queryCode.slice(4)}`,
    link: `http://127.0.0.1:8080/say#${logged.token}`,
  })
  expect(linesOf(receipt)).toContain('最迟 6月17日（周三）17:30 前答复')
  expect(linesOf(receipt)).toContain('24小时电话 · 求助')
  const assignment = await print(1)
  expect(assignment.points).toEqual([
    { point: 'toUnit', text: '民政办' },
    { point: 'letterText', text: A_CALL.text },
    { point: 'note', text: '三日内回话' },
  ])
  const reply = await print(5)
  expect([reply.unitName, reply.points]).toEqual([
    '民政办',
    [
      { point: 'answer', text: '已派人看过。\n明天修好路灯。' },
      { point: 'signer', text: expect.any(String) },
    ],
  ])
  expect(paperBlocks(reply, 'zh').filter(({ is }) => is === 'line')).toEqual([
    { is: 'line', text: '已派人看过。' },
    { is: 'line', text: '明天修好路灯。' },
  ])
  expect((await print(5)).nth).toBe(1)
  const after = (await clerk.get(url)).body.papers[5].prints
  expect(after).toMatchObject([{ nth: 0, way: 'print' }, { nth: 1 }])

  const file = await hall.server.counter.app.inject({
    method: 'POST',
    url: `${url}/papers/${told.papers[5].id}/docx`,
    headers: { origin: 'http://127.0.0.1:8080', 'x-actor': 'staff', cookie: mz.cookie },
    payload: { commandId: uuidv7() },
  })
  const words = unzip(file.rawPayload).get('word/document.xml')?.toString('utf8') ?? ''
  for (const word of ['答复书', '信复〔2026〕1号', '补打 2', '明天修好路灯。', '（盖章）', logged.number])
    expect(words).toContain(word)
  expect(words).not.toMatch(/示例甲|19900000001|上河村/)
  // Another unit is not told that there is such a letter, and no paper of another letter goes by this address.
  const foreign = await (await hall.signIn('ly')).command(`${url}/papers/${told.papers[5].id}/print`)
  expect(foreign.body.code).toBe('letter.not_found')
  const other = await done(clerk, '/api/letters', A_CALL)
  const crossed = await clerk.command(`/api/letters/${other.id}/papers/${logged.paper}/print`)
  expect([crossed.status, crossed.body.code]).toEqual([404, 'print.not_found'])
})

test('[C1305, C901] a petition has its notice, its extension and its opinion with what may be done against it', async () => {
  const hall = await startHall()
  const [clerk, leader] = [await hall.signIn('clerk1'), await hall.signIn('leader')]
  const [supervisor, mz] = [await hall.signIn('supervisor'), await hall.signIn('mz')]
  // Out of a mailbox nobody could be told a day, so the receipt promises none (C520).
  const { id, paper } = await done(clerk, '/api/letters', { ...A_CALL, channel: 'township_box' })
  const url = `/api/letters/${id}`
  const receipt = await done(clerk, `${url}/papers/${paper}/print`)
  expect(receipt.dueOn).toBeNull()
  expect(linesOf(receipt)).toContain('答复时间另行告知')
  await done(supervisor, `${url}/convert`, { reason: '申诉求决' })
  await done(supervisor, `${url}/give-notice`, {})
  await done(leader, `${url}/extend`, { days: 30, reason: '案情复杂' })
  await done(supervisor, `${url}/assign`, { unit: 'MZ' })
  await done(mz, `${url}/take`)
  await done(mz, `${url}/answer`, { text: '经核实，予以补发。' })
  const { papers } = await done(leader, `${url}/sign`)
  expect(papers.map(({ kind }: { kind: string }) => kind)).toEqual([
    'letter_receipt',
    'petition_notice',
    'petition_extension',
    'letter_assignment',
    'petition_opinion',
  ])
  const print = (nth: number) => done(clerk, `${url}/papers/${papers[nth].id}/print`)
  // Sixty days from 12 June end on 11 August, and thirty more on 10 September.
  expect(await print(1)).toMatchObject({ paperNumber: '信访受〔2026〕1号', dueOn: '2026-08-11' })
  const extension = await print(2)
  expect(extension.dueOn).toBe('2026-09-10')
  expect(extension.points).toMatchObject([
    { point: 'reason', text: '案情复杂' },
    { point: 'days', text: '延长 30 个自然日' },
    { point: 'dueBefore', text: '8月11日（周二）' },
    { point: 'approvedBy' },
  ])
  const opinion = await print(4)
  expect(linesOf(opinion)).toContain('信访事项处理意见书')
  expect(opinion.points.find(({ point }: { point: string }) => point === 'remedies').text).toBe(
    '对本意见不服的，可以自收到之日起30日内，向上一级机关书面请求复查',
  )
})
