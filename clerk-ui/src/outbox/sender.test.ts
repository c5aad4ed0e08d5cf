import type { SyncAnswer, SyncBody, SyncResult } from '@counter/shared/contract/village'
import type { CaseId, CommandId, StaffId, VillageCode } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { describe, expect, test } from 'vitest'
import type { Capture } from './capture.ts'
import type { NamedPhoto } from './command.ts'
import { headerOf } from './command.ts'
import type { PartAnswer } from './file-parts.ts'
import { memoryDevice, memoryDisk } from './memory-disk.fixture.ts'
import { NUMBERS_RENEW_AT } from './numbers.ts'
import { countOutbox } from './outbox-counts.ts'
import { createSender } from './sender.ts'
import type { RawAnswer } from './sync-answer.ts'

const at = '2026-06-12T01:40:00.000Z' as Instant
const AGENT = 's1' as StaffId
const idOf = (n: number) => `0190aaaa-0000-7000-8000-00000000000${n}` as CommandId
const caseOf = (n: number) => `0190bbbb-0000-7000-8000-00000000000${n}` as CaseId
const photo: NamedPhoto = {
  sha256: 'a'.repeat(64),
  size: 3,
  mime: 'image/jpeg',
  role: 'authority',
  content: Uint8Array.of(1, 2, 3),
}

function resultOf(id: string, status: SyncResult['status'], more: Partial<SyncResult> = {}): SyncResult {
  return {
    id,
    status,
    code: null,
    message: null,
    caseId: null,
    number: null,
    queryCode: null,
    link: null,
    filesMissing: [],
    ...more,
  }
}

function answerTo(
  body: SyncBody,
  results: readonly SyncResult[],
  leases: readonly string[] = [],
  store: Partial<Pick<SyncAnswer, 'storeEpoch' | 'missing' | 'wipe'>> = {},
): RawAnswer {
  const answer: SyncAnswer = {
    product: 'village-counter',
    protocol: 1,
    nonce: body.nonce,
    serverNow: at,
    storeEpoch: 'e1',
    results: [...results],
    leases: [...leases],
    ...store,
  }
  return { status: 200, text: JSON.stringify(answer) }
}

const idsOf = (body: SyncBody) => body.commands.map(({ header }) => (header as { id: string }).id)

const STORED: PartAnswer = { status: 200, offset: 3, isComplete: true, code: null }

/** A sender whose line answers as the test says; every request is kept. */
function senderOn(
  answer: (body: SyncBody, turn: number) => RawAnswer | null,
  stored: PartAnswer | null | (() => PartAnswer | null) = STORED,
  lent = NUMBERS_RENEW_AT + 1,
  author: () => StaffId | null = () => AGENT,
  knocks: (time: number) => boolean = () => false,
) {
  const bodies: SyncBody[] = []
  const log: string[] = []
  let time = 0
  const disk = memoryDisk()
  const store = createSender({
    disk,
    device: memoryDevice(lent),
    author,
    alone: (run) => run(),
    tellOthers: () => undefined,
    isPersisted: () => true,
    wipe: async () => void log.push('wipe'),
    sync: async (body) => {
      bodies.push(body)
      log.push('sync')
      return answer(body, bodies.length)
    },
    files: {
      head: async () => ({ status: 200, offset: 0, isComplete: false, code: null }),
      put: async () => {
        log.push('photo')
        return typeof stored === 'function' ? stored() : stored
      },
    },
    knock: async () => knocks(time),
    now: () => time,
    deviceNow: () => at,
    chance: () => 1,
    newNonce: () => `nonce-${bodies.length}-abc`,
    appVersion: 'test',
  })
  const states = () => store.getState().outbox.map(({ state }) => state)
  return { store, disk, bodies, log, states, wait: (ms: number) => (time += ms) }
}

async function noteOf(n: number, photos: readonly NamedPhoto[] = []): Promise<Capture> {
  const pointId = '05' as VillageCode
  const payload = { text: `第${n}件` }
  const place = { id: idOf(n), caseId: caseOf(n), pointId, capturedAt: at }
  const header = await headerOf({ type: 'note.add', payload }, photos, place)
  return { header, author: AGENT, payload, photos, title: `第${n}件`, slip: null, form: null }
}

