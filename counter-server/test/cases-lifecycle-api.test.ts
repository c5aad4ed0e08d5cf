import { CASE_STATUSES, type CaseAction, type CaseStatus } from '@counter/shared/vocabulary/case'
import { expect, test } from 'vitest'
import { type Answer, type Caller, type Hall, startHall } from './app.ts'
import { act, papersOf, receive, type SampleItem } from './case-files.ts'

/** Everybody who acts on a case of one item. */
interface Cast {
  readonly hall: Hall
  readonly kind: Kind
  readonly clerk: Caller
  readonly handler: Caller
  readonly supervisor: Caller
  readonly partner: string
}

interface Kind {
  readonly item: SampleItem
  readonly unit: string
  readonly paper: string
  readonly pause: string
  /** What this item answers instead of the table: its kind comes first, its own limits last (C406). */
  readonly instead: { readonly [Act in Tried]?: string | { readonly [Status in CaseStatus]?: string } }
  /** Where a case of this item can get to. */
  readonly statuses: readonly CaseStatus[]
}

const ENDS = ['decided', 'closed', 'not_applicable', 'refused', 'withdrawn', 'voided', 'returned'] as const
const UNDER_WAY = ['received', 'supplement', 'accepted', 'reviewing'] as const
const NOT_IMMEDIATE = { finish_on_spot: 'case.not_immediate', convert: 'convert.not_immediate' } as const

const KINDS: Readonly<Record<string, Kind>> = {
  'that the township decides': {
    item: 'LY-001',
    unit: 'ly',
    paper: '居民身份证',
    pause: 'hearing',
    instead: { ...NOT_IMMEDIATE, forward: 'case.not_proxy', report_up: 'case.not_joint' },
    statuses: [...UNDER_WAY, 'paused', ...ENDS],
  },
  'that is only passed on': {
    item: 'SB-009',
    unit: 'sb',
    paper: '近期白底证件照',
    pause: 'hearing',
    instead: {
      ...NOT_IMMEDIATE,
      report_up: 'case.not_joint',
      pause: { accepted: 'pause.reason_not_listed', reviewing: 'pause.reason_not_listed' },
      extend: { accepted: 'extension.not_allowed', reviewing: 'extension.not_allowed' },
    },
    statuses: [...UNDER_WAY, 'forwarded', ...ENDS],
  },
  'that the county reviews': {
    item: 'MZ-001',
    unit: 'mz',
    paper: '居民户口簿',
    pause: 'public_notice',
    instead: { ...NOT_IMMEDIATE, forward: 'case.not_proxy' },
    statuses: [...UNDER_WAY, 'paused', ...ENDS],
  },
  'to finish on the spot': {
    item: 'SB-005',
    unit: 'sb',
    paper: '居民身份证',
    pause: 'hearing',
    instead: {
      pause: 'pause.immediate_case',
      accept: 'case.immediate',
      forward: 'case.not_proxy',
      report_up: 'case.not_joint',
    },
    statuses: ['received', 'supplement', ...ENDS],
  },
}

