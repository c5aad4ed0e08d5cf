import { createServer } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createNetworkPrinter } from '../src/devices/network-printer.ts'
import { type Caller, type Hall, startHall } from './app.ts'
import { change, deskAt, follow, hallWithDesk, journalOf, newId, refused, statusOf } from './desk.ts'
import { offlineKiosk } from './offline-kiosk.ts'
import {
  COVER_OPEN,
  OFFLINE,
  PAPER_END,
  type PrinterManner,
  startTcpPrinter,
  type TcpPrinter,
} from './tcp-printer.ts'

/** Limits short enough to be waited for; no test asserts how long anything took. */
const SOON = { connectMs: 2_000, statusMs: 150, writeMs: 400, doneMs: 300 }

interface PaperHall {
  readonly hall: Hall
  readonly kiosk: Caller
  readonly kioskId: string
  readonly printer: TcpPrinter
}

async function hallWithPrinter(
  manner: Partial<PrinterManner> = {},
  width: 58 | 80 = 80,
  times = SOON,
): Promise<PaperHall> {
  const printer = await startTcpPrinter(manner)
  onTestFinished(() => printer.close())
  const hall = await startHall({ printer: createNetworkPrinter(times) })
  const kiosk = await hall.device('kiosk', '取号机 1')
  const admin = await hall.roleCaller('admin')
  const { items } = (await admin.get('/api/printers')).body
  const kioskId = items.find(({ name }: { name: string }) => name === '取号机 1').place.device
  await setNetwork(admin, { device: kioskId }, printer.port, width)
  return { hall, kiosk, kioskId, printer }
}

async function setNetwork(admin: Caller, place: object, port: number, width: 58 | 80) {
  const printer = { kind: 'network', host: '127.0.0.1', port, width }
  expect((await admin.command('/api/printers', { place, printer })).body).toEqual({ done: true })
}

async function take(caller: Caller) {
  return (await caller.command('/api/tickets', { topic: 'relief', cls: 'ordinary' })).body
}

/** A picture that no other equals: each row is its own number, so a lost or doubled band shows. */
function picture(width: 58 | 80, height: number) {
  const across = width === 80 ? 72 : 48
  const dots = Buffer.alloc(across * height)
  for (let row = 0; row < height; row += 1)
    for (let at = 0; at < across; at += 1) dots[row * across + at] = (row * 7 + at * 13) & 0xff
  return { body: { width, height, dots: dots.toString('base64') }, dots: new Uint8Array(dots) }
}

function jobOf(hall: Hall, id: string) {
  return hall.server.counter.deps.store.read((tx) =>
    tx.sql.prepare('SELECT state, fault, printer, nth FROM print_job WHERE id = ?').get(id),
  )
}

describe('a number without a paper', () => {
  test('[Q45] is printed at any kiosk by its code, once, when its printer is in reach again', async () => {
    const { hall, kiosk, printer } = await hallWithPrinter()
    const offline = await offlineKiosk(hall, '取号机 2')
    const [given] = offline.numbers
    await offline.sync(offline.take({ paper: 'failed' }))
    const secret = { code: given?.queryCode ?? '' }
    expect((await kiosk.post('/api/track/ticket', secret)).body).toMatchObject({
      number: '应急 901',
      lacksPaper: true,
    })
    const { status, body: slip } = await kiosk.command('/api/track/ticket/paper', secret)
    expect(status).toBe(200)
    expect(slip).toMatchObject({ number: '应急 901', nth: 2, quote: null })
    const sent = await kiosk.command(`/api/print-jobs/${slip.printJobId}/send`, picture(80, 100).body)
    expect(sent.body).toEqual({ state: 'printed', fault: null })
    expect(printer.papers).toHaveLength(1)
    expect((await kiosk.post('/api/track/ticket', secret)).body.lacksPaper).toBe(false)
    expect(await kiosk.command('/api/track/ticket/paper', secret)).toMatchObject(refused('print.again_limit'))
    expect(journalOf(hall, 'print.reprinted')).toMatchObject([{ nth: 2, by: 'kiosk' }])
  })

  test('[Q45] with a paper, or asked for from a phone, there is nothing to print', async () => {
    const { hall, kiosk } = await hallWithPrinter()
    const { token, printJobId } = await take(kiosk)
    await kiosk.command(`/api/print-jobs/${printJobId}/report`, { state: 'unknown' })
    expect(await kiosk.command('/api/track/ticket/paper', { token })).toMatchObject(
      refused('print.again_limit'),
    )
    expect((await hall.anonymous.post('/api/track/ticket', { token })).body).not.toHaveProperty('lacksPaper')
    expect((await hall.anonymous.command('/api/track/ticket/paper', { token })).status).toBe(401)
  })
})

