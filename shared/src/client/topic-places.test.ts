import { expect, test } from 'vitest'
import { type TopicNews, topicPlaces } from './topic-places.ts'

function hallPage() {
  const heard: TopicNews[] = []
  let gaps = 0
  const places = topicPlaces(() => {
    gaps += 1
  })
  const topic = { topic: 'hall', onNews: (news: TopicNews) => heard.push(news) }
  places.follow([topic])
  places.hear({ type: 'snapshot', topic: 'hall', epoch: 'e1', seq: 4, state: 'at four' })
  const changed = (epoch: string, seq: number) =>
    places.hear({ type: 'changed', topic: 'hall', epoch, seq, changes: [`to ${seq}`] })
  return { places, topic, changed, gaps: () => gaps, changes: () => heard.slice(1) }
}

test('[R20] changes are told in order, and one that was told before is not told again', () => {
  const { places, changed, changes, gaps } = hallPage()
  changed('e1', 5)
  changed('e1', 5)
  changed('e1', 4)
  changed('e1', 6)
  expect(changes()).toEqual([
    { type: 'changed', changes: ['to 5'] },
    { type: 'changed', changes: ['to 6'] },
  ])
  expect(gaps()).toBe(0)
  expect(places.wanted()).toEqual([{ topic: 'hall', epoch: 'e1', seq: 6 }])
})

test.each([
  ['a change that is missing', 'e1', 6],
  ['another store behind the same number', 'e2', 5],
])('[R20] %s is a gap: nothing is told, and the whole is asked for', (_what, epoch, seq) => {
  const { places, changed, changes, gaps } = hallPage()
  changed(epoch, seq)
  expect(changes()).toEqual([])
  expect(gaps()).toBe(1)
  expect(places.areCurrent()).toBe(false)
  expect(places.wanted()).toEqual([{ topic: 'hall' }])
})

test('[I29] a heartbeat that knows of more asks once for what was lost', () => {
  const { places, gaps } = hallPage()
  places.check({ hall: 4 })
  expect([places.areCurrent(), gaps()]).toEqual([true, 0])
  places.check({ hall: 5 })
  places.check({ hall: 5 })
  expect([places.areCurrent(), gaps()]).toEqual([false, 1])
})

test('[R20] a topic that stays keeps its place when the page follows another one beside it', () => {
  const { places, topic } = hallPage()
  places.follow([topic, { topic: 'track:1', token: 'secret', onNews: () => undefined }])
  expect(places.wanted()).toEqual([
    { topic: 'hall', epoch: 'e1', seq: 4 },
    { topic: 'track:1', token: 'secret' },
  ])
  expect(places.areCurrent()).toBe(false)
})