/** Each act as it is sent, with all that the act itself needs. */
const ACTS = {
  convert: ({ clerk }, id) => send(clerk, id, 'convert', { reason: '系统停机' }),
  finish_on_spot: ({ clerk }, id) => send(clerk, id, 'finish-on-spot', { result: '办好' }),
  not_applicable: ({ clerk }, id) => send(clerk, id, 'not-applicable', { reason: '不用办' }),
  refuse: ({ clerk }, id) => send(clerk, id, 'refuse', { reason: '不属本镇', organ: '县局' }),
  request_supplement: ({ clerk, kind }, id) =>
    send(clerk, id, 'request-supplement', { materials: [{ name: kind.paper, how: '不清楚' }] }),
  hand_in: ({ clerk, kind }, id) => send(clerk, id, 'hand-in', { materials: [kind.paper] }),
  accept: ({ clerk }, id) => send(clerk, id, 'accept'),
  take: ({ handler }, id) => send(handler, id, 'take'),
  record_check: ({ handler, partner }, id) =>
    send(handler, id, 'record-check', { partner, findings: '属实' }),
  pause: ({ handler, kind }, id) =>
    send(handler, id, 'pause', { reason: kind.pause, days: 5, noticeNumber: '特1' }),
  resume: ({ handler }, id) => send(handler, id, 'resume'),
  extend: ({ handler }, id) => send(handler, id, 'extend', { days: 5, reason: '复杂' }),
  transfer: ({ clerk }, id) => send(clerk, id, 'transfer', { unit: 'NJ', reason: '归口' }),
  take_over: ({ handler }, id) => send(handler, id, 'take-over'),
  send_back: ({ handler }, id) => send(handler, id, 'send-back', { reason: '不归' }),
  report_up: ({ handler }, id) => send(handler, id, 'report-up', { organ: '县局' }),
  forward: ({ handler }, id) => send(handler, id, 'forward', { organ: '县局' }),
  record_result: ({ handler }, id) =>
    send(handler, id, 'record-result', { decision: 'granted', result: '批了' }),
  decide: ({ handler }, id) => send(handler, id, 'decide', { decision: 'granted', result: '同意' }),
  deliver: ({ clerk }, id) => send(clerk, id, 'deliver', { way: 'collect', receiver: '示例甲' }),
  withdraw: ({ clerk }, id) => send(clerk, id, 'withdraw', { reason: '不办了' }),
  return_case: ({ handler }, id) => send(handler, id, 'return-case', { reason: '没补' }),
  void: ({ supervisor }, id) => send(supervisor, id, 'void', { reason: '录错' }),
  urge: ({ supervisor }, id) => send(supervisor, id, 'urge'),
  add_note: ({ clerk }, id) => send(clerk, id, 'add-note', { reason: '记一笔' }),
  correct: ({ supervisor }, id) => send(supervisor, id, 'correct', { event: id, reason: '错了' }),
} as const satisfies { readonly [Act in CaseAction]?: (cast: Cast, id: string) => Promise<Answer> }
type Tried = keyof typeof ACTS

function send(caller: Caller, id: string, name: string, body: object = {}): Promise<Answer> {
  return caller.command(`/api/cases/${id}/${name}`, body)
}

const OPEN = ['received', 'supplement', 'accepted', 'reviewing', 'paused', 'forwarded', 'decided'] as const
const BEFORE_DECISION = ['received', 'supplement', 'accepted', 'reviewing', 'paused'] as const
const WITH_A_UNIT = ['received', 'accepted', 'reviewing', 'paused'] as const
const same = (statuses: readonly CaseStatus[], event: string) =>
  Object.fromEntries(statuses.map((status) => [status, `${status} ${event}`]))
const all = (statuses: readonly CaseStatus[], outcome: string) =>
  Object.fromEntries(statuses.map((status) => [status, outcome]))

// By hand from the table of cases.md 4: the status after and the event, or the refusal that comes after the status.
const TABLE: { readonly [Act in Tried]: { readonly [Status in CaseStatus]?: string } } = {
  convert: { received: 'received case.converted' },
  finish_on_spot: { received: 'decided case.decided' },
  not_applicable: { received: 'not_applicable case.not_applicable' },
  refuse: same(['received', 'supplement'], 'approval.requested'),
  request_supplement: { received: 'supplement supplement.requested' },
  hand_in: { supplement: 'received supplement.handed_in' },
  accept: { received: 'accepted case.accepted' },
  take: { accepted: 'reviewing case.taken' },
  record_check: { reviewing: 'reviewing check.recorded' },
  pause: all(['accepted', 'reviewing'], 'paused case.paused'),
  resume: { paused: 'accepted case.resumed' },
  extend: same(['accepted', 'reviewing'], 'approval.requested'),
  transfer: same(WITH_A_UNIT, 'case.transferred'),
  take_over: all(WITH_A_UNIT, 'transfer.none_open'),
  send_back: all(WITH_A_UNIT, 'transfer.none_open'),
  report_up: { reviewing: 'reviewing case.reported_up' },
  forward: all(['accepted', 'reviewing'], 'forwarded case.forwarded'),
  record_result: { forwarded: 'decided case.result_recorded' },
  decide: all(['accepted', 'reviewing'], 'decided case.decided'),
  deliver: { decided: 'closed case.delivered' },
  withdraw: all(BEFORE_DECISION, 'withdrawn case.withdrawn'),
  return_case: all(['supplement', 'accepted', 'reviewing'], 'return.too_early'),
  void: all(BEFORE_DECISION, 'voided case.voided'),
  urge: same(OPEN, 'case.urged'),
  add_note: same(CASE_STATUSES, 'case.noted'),
  correct: all(CASE_STATUSES, 'correction.not_possible'),
}

function expected({ instead }: Kind, tried: Tried, status: CaseStatus): string {
  const own = instead[tried]
  if (typeof own === 'string') return own
  return own?.[status] ?? TABLE[tried][status] ?? 'case.wrong_status'
}