describe('a printer in the network', () => {
  test.each([
    [80, 576, 870],
    [58, 384, 950],
  ] as const)(
    '[Q44] on %i mm the paper in the tray has the dots that were sent',
    async (width, across, height) => {
      const { hall, kiosk, printer } = await hallWithPrinter({}, width)
      expect((await kiosk.get('/api/printers/own')).body).toEqual({
        kind: 'network',
        width,
        showsMatter: false,
        hasNoPaper: false,
      })
      const { printJobId, ticketId } = await take(kiosk)
      const { body, dots } = picture(width, height)
      const answer = await kiosk.command(`/api/print-jobs/${printJobId}/send`, body)
      expect(answer).toMatchObject({ status: 200, body: { state: 'printed', fault: null } })
      expect(printer.papers).toEqual([{ across, height, dots, isCut: true }])
      expect(printer.strange).toEqual([])
      expect(jobOf(hall, printJobId)).toMatchObject({ state: 'printed', fault: null, nth: 1 })
      const of = (type: string) => journalOf(hall, type).filter(({ job }) => job === printJobId).length
      expect([of('print.queued'), of('print.printed'), of('print.failed')]).toEqual([1, 1, 0])
      expect(statusOf(hall, ticketId)).toBe('waiting')
    },
  )

  test('[QT18] one take, one paper: the same command, another command and a report change nothing', async () => {
    const { hall, kiosk, printer } = await hallWithPrinter()
    const { printJobId } = await take(kiosk)
    const { body } = picture(80, 100)
    const url = `/api/print-jobs/${printJobId}/send`
    const commandId = newId()
    const both = await Promise.all([kiosk.command(url, body, commandId), kiosk.command(url, body, commandId)])
    const later = [await kiosk.command(url, body, commandId), await kiosk.command(url, body)]
    for (const { body: told } of [...both, ...later]) expect(told).toEqual({ state: 'printed', fault: null })
    await kiosk.command(`/api/print-jobs/${printJobId}/report`, { state: 'failed' })
    expect(printer.papers).toHaveLength(1)
    expect(printer.lines()).toBe(1)
    expect(jobOf(hall, printJobId)).toMatchObject({ state: 'printed' })
  })

  test.each([
    ['paper_out', { status: PAPER_END }],
    ['cover_open', { status: COVER_OPEN }],
    ['offline', { status: OFFLINE }],
  ] as const)(
    '[Q45] it says %s: nothing is sent, the number stays, every desk is told',
    async (fault, manner) => {
      const { hall, kiosk, printer } = await hallWithPrinter(manner)
      const { clerk } = await deskAt(hall, 1)
      const screen = await follow(hall, 'staff', clerk, 'window:1')
      const { printJobId, ticketId } = await take(kiosk)
      const answer = await kiosk.command(`/api/print-jobs/${printJobId}/send`, picture(80, 100).body)
      expect(answer.body).toEqual({ state: 'failed', fault })
      expect(printer.papers).toEqual([])
      expect(statusOf(hall, ticketId)).toBe('waiting')
      expect((await change(screen, 'device_changed')).device).toMatchObject({ problem: 'paper', fault })
      expect(journalOf(hall, 'print.failed')).toMatchObject([{ job: printJobId, state: 'failed', fault }])
    },
  )

  test('[Q45] paper that ends in the middle of a slip is a failed paper', async () => {
    const status = { online: 0x12, cause: 0x12, paper: 0x12, done: 0x0f }
    const { kiosk } = await hallWithPrinter({ status })
    const { printJobId } = await take(kiosk)
    const answer = await kiosk.command(`/api/print-jobs/${printJobId}/send`, picture(80, 100).body)
    expect(answer.body).toEqual({ state: 'failed', fault: 'paper_out' })
  })

  test('[Q44] a line that is cut in the middle of a paper is failed or unknown, never printed', async () => {
    const { kiosk, printer } = await hallWithPrinter({ cutAfter: 20_000 })
    const { printJobId } = await take(kiosk)
    const { body } = await kiosk.command(`/api/print-jobs/${printJobId}/send`, picture(80, 880).body)
    expect(['failed', 'unknown']).toContain(body.state)
    expect(body.fault).toBe('cut_off')
    expect(printer.papers).toEqual([])
  })

  test('[Q44] a printer that falls silent behind a paper leaves it unknown', async () => {
    const { hall, kiosk, printer } = await hallWithPrinter({ mutesDone: true })
    const { printJobId } = await take(kiosk)
    const answer = await kiosk.command(`/api/print-jobs/${printJobId}/send`, picture(80, 100).body)
    expect(answer.body).toEqual({ state: 'unknown', fault: 'no_answer' })
    expect(printer.papers).toHaveLength(1)
    expect(jobOf(hall, printJobId)).toMatchObject({ state: 'unknown' })
  })

  test('[Q44] a printer that knows no questions is sent its paper all the same', async () => {
    const { kiosk, printer } = await hallWithPrinter({ answers: false })
    const { printJobId } = await take(kiosk)
    const answer = await kiosk.command(`/api/print-jobs/${printJobId}/send`, picture(80, 100).body)
    expect(answer.body).toEqual({ state: 'printed', fault: null })
    expect(printer.papers).toHaveLength(1)
  })

  test('[Q45] nobody at the address: failed, and the next number still comes', async () => {
    const { hall, kiosk, kioskId } = await hallWithPrinter()
    const closed = createServer()
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve))
    const { port } = closed.address() as { port: number }
    await new Promise((resolve) => closed.close(resolve))
    await setNetwork(await hall.roleCaller('admin'), { device: kioskId }, port, 80)
    const { printJobId } = await take(kiosk)
    const answer = await kiosk.command(`/api/print-jobs/${printJobId}/send`, picture(80, 100).body)
    expect(answer.body).toEqual({ state: 'failed', fault: 'unreachable' })
    hall.clock.forward(3_000)
    expect((await take(kiosk)).number).toBe('综 002')
  })

  test('[Q44] a slow printer holds up nobody: numbers are given and called while its paper is on its way', async () => {
    const { hall, kiosk, printer } = await hallWithPrinter({ holds: true }, 80, { ...SOON, statusMs: 20_000 })
    const desk = await deskAt(hall, 1)
    const { printJobId, number } = await take(kiosk)
    const paper = kiosk.command(`/api/print-jobs/${printJobId}/send`, picture(80, 100).body)
    await expect.poll(() => jobOf(hall, printJobId)).toMatchObject({ state: 'sent' })
    expect((await desk.next()).body.ticket.number).toBe(number)
    expect((await desk.take()).number).toBe('综 002')
    expect(jobOf(hall, printJobId)).toMatchObject({ state: 'sent' })
    printer.letGo()
    expect((await paper).body).toEqual({ state: 'printed', fault: null })
  })

  test('[Q44] while the server prints, a screen that lost patience says nothing of the paper', async () => {
    const { hall, kiosk, printer } = await hallWithPrinter({ holds: true }, 80, { ...SOON, statusMs: 20_000 })
    const { printJobId } = await take(kiosk)
    const paper = kiosk.command(`/api/print-jobs/${printJobId}/send`, picture(80, 100).body)
    await expect.poll(() => jobOf(hall, printJobId)).toMatchObject({ state: 'sent' })
    const report = { state: 'unknown' }
    expect((await kiosk.command(`/api/print-jobs/${printJobId}/report`, report)).body).toEqual({ done: true })
    expect(jobOf(hall, printJobId)).toMatchObject({ state: 'sent' })
    printer.letGo()
    expect((await paper).body).toEqual({ state: 'printed', fault: null })
    expect(journalOf(hall, 'print.failed')).toEqual([])
    expect(jobOf(hall, printJobId)).toMatchObject({ state: 'printed' })
  })

  test('[Q44] the server stops while a paper is on its way: it is unknown and is not printed by itself', async () => {
    const { hall, kiosk, printer } = await hallWithPrinter({ holds: true }, 80, { ...SOON, statusMs: 60_000 })
    const { printJobId } = await take(kiosk)
    const lost = kiosk.command(`/api/print-jobs/${printJobId}/send`, picture(80, 100).body).catch(() => null)
    await expect.poll(() => jobOf(hall, printJobId)).toMatchObject({ state: 'sent' })
    const again = await hall.restart()
    expect(jobOf(again, printJobId)).toMatchObject({ state: 'unknown' })
    expect(journalOf(again, 'print.failed')).toMatchObject([{ job: printJobId, state: 'unknown' }])
    expect(printer.papers).toEqual([])
    await printer.close()
    await lost
  })

  test('[QT17] a database fault prints nothing: without the record of a paper no byte goes out', async () => {
    const { hall, kiosk, printer } = await hallWithPrinter()
    const { printJobId } = await take(kiosk)
    const { store } = hall.server.counter.deps
    await store.write(
      (tx) =>
        void tx.sql
          .prepare(
            "CREATE TRIGGER broken BEFORE UPDATE OF state ON print_job BEGIN SELECT RAISE(ABORT, 'broken'); END",
          )
          .run(),
    )
    const answer = await kiosk.command(`/api/print-jobs/${printJobId}/send`, picture(80, 100).body)
    expect(answer.status).toBe(500)
    expect(printer.lines()).toBe(0)
    expect(jobOf(hall, printJobId)).toMatchObject({ state: 'queued' })
  })

  test('[QT17] a number that is not recorded has no paper', async () => {
    const { hall, kiosk, printer } = await hallWithPrinter()
    const { store } = hall.server.counter.deps
    await store.write(
      (tx) =>
        void tx.sql
          .prepare(
            "CREATE TRIGGER broken BEFORE INSERT ON print_job BEGIN SELECT RAISE(ABORT, 'broken'); END",
          )
          .run(),
    )
    const answer = await kiosk.command('/api/tickets', { topic: 'relief', cls: 'ordinary' })
    expect(answer.status).toBe(500)
    const count = (table: string) =>
      store.read((tx) => tx.sql.prepare(`SELECT count(*) FROM ${table}`).pluck().get())
    expect([count('ticket'), count('print_job'), printer.lines()]).toEqual([0, 0, 0])
  })

  test('[Q44] papers of two places on one printer come out whole, one after the other', async () => {
    const { hall, kiosk, printer } = await hallWithPrinter()
    await setNetwork(await hall.roleCaller('admin'), { window: 1 }, printer.port, 80)
    const { clerk } = await deskAt(hall, 1)
    const one = picture(80, 300)
    const two = picture(80, 301)
    const [a, b] = [await take(kiosk), await take(clerk)]
    const answers = await Promise.all([
      kiosk.command(`/api/print-jobs/${a.printJobId}/send`, one.body),
      clerk.command(`/api/print-jobs/${b.printJobId}/send`, two.body),
    ])
    expect(answers.map(({ body }) => body.state)).toEqual(['printed', 'printed'])
    expect(printer.papers.map(({ height, dots }) => [height, dots])).toEqual([
      [300, one.dots],
      [301, two.dots],
    ])
  })

  test('[Q44] a paper needs a printer of its place, its width and its own number', async () => {
    const { hall, kiosk } = await hallWithPrinter()
    const { printJobId } = await take(kiosk)
    const url = `/api/print-jobs/${printJobId}/send`
    const other = await hall.device('kiosk', '取号机 2')
    expect(await other.command(url, picture(80, 10).body)).toMatchObject(refused('print.not_found', 404))
    expect(await kiosk.command(url, picture(58, 10).body)).toMatchObject(refused('print.picture', 400))
    expect(await kiosk.command(url, { ...picture(80, 10).body, height: 11 })).toMatchObject(
      refused('print.picture', 400),
    )
    const fresh = await take(other)
    expect(
      await other.command(`/api/print-jobs/${fresh.printJobId}/send`, picture(80, 10).body),
    ).toMatchObject(refused('printer.none'))
    expect(jobOf(hall, printJobId)).toMatchObject({ state: 'queued' })
  })

  test('[Q44] only an administrator sets a printer, and only in the own network', async () => {
    const { hall, kioskId } = await hallWithPrinter()
    const admin = await hall.roleCaller('admin')
    const place = { device: kioskId }
    const set = (host: string, where: object = place) =>
      admin.command('/api/printers', {
        place: where,
        printer: { kind: 'network', host, port: 9100, width: 80 },
      })
    expect(await set('8.8.8.8')).toMatchObject(refused('printer.address', 400))
    expect(await set('169.254.169.254')).toMatchObject(refused('printer.address', 400))
    expect(await set('printer.example')).toMatchObject(refused('printer.address', 400))
    expect((await set('192.168.1.50')).status).toBe(200)
    expect(await set('192.168.1.50', { window: 77 })).toMatchObject(refused('window.not_found', 404))
    expect(await set('192.168.1.50', { device: newId() })).toMatchObject(refused('device.not_enrolled', 403))
    const shown = (await admin.get('/api/printers')).body.items.find(
      ({ place: each }: { place: { device?: string } }) => each.device === kioskId,
    )
    expect(shown).toMatchObject({
      name: '取号机 1',
      printer: { kind: 'network', host: '192.168.1.50', port: 9100, width: 80 },
    })
    expect(journalOf(hall, 'printer.set').at(-1)).toMatchObject({ host: '192.168.1.50' })
  })
})

