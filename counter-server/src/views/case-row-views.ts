import type { CaseList, LightCounts } from '@counter/shared/contract/case-lists'
import type { CaseRow } from '@counter/shared/contract/case-row'
import type { z } from 'zod'
import type { CaseLine } from '../usecases/cases/case-lines.ts'
import type { CaseListPage } from '../usecases/cases/list-cases.ts'
import type { Counters } from '../usecases/cases/read-board.ts'

export function toCaseRow({ facts, light, pause, dueOn, left, overdue, isProvisional }: CaseLine): CaseRow {
  return {
    id: facts.id,
    number: facts.number,
    item: facts.item,
    itemName: facts.itemName,
    applicant: facts.nameMasked,
    status: facts.status,
    caseType: facts.caseType,
    unit: facts.unit,
    unitName: facts.unitName,
    channel: facts.channel,
    village: facts.village,
    villageName: facts.villageName,
    flags: [...facts.flags],
    light,
    clockKind: facts.clockKind,
    clockState: facts.clockState,
    pause,
    dueOn,
    dueAt: facts.dueAt,
    yellowAt: facts.yellowAt,
    left,
    overdue,
    isProvisional,
    receivedAt: facts.receivedAt,
    handler: facts.handlerName,
    version: facts.rev,
  }
}

export function toCaseList({ lines, next, counters, recounting }: CaseListPage): z.infer<typeof CaseList> {
  return {
    items: lines.map(toCaseRow),
    next,
    ...(counters === null ? {} : { counts: toLightCounts({ lights: counters }) }),
    ...(recounting === 0 ? {} : { recounting }),
  }
}

export function toLightCounts({ lights }: Pick<Counters, 'lights'>): LightCounts {
  const { green, yellow, red, paused, none, done } = lights
  return { green, yellow, red, paused, none, done }
}
