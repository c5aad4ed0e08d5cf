import { describe, expect, test } from 'vitest'
import type { PartAnswer } from './file-parts.ts'
import { answerTo, idOf, idsOf, noteOf, photo, resultOf, STORED, senderOn } from './sender.fixture.ts'

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
})