describe('a paper again', () => {
  test('[Q44] staff print as often as they are asked, each paper with its own place in the trail', async () => {
    const { desk } = await hallWithDesk()
    const { printJobId } = await desk.take()
    for (let nth = 2; nth <= 53; nth += 1) {
      const again = await desk.clerk.command(`/api/print-jobs/${printJobId}/again`)
      expect(again).toMatchObject({ status: 200, body: { nth } })
    }
  })

  test('[Q44] the kiosk prints again once within ten minutes, with the same link, marked as the second', async () => {
    const hall = await startHall()
    const kiosk = await hall.device('kiosk', '取号机 1')
    const issued = await take(kiosk)
    const url = `/api/print-jobs/${issued.printJobId}/again`
    const { body } = await kiosk.command(url)
    const { number, cls, topic, issuedAt, quote, link, queryCode } = issued
    expect(body).toEqual({
      ...{ number, cls, topic, issuedAt, quote, link, queryCode },
      printJobId: expect.not.stringMatching(issued.printJobId),
      nth: 2,
    })
    expect(await kiosk.command(url)).toMatchObject(refused('print.again_limit'))
    expect(journalOf(hall, 'print.reprinted')).toMatchObject([{ job: body.printJobId, nth: 2, by: 'kiosk' }])
  })

  test('[Q44] after ten minutes the kiosk sends to a window, where staff print as often as needed', async () => {
    const { hall, desk } = await hallWithDesk()
    const kiosk = await hall.device('kiosk', '取号机 1')
    const issued = await take(kiosk)
    hall.clock.forward(10 * 60_000 + 1)
    const url = `/api/print-jobs/${issued.printJobId}/again`
    expect(await kiosk.command(url)).toMatchObject(refused('print.again_late'))
    const papers = []
    for (const _ of [1, 2, 3]) papers.push((await desk.clerk.command(url)).body)
    expect(papers.map(({ nth, link }) => [nth, link])).toEqual([2, 3, 4].map((nth) => [nth, issued.link]))
    await desk.clerk.command(`/api/print-jobs/${papers[0].printJobId}/report`, { state: 'printed' })
    const { items } = (await desk.clerk.get(`/api/tickets/${issued.ticketId}/papers`)).body
    expect(items).toMatchObject([
      { nth: 1, kiosk: '取号机 1', state: 'queued' },
      { nth: 2, kiosk: null, state: 'printed' },
      { nth: 3, kiosk: null, state: 'queued' },
      { nth: 4, kiosk: null, state: 'queued' },
    ])
  })

  test('[Q8, Q44] a second paper does not count as a second take', async () => {
    const hall = await startHall()
    const kiosk = await hall.device('kiosk', '取号机 1')
    const { printJobId } = await take(kiosk)
    hall.clock.forward(2_900)
    await kiosk.command(`/api/print-jobs/${printJobId}/again`)
    hall.clock.forward(100)
    expect((await take(kiosk)).number).toBe('综 002')
  })

  test('[Q44] a kiosk prints no paper of another kiosk', async () => {
    const hall = await startHall()
    const { printJobId } = await take(await hall.device('kiosk', '取号机 1'))
    const other = await hall.device('kiosk', '取号机 2')
    expect(await other.command(`/api/print-jobs/${printJobId}/again`)).toMatchObject(
      refused('print.not_found', 404),
    )
  })
})

