import type { Instant } from '@counter/shared/vocabulary/time'
import {
  acceptCase,
  finishOnSpot,
  withdrawCase,
} from '../../../counter-server/src/domain/case/accept-case.ts'
import { checkAct, fact } from '../../../counter-server/src/domain/case/act.ts'
import { NEW_CASE } from '../../../counter-server/src/domain/case/case-state.ts'
import { recordCheck } from '../../../counter-server/src/domain/case/check.ts'
import { forwardCase, recordResult } from '../../../counter-server/src/domain/case/county.ts'
import { deliverCase, grantCase, takeCase } from '../../../counter-server/src/domain/case/decide-case.ts'
import { pauseCase, resumeCase } from '../../../counter-server/src/domain/case/pause.ts'
import { receiveCase } from '../../../counter-server/src/domain/case/receive-case.ts'
import { shelveResult, tellResult } from '../../../counter-server/src/domain/case/result.ts'
import { handIn, requestSupplement } from '../../../counter-server/src/domain/case/supplement.ts'
import { takeOver, transferCase } from '../../../counter-server/src/domain/case/transfer.ts'
import type { Staff } from '../../../counter-server/src/store/people.ts'
import { type Life, type LifeInPlay, memberOf } from './life.ts'
import { papersToAsk, type Step } from './lives.ts'

/** Each step by the product's own rule; one that they refuse ends the run. */
export const ACTS: { readonly [Does in Step['does']]: (play: LifeInPlay, at: Instant) => void } = {
  receive,
  finish: (play, at) =>
    play.record(clerkOf(play), at, finishOnSpot(play.context('clerk', at), []), '当场办结'),
  ask_papers(play, at) {
    const lines = askedOf(play.life).map((name) => ({ name, problem: '请补交原件' }))
    play.record(clerkOf(play), at, [requestSupplement(play.context('clerk', at), lines)])
  },
  hand_in: (play, at) =>
    play.record(clerkOf(play), at, [handIn(play.context('clerk', at), askedOf(play.life))]),
  accept(play, at) {
    // Silence may have accepted it meanwhile.
    if (play.state().status === 'received')
      play.record(clerkOf(play), at, [acceptCase(play.context('clerk', at), [])])
  },
  take: (play, at) =>
    play.record(handlerOf(play), at, [takeCase(play.context('handler', at), handlerOf(play).id)]),
  check(play, at) {
    const by = handlerOf(play)
    const partner = memberOf(play.town.handlers, (each) => each.id !== by.id)
    const asked = { by: by.id, partner: partner.id, isHandler: true, findings: '实地看过，属实' }
    play.record(by, at, [recordCheck(play.context('handler', at), asked)], asked.findings)
  },
  note(play, at) {
    checkAct(play.context('clerk', at), 'add_note')
    const noted = fact('case.noted', { text: '', materials: [], clearedFlags: [] })
    play.record(clerkOf(play), at, [noted], '来电问过进度')
  },
  transfer(play, at) {
    const { unit } = memberOf(play.town.handlers, (each) => each.unit !== play.state().unit)
    const asked = { unit: unit ?? play.life.item.unit, reason: '归口办理', isUnit: true }
    play.record(handlerOf(play), at, [transferCase(play.context('handler', at), asked)])
  },
  take_over: (play, at) =>
    play.record(handlerOf(play), at, [takeOver(play.context('handler', at), handlerOf(play).id)]),
  pause(play, at) {
    const reason = play.life.item.content.pauseReasons[0] ?? ''
    const asked = { reason, told: { value: 10, unit: 'workday' }, noticeNumber: '特-1' } as const
    play.record(handlerOf(play), at, [pauseCase(play.context('handler', at), asked)])
  },
  resume: (play, at) =>
    play.record(handlerOf(play), at, [resumeCase(play.context('handler', at), '程序已完')]),
  forward: (play, at) =>
    play.record(handlerOf(play), at, [forwardCase(play.context('handler', at), '示例县局')], '已报送'),
  record_result: (play, at) =>
    play.record(handlerOf(play), at, [recordResult(play.context('handler', at), 'granted')], '县局同意'),
  decide(play, at) {
    const by = handlerOf(play)
    play.record(by, at, grantCase(play.context('handler', at), by.id), '准予')
  },
  withdraw: (play, at) => play.record(clerkOf(play), at, [withdrawCase(play.context('clerk', at), '不办了')]),
  shelve: (play, at) => play.record(clerkOf(play), at, [shelveResult(play.context('clerk', at), 'A-3')]),
  call_in_vain: (play, at) => call(play, at, false),
  tell: (play, at) => call(play, at, true),
  deliver(play, at) {
    const handover = {
      receiver: '示**',
      relation: '本人',
      way: 'collect',
      postNumber: '',
      returnedOriginals: [],
    } as const
    play.record(clerkOf(play), at, [deliverCase(play.context('clerk', at), handover)], '示例甲')
  },
}

function receive(play: LifeInPlay, at: Instant): void {
  const { village, item } = play.life
  const agent = village === null ? null : memberOf(play.town.agents, (each) => each.village === village)
  const asked = play.life.steps.some(({ does }) => does === 'ask_papers') ? askedOf(play.life) : []
  const materials = item.content.materials.map(
    ({ name }) => ({ name, state: asked.includes(name) ? 'missing' : 'received', promisedOn: null }) as const,
  )
  if (agent !== null && village !== null)
    play.record(agent, at, [fact('case.registered', { village, materials })])
  const received = receiveCase(
    { ...play.context(agent === null ? 'clerk' : 'agent', at), state: NEW_CASE },
    {
      channel: agent === null ? 'window' : 'village',
      village,
      unit: item.unit,
      itemCode: item.code,
      itemVersion: item.version,
      stoppedOn: null,
      materials,
      flags: [],
    },
  )
  play.record(agent ?? clerkOf(play), at, [received], '材料齐')
}

function call(play: LifeInPlay, at: Instant, isReached: boolean): void {
  const told = tellResult(play.context('clerk', at), { way: 'phone', isReached })
  play.record(clerkOf(play), at, [told])
}

function askedOf({ item }: Life): readonly string[] {
  return papersToAsk(item).slice(0, 1)
}

function clerkOf({ town, life }: LifeInPlay): Staff {
  const place = Number.parseInt(life.id.slice(-2), 16) % town.clerks.length
  return memberOf(town.clerks, (each) => each === town.clerks[place])
}

function handlerOf({ town, state }: LifeInPlay): Staff {
  return memberOf(town.handlers, ({ unit }) => unit === state().unit)
}