async function castOf(hall: Hall, kind: Kind): Promise<Cast> {
  const [clerk, handler, supervisor] = await Promise.all(
    ['clerk1', kind.unit, 'supervisor'].map((name) => hall.signIn(name)),
  )
  if (clerk === undefined || handler === undefined || supervisor === undefined) throw new Error('nobody')
  const find = "SELECT id FROM staff WHERE sign_in_name = 'nj'"
  const partner = hall.server.counter.deps.store.read(({ sql }) => sql.prepare(find).pluck().get())
  return { hall, kind, clerk, handler, supervisor, partner: String(partner) }
}

/** The steps that bring a fresh case to a status. */
const STEPS: { readonly [Status in CaseStatus]?: readonly Tried[] } = {
  received: [],
  supplement: ['request_supplement'],
  accepted: ['accept'],
  reviewing: ['accept', 'take'],
  paused: ['accept', 'pause'],
  forwarded: ['accept', 'forward'],
  decided: ['accept', 'decide'],
  closed: ['accept', 'decide', 'deliver'],
  not_applicable: ['not_applicable'],
  refused: ['refuse'],
  withdrawn: ['withdraw'],
  voided: ['void'],
  returned: ['request_supplement'],
}

async function bringTo(cast: Cast, status: CaseStatus): Promise<string> {
  const { kind, clerk, supervisor } = cast
  const { case: found } = await receive(clerk, kind.item, 'receive', { materials: papersOf(kind.item) })
  const { id } = found.row
  const isImmediate = kind.item === 'SB-005'
  for (const step of STEPS[status] ?? []) {
    // An immediate case is accepted and decided in one act (C201).
    if (isImmediate && step === 'accept') continue
    const { status: http, body } = await ACTS[isImmediate && step === 'decide' ? 'finish_on_spot' : step](
      cast,
      id,
    )
    expect(http, `${step}: ${JSON.stringify(body)}`).toBe(200)
  }
  if (status === 'refused') await act(supervisor, id, 'approve', { isApproved: true })
  return status === 'returned' ? returned(cast, id) : id
}

// The time for the papers has to pass first (C442); whoever is signed in then is so anew.
async function returned({ hall, kind }: Cast, id: string): Promise<string> {
  hall.clock.to('2026-07-06T09:30:00.001Z')
  await act(await hall.signIn(kind.unit), id, 'return-case', { reason: '没补' })
  await act(await hall.signIn('supervisor'), id, 'approve', { isApproved: true })
  return id
}

function standingOf({ hall }: Cast, id: string): { status: string; rev: number } {
  return hall.server.counter.deps.store.read(
    ({ sql }) => sql.prepare('SELECT status, rev FROM "case" WHERE id = ?').get(id) as never,
  )
}

/** What is wrong with one cell; null when the answer, the event and what is left of the case are as the table says. */
async function wrongCell(cast: Cast, tried: Tried, status: CaseStatus, id: string): Promise<string | null> {
  const before = standingOf(cast, id)
  const { status: http, body } = await ACTS[tried](cast, id)
  const after = standingOf(cast, id)
  const cell = http === 200 ? `${after.status} ${body.case.events.at(-1).type}` : body.code
  const right = expected(cast.kind, tried, status)
  if (cell !== right) return `${status} ${tried}: ${cell}, not ${right}`
  const isUnchanged = after.status === before.status && after.rev === before.rev
  return http === 200 || isUnchanged ? null : `${status} ${tried} was refused but changed the case`
}

test.each(Object.entries(KINDS))(
  '[C401, C406] a case %s answers every act at every status as the table says, and a refusal changes nothing',
  async (_kind, kind) => {
    const hall = await startHall()
    let cast = await castOf(hall, kind)
    const wrong: (string | null)[] = []
    for (const status of kind.statuses) {
      let id = await bringTo(cast, status)
      if (status === 'returned') cast = await castOf(hall, kind)
      for (const tried of Object.keys(ACTS) as Tried[]) {
        const { rev } = standingOf(cast, id)
        wrong.push(await wrongCell(cast, tried, status, id))
        // What was done changes what is possible, so the next act finds a fresh case.
        if (standingOf(cast, id).rev !== rev && status !== 'returned') id = await bringTo(cast, status)
      }
    }
    expect(wrong.filter((each) => each !== null)).toEqual([])
    expect(wrong).toHaveLength(kind.statuses.length * Object.keys(ACTS).length)
  },
  120_000,
)