describe('the sender', () => {
  test('[V36] rejected-item-stays: a refused item keeps its data and its words', async () => {
    const { store, disk, states } = senderOn((body) =>
      answerTo(body, [resultOf(idOf(1), 'attention', { code: 'person.other_village' })]),
    )
    await store.getState().keep(await noteOf(1))
    await store.getState().drain()
    expect(states()).toEqual(['attention'])
    const [item] = store.getState().outbox
    expect(item?.answer?.code).toBe('person.other_village')
    expect(await disk.payloadOf(idOf(1))).toEqual({ text: '第1件' })
  })

  test.each([401, 403, 413, 429, 500, 503])(
    '[V59] rejected-item-stays: an answer %i changes only the state',
    async (status) => {
      const { store, disk, states } = senderOn(() => ({ status, text: '{"code":"session.expired"}' }))
      const note = await noteOf(1, [photo])
      await store.getState().keep(note)
      await store.getState().drain()
      expect(states()).toEqual(['retry'])
      expect(await disk.payloadOf(idOf(1))).toEqual(note.payload)
      expect(await disk.photoOf(photo.sha256)).toEqual(photo.content)
    },
  )

  test('[V44] bad-one-blocks-none: of three items the refused one waits for a person, the others are through', async () => {
    const { store, states } = senderOn((body) =>
      answerTo(
        body,
        idsOf(body).map((id) => resultOf(id, id === idOf(1) ? 'attention' : 'applied')),
      ),
    )
    for (const n of [1, 2, 3]) await store.getState().keep(await noteOf(n))
    await store.getState().drain()
    expect(states()).toEqual(['attention', 'done', 'done'])
  })

  test('[V49] slow-link-no-double: after a lost answer the same frozen command goes out again', async () => {
    const { store, bodies, states, wait } = senderOn((body, turn) =>
      turn === 1 ? null : answerTo(body, [resultOf(idOf(1), 'duplicate', { number: '2026-05-0001-A' })]),
    )
    await store.getState().keep(await noteOf(1))
    await store.getState().drain()
    expect(states()).toEqual(['retry'])
    wait(10_000)
    await store.getState().drain()
    expect(states()).toEqual(['done'])
    expect(bodies[1]?.commands).toEqual(bodies[0]?.commands)
    expect(bodies[1]?.nonce).not.toBe(bodies[0]?.nonce)
  })

  test.each([
    ['a page of the hotel', { status: 200, text: '<html>欢迎使用无线网络</html>' }],
    ['an empty 200', { status: 200, text: '' }],
    ['another product', { status: 200, text: '{"ok":true}' }],
  ])('[V47] captive-portal: %s leaves the command queued', async (_name, raw) => {
    const { store, states } = senderOn(() => raw)
    await store.getState().keep(await noteOf(1))
    await store.getState().drain()
    expect(states()).toEqual(['retry'])
  })

  test('[V47] captive-portal: an old answer or one that was cut acknowledges nothing', async () => {
    const cut = senderOn((body) => ({
      status: 200,
      text: answerTo(body, [resultOf(idOf(1), 'applied')]).text.slice(0, -2),
    }))
    await cut.store.getState().keep(await noteOf(1))
    await cut.store.getState().drain()
    const old = senderOn((body) =>
      answerTo({ ...body, nonce: 'nonce-of-yesterday' }, [resultOf(idOf(1), 'applied')]),
    )
    await old.store.getState().keep(await noteOf(1))
    await old.store.getState().drain()
    expect([cut.states(), old.states()]).toEqual([['retry'], ['retry']])
  })

  test('[V47] a command that the answer does not name stays queued', async () => {
    const { store, states } = senderOn((body) => answerTo(body, [resultOf(idOf(2), 'applied')]))
    await store.getState().keep(await noteOf(1))
    await store.getState().drain()
    expect(states()).toEqual(['retry'])
  })

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
      null,
    )
    await store.getState().keep(await noteOf(1, [photo]))
    await store.getState().drain()
    expect(states()).toEqual(['held'])
    expect(store.getState().outbox[0]?.photos.map(({ sha256 }) => sha256)).toEqual([photo.sha256])
  })

  test('[V61] asks for numbers while few are left, by the same request until its answer is on the disk', async () => {
    const { store, bodies, wait } = senderOn(
      (body, turn) =>
        turn === 1
          ? null
          : answerTo(
              body,
              [],
              Array.from({ length: 50 }, (_, place) => `lent-${place}`),
            ),
      STORED,
      20,
    )
    await store.getState().reload()
    await store.getState().drain()
    wait(9_999)
    await store.getState().drain()
    expect(bodies).toHaveLength(1)
    wait(1)
    await store.getState().drain()
    expect(bodies.map(({ leases }) => leases)).toEqual([
      { requestId: 'request-1', free: 20 },
      { requestId: 'request-1', free: 20 },
    ])
    expect(store.getState().numbersLeft).toBe(70)
    wait(600_000)
    await store.getState().drain()
    expect(bodies).toHaveLength(2)
  })

  test('[V35] author-at-capture: what one agent captured waits while another is signed in, and goes out in their own session', async () => {
    let author = 's2' as StaffId
    const { store, bodies, states } = senderOn(
      (body) => answerTo(body, [resultOf(idOf(1), 'applied')]),
      STORED,
      NUMBERS_RENEW_AT + 1,
      () => author,
    )
    await store.getState().keep(await noteOf(1))
    await store.getState().drain()
    expect([bodies.length, states()]).toEqual([0, ['queued']])
    author = AGENT
    await store.getState().drain()
    expect(states()).toEqual(['done'])
  })

  test('[V44] edit-after-partial-send: what is sent cannot be taken back or changed; only a refused item goes', async () => {
    const { store, states } = senderOn(
      (body) =>
        answerTo(body, [
          resultOf(idOf(1), 'applied', { filesMissing: [photo.sha256] }),
          resultOf(idOf(2), 'attention', { code: 'case.wrong_status' }),
        ]),
      null,
    )
    await store.getState().keep(await noteOf(1, [photo]))
    await store.getState().keep(await noteOf(2))
    await store.getState().drain()
    for (const n of [1, 2]) await store.getState().drop(idOf(n))
    expect(states()).toEqual(['held'])
  })

  test('[V47] green-means-there: an item is received only when the centre has its text and every photo', async () => {
    let stored: PartAnswer | null = null
    const { store, states, wait } = senderOn(
      (body) => answerTo(body, [resultOf(idOf(1), 'applied', { filesMissing: [photo.sha256] })]),
      () => stored,
    )
    await store.getState().keep(await noteOf(1, [photo]))
    await store.getState().drain()
    expect(states()).toEqual(['held'])
    stored = STORED
    wait(10_000)
    await store.getState().drain()
    expect(states()).toEqual(['done'])
  })

  test('[V43] no-second-act-to-send: after a loss the same item goes out by itself when its wait is over', async () => {
    const { store, states, wait } = senderOn((body, turn) =>
      turn < 3 ? null : answerTo(body, [resultOf(idOf(1), 'applied')]),
    )
    await store.getState().keep(await noteOf(1))
    for (let second = 0; second < 40; second += 1) {
      await store.getState().drain()
      wait(1000)
    }
    expect(states()).toEqual(['done'])
  })

  test('[V43] no-second-act-to-send: a knock each two seconds finds the line that carries again, and nothing waits out its back-off', async () => {
    const knockedAt: number[] = []
    const { store, bodies, states, wait } = senderOn(
      (body, turn) => (turn === 1 ? null : answerTo(body, [resultOf(idOf(1), 'applied')])),
      STORED,
      NUMBERS_RENEW_AT + 1,
      () => AGENT,
      (time) => {
        knockedAt.push(time)
        return time >= 6000
      },
    )
    wait(500)
    await store.getState().keep(await noteOf(1))
    await store.getState().drain()
    for (let second = 0; second < 8; second += 1) {
      await store.getState().drain()
      wait(1000)
    }
    await expect.poll(states).toEqual(['done'])
    expect(knockedAt).toEqual([2500, 4500, 6500])
    expect(bodies).toHaveLength(2)
  })

  test('[V57] a restored centre is asked about all that was acknowledged, until it has said what it lost', async () => {
    const { store, bodies, states, wait } = senderOn((body, turn) => {
      if (turn === 1) return answerTo(body, [resultOf(idOf(1), 'applied', { number: '2026-05-0001-A' })])
      if (body.known === undefined) {
        return answerTo(body, [resultOf(idOf(turn), 'applied')], [], { storeEpoch: 'e2' })
      }
      return turn === 3 ? null : answerTo(body, [], [], { storeEpoch: 'e2', missing: [idOf(1)] })
    })
    await store.getState().keep(await noteOf(1))
    await store.getState().drain()
    await store.getState().keep(await noteOf(2))
    await store.getState().drain()
    expect(bodies[2]?.known).toEqual([idOf(1)])
    expect(store.getState().lost).toEqual([])
    wait(1000)
    await store.getState().keep(await noteOf(4))
    await store.getState().drain()
    expect(store.getState().lost.map(({ number }) => number)).toEqual(['2026-05-0001-A'])
    expect(states()).toEqual(['done', 'done', 'done'])
    await store.getState().settleLost(idOf(1))
    expect(store.getState().lost).toEqual([])
  })

  test('[V84] a device that is told to erase itself does so only when nothing of it is unsent', async () => {
    const { store, log, wait } = senderOn((body, turn) =>
      answerTo(
        body,
        idsOf(body).map((id) => resultOf(id, turn === 1 ? 'retry' : 'applied')),
        [],
        { wipe: true },
      ),
    )
    await store.getState().keep(await noteOf(1))
    await store.getState().drain()
    expect(log).toEqual(['sync'])
    wait(10_000)
    await store.getState().drain()
    expect(log).toEqual(['sync', 'sync', 'wipe'])
  })

  test('[V52, V84] what waits for its predecessor is on this device alone: it counts as unsent and is not erased', async () => {
    const { store, log } = senderOn((body) =>
      answerTo(
        body,
        idsOf(body).map((id) => resultOf(id, 'held')),
        [],
        { wipe: true },
      ),
    )
    await store.getState().keep(await noteOf(1))
    await store.getState().drain()
    expect(log).toEqual(['sync'])
    expect(countOutbox(store.getState().outbox)).toMatchObject({ unsent: 1, received: 0 })
  })

  test('[V88] tells how things stand when nothing is due, and only in a confirmed session', async () => {
    let author: StaffId | null = null
    const { store, bodies } = senderOn(
      (body) => answerTo(body, []),
      STORED,
      NUMBERS_RENEW_AT + 1,
      () => author,
    )
    await store.getState().hello()
    expect(bodies).toEqual([])
    author = AGENT
    await store.getState().hello()
    expect(bodies[0]).toMatchObject({ commands: [], outbox: { unsent: 0, oldestAt: null, persisted: true } })
  })
})