describe('the staff page of a kiosk', () => {
  async function kioskWithPin(pin: string) {
    const { hall, kiosk, kioskId } = await hallWithPrinter()
    const admin = await hall.roleCaller('admin')
    expect(await kiosk.post('/api/devices/own/pin', { pin })).toMatchObject(refused('pin.none'))
    expect((await admin.command(`/api/devices/${kioskId}/pin`, { pin })).body).toEqual({ done: true })
    return { hall, kiosk, admin, kioskId }
  }

  test('[U2, P16] its PIN opens it; wrong ones are refused, get slower and stand in the audit, never the PIN itself', async () => {
    const { hall, kiosk } = await kioskWithPin('135790')
    expect((await kiosk.post('/api/devices/own/pin', { pin: '135790' })).body).toEqual({ done: true })
    for (const pin of ['000000', '111111', '222222', '333333', '444444'])
      expect(await kiosk.post('/api/devices/own/pin', { pin })).toMatchObject(refused('pin.wrong'))
    expect(await kiosk.post('/api/devices/own/pin', { pin: '135790' })).toMatchObject(
      refused('session.wait', 429),
    )
    hall.clock.forward(1_000)
    expect((await kiosk.post('/api/devices/own/pin', { pin: '135790' })).status).toBe(200)
    const { store } = hall.server.counter.deps
    const counted = store.read((tx) =>
      tx.sql
        .prepare(
          "SELECT action, count(*) AS n FROM audit WHERE action LIKE 'device.staff%' GROUP BY action ORDER BY 1",
        )
        .all(),
    )
    expect(counted).toEqual([
      { action: 'device.staff_page_opened', n: 2 },
      { action: 'device.staff_page_refused', n: 5 },
    ])
    const kept = store.read((tx) =>
      tx.sql.prepare('SELECT pin_hash FROM device WHERE pin_hash IS NOT NULL').pluck().get(),
    )
    expect(kept).toMatch(/^\$argon2id\$/)
  })

  test('[Q45] 「已换纸」 takes the warning from every desk', async () => {
    const { hall, kiosk, printer } = await hallWithPrinter({ status: PAPER_END })
    const { clerk } = await deskAt(hall, 1)
    const screen = await follow(hall, 'staff', clerk, 'window:1')
    const { printJobId } = await take(kiosk)
    await kiosk.command(`/api/print-jobs/${printJobId}/send`, picture(80, 10).body)
    expect((await change(screen, 'device_changed')).device.problem).toBe('paper')
    printer.manner.status = { online: 0x12, cause: 0x12, paper: 0x12, done: 0 }
    await kiosk.command('/api/devices/own/paper')
    const { device } = await change(screen, 'device_changed', (each) => each.device.problem === null)
    expect(device).toMatchObject({ name: '取号机 1', fault: null })
    expect(journalOf(hall, 'printer.paper_changed')).toHaveLength(1)
  })

  test('[Q44] a test paper comes out, belongs to no number and is written down', async () => {
    const { hall, kiosk, printer } = await hallWithPrinter()
    const { body, dots } = picture(80, 120)
    expect((await kiosk.command('/api/printers/own/test', body)).body).toEqual({
      state: 'printed',
      fault: null,
    })
    expect(printer.papers.map((paper) => paper.dots)).toEqual([dots])
    expect(journalOf(hall, 'printer.tested')).toHaveLength(1)
  })

  test('[U2] the measured scale of a kiosk is kept and shown; one nobody measured has none', async () => {
    const { hall, kiosk, admin, kioskId } = await kioskWithPin('135790')
    const scale = async () =>
      (await admin.get('/api/printers')).body.items.find(
        ({ place }: { place: { device?: string } }) => place.device === kioskId,
      ).pxPerMm
    expect(await scale()).toBeNull()
    await kiosk.command('/api/devices/own/scale', { pxPerMm: 4.03 })
    expect(await scale()).toBe(4.03)
    expect(journalOf(hall, 'device.measured')).toEqual([{ pxPerMm: 4.03 }])
  })
})
