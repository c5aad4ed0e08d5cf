import { expect, test } from 'vitest'
import { A_CALL, done } from './a-letter.ts'
import { type Hall, startHall } from './app.ts'
import { journalOf } from './desk.ts'

/** Words of one resident that nothing public may carry (C1303, P33). */
const CANARY = { name: '金丝雀甲', phone: '19900007391', address: '金丝巷七十三号' }
const CALL = { ...A_CALL, ...CANARY }

const publicPage = async (hall: Hall) => (await hall.anonymous.get('/api/say/answers')).body

/** The rows are what their events make of them (C301). */
async function verified(hall: Hall): Promise<void> {
  hall.clock.to('2026-06-12T16:01:00.000Z')
  await hall.server.jobs.check()
  expect(journalOf(hall, 'letters.checked').at(-1)).toMatchObject({ differences: 0 })
}

test('[C1303] an answer is published by a second person without names, and gone from the page once it is withdrawn', async () => {
  const hall = await startHall()
  const [clerk, supervisor] = [await hall.signIn('clerk1'), await hall.signIn('supervisor')]
  const { id } = await done(clerk, '/api/letters', { ...CALL, answer: '金丝雀甲，今晚修好' })
  const url = `/api/letters/${id}`
  const text = { question: '村口路灯不亮', answer: '当晚已修好' }
  for (const leak of [CANARY.name, '回电 199-0000-7391', CANARY.address]) {
    const refused = await clerk.command(`${url}/draft-publication`, { ...text, answer: leak })
    expect([refused.status, refused.body.code]).toEqual([409, 'publication.private_value'])
  }
  expect((await clerk.command(`${url}/publish`)).status).toBe(403)
  const drafted = await done(clerk, `${url}/draft-publication`, text)
  expect(drafted.publication).toMatchObject({ ...text, publishedAt: null })
  // A draft is on no public page.
  expect(await publicPage(hall)).toEqual({ items: [], next: null })

  const published = await done(supervisor, `${url}/publish`)
  expect(published.publication.publishedAt).toBe('2026-06-12T01:40:00.000Z')
  const page = await publicPage(hall)
  expect(page.items).toEqual([
    {
      id: expect.any(String),
      channel: 'phone',
      topic: 'help',
      unitName: null,
      repliedOn: '2026-06-12',
      publishedOn: '2026-06-12',
      ...text,
    },
  ])
  expect(JSON.stringify(page)).not.toMatch(new RegExp([...Object.values(CANARY), '2026-99'].join('|')))
  expect(page.items[0].id).not.toBe(id)

  expect((await supervisor.command(`${url}/withdraw-publication`, { reason: '' })).body.code).toBe(
    'reason.required',
  )
  const withdrawn = await done(supervisor, `${url}/withdraw-publication`, { reason: '另有说法' })
  expect(withdrawn.publication).toBeNull()
  expect(withdrawn.events.at(-1)).toMatchObject({ type: 'letter.publication_withdrawn', text: '另有说法' })
  expect((await publicPage(hall)).items).toEqual([])
  await verified(hall)
})

test('[C1303, C403] nobody publishes the own text, and a reply that is public is not taken back beneath it', async () => {
  const hall = await startHall()
  const supervisor = await hall.signIn('supervisor')
  const clerk = await hall.signIn('clerk1')
  const { id } = await done(clerk, '/api/letters', { ...CALL, answer: '今晚修好' })
  const url = `/api/letters/${id}`
  const text = { question: '村口路灯不亮', answer: '当晚已修好' }
  await done(supervisor, `${url}/draft-publication`, text)
  expect((await supervisor.command(`${url}/publish`)).body.code).toBe('approval.same_person')
  const { events } = await done(await hall.signIn('leader'), `${url}/publish`)
  const reply = events.find(({ type }: { type: string }) => type === 'letter.replied').id
  const back = await supervisor.command(`${url}/correct`, { event: reply, reason: '没答复' })
  expect(back.body).toMatchObject({
    code: 'correction.not_possible',
    params: { action: 'draft_publication' },
  })
})

test('[C1303, C302] words that nobody else has published are not public when the draft above them is taken back', async () => {
  const hall = await startHall()
  const [clerk, supervisor] = [await hall.signIn('clerk1'), await hall.signIn('supervisor')]
  const { id } = await done(clerk, '/api/letters', { ...CALL, answer: '今晚修好' })
  const url = `/api/letters/${id}`
  await done(supervisor, `${url}/draft-publication`, { question: '路灯', answer: '未经他人看过' })
  const { events } = await done(clerk, `${url}/draft-publication`, { question: '路灯', answer: '已修好' })
  await done(supervisor, `${url}/publish`)
  const event = events.at(-1).id
  const back = await supervisor.command(`${url}/correct`, { event, reason: '写错了' })
  expect(back.body).toMatchObject({ code: 'correction.not_possible', params: { action: 'publish' } })
  expect((await publicPage(hall)).items.map(({ answer }: { answer: string }) => answer)).toEqual(['已修好'])
})

test('[C1303, C302] a writer who is known only since the draft is looked for before it is public', async () => {
  const hall = await startHall()
  const [clerk, supervisor] = [await hall.signIn('clerk1'), await hall.signIn('supervisor')]
  const { id } = await done(clerk, '/api/letters', { ...CALL, name: '', phone: '', answer: '今晚修好' })
  const url = `/api/letters/${id}`
  await done(clerk, `${url}/draft-publication`, { question: '路灯不亮', answer: '已告知金丝雀甲' })
  await done(supervisor, `${url}/correct-writer`, { ...CANARY, reason: '听错了' })
  const refused = await supervisor.command(`${url}/publish`)
  expect([refused.status, refused.body.code]).toEqual([409, 'publication.private_value'])
  expect((await publicPage(hall)).items).toEqual([])
})

test('[C1303] the newest answer stands first, a page at a time', async () => {
  const hall = await startHall()
  const [clerk, supervisor] = [await hall.signIn('clerk1'), await hall.signIn('supervisor')]
  for (const n of Array.from({ length: 22 }, (_, place) => place + 1)) {
    const { id } = await done(clerk, '/api/letters', { ...CALL, answer: '今晚修好' })
    await done(clerk, `/api/letters/${id}/draft-publication`, { question: `路灯 ${n}`, answer: '已修好' })
    hall.clock.forward(1000)
    await done(supervisor, `/api/letters/${id}/publish`)
  }
  const first = await publicPage(hall)
  expect([first.items.length, first.items[0].question]).toEqual([20, '路灯 22'])
  const rest = (await hall.anonymous.get(`/api/say/answers?cursor=${encodeURIComponent(first.next)}`)).body
  expect(rest.items.map(({ question }: { question: string }) => question)).toEqual(['路灯 2', '路灯 1'])
  expect(rest.next).toBeNull()
})
