import type { StaffId } from '@counter/shared/vocabulary/ids'
import { describe, expect, test } from 'vitest'
import type { PartAnswer } from './file-parts.ts'
import { AGENT, answerTo, idOf, idsOf, noteOf, photo, resultOf, STORED, senderOn } from './sender.fixture.ts'

describe('the sender and its photos', () => {
  test('[V67] sends every text before the first photo, and lets a photo go when the centre has it', async () => {
    const { store, log, states } = senderOn((body) =>
      answerTo(
        body,
        idsOf(body).map((id) =>
          resultOf(id, 'applied', { filesMissing: id === idOf(1) ? [photo.sha256] : [] }),
        ),
      ),
    )
    const notes = [await noteOf(1, [photo]), await noteOf(2)]
    for (const note of notes) await store.getState().keep(note)
    await store.getState().drain()
    expect(log).toEqual(['sync', 'sync', 'photo'])
    expect(states()).toEqual(['done', 'done'])
    expect(store.getState().outbox[0]?.photos).toEqual([])
  })

  test('[V67] files-late-ok: a photo that the line does not carry leaves its case received, with the photo to come', async () => {
    const { store, states } = senderOn(
      (body) =>
        answerTo(
          body,
          idsOf(body).map((id) => resultOf(id, 'applied', { filesMissing: [photo.sha256] })),
        ),
      { stored: null },
    )
    await store.getState().keep(await noteOf(1, [photo]))
    await store.getState().drain()
    expect(states()).toEqual(['held'])
    expect(store.getState().outbox[0]?.photos.map(({ sha256 }) => sha256)).toEqual([photo.sha256])
  })

  test('[V47] green-means-there: an item is received only when the centre has its text and every photo', async () => {
    let stored: PartAnswer | null = null
    const { store, states, wait } = senderOn(
      (body) => answerTo(body, [resultOf(idOf(1), 'applied', { filesMissing: [photo.sha256] })]),
      { stored: () => stored },
    )
    await store.getState().keep(await noteOf(1, [photo]))
    await store.getState().drain()
    expect(states()).toEqual(['held'])
    stored = STORED
    wait(10_000)
    await store.getState().drain()
    expect(states()).toEqual(['done'])
  })

  test('[V68, V70] the full day of one agent rests their photos for an hour, and the other’s go on', async () => {
    const second = 's2' as StaffId
    const other = { ...photo, sha256: 'b'.repeat(64) }
    let author: StaffId = AGENT
    const FULL: PartAnswer = { status: 429, offset: 0, isComplete: false, code: 'file.day_full' }
    const { store, log, wait } = senderOn(
      (body) =>
        answerTo(
          body,
          idsOf(body).map((id) =>
            resultOf(id, 'applied', { filesMissing: [id === idOf(1) ? photo.sha256 : other.sha256] }),
          ),
        ),
      { stored: () => (author === AGENT ? FULL : STORED), author: () => author },
    )
    const photosSent = () => log.filter((each) => each === 'photo').length
    await store.getState().keep(await noteOf(1, [photo]))
    await store.getState().keep({ ...(await noteOf(2, [other])), author: second })
    await store.getState().drain()
    expect(photosSent()).toBe(1)
    author = second
    await store.getState().drain()
    expect(photosSent()).toBe(2)
    expect(store.getState().outbox[1]?.photos).toEqual([])
    author = AGENT
    wait(3_599_999)
    await store.getState().drain()
    expect(photosSent()).toBe(2)
    wait(1)
    await store.getState().drain()
    expect(photosSent()).toBe(3)
  })
})
