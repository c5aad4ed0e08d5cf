import { expect } from 'vitest'
import type { Answer, Caller } from './app.ts'

/** A resident who does not exist: unassigned region, test phone (N10). */
export const RESIDENT = {
  name: '示例甲',
  idNo: '999999199001010016',
  phone: '19900000001',
  village: '05',
  address: '石桥村示例组9号',
} as const

/** The required papers of some items of the catalogue. */
const PAPERS = {
  'LY-001': [
    '林木采伐申请表（含地点、林种、树种、面积、蓄积、方式、更新措施）',
    '居民身份证',
    '林权权属材料（不动产权证/林权证/承包合同）',
  ],
  'LY-004': ['争议处理申请书', '居民身份证', '权属证据材料'],
  'SB-009': ['居民身份证', '社会保障卡申领登记表', '近期白底证件照'],
  'ZZ-002': ['信访事项材料', '居民身份证'],
  'SB-005': ['居民身份证'],
  'MZ-001': [
    '最低生活保障申请书',
    '居民身份证',
    '居民户口簿',
    '家庭经济状况核对授权书（共同生活成员签字）',
    '家庭收入、财产和支出证明材料',
  ],
} as const

export type SampleItem = keyof typeof PAPERS

export const papersOf = (item: SampleItem) => PAPERS[item].map((name) => ({ name, state: 'received' }))

/** The body of a receipt with every required paper in. */
export function receiving(item: SampleItem, step: string, more: object = {}): object {
  return { ticketId: null, item, applicant: RESIDENT, materials: papersOf(item), step, ...more }
}

/** Receives a case at a window and gives its answer. */
export async function receive(
  clerk: Caller,
  item: SampleItem,
  step = 'receive',
  more: object = {},
): Promise<Answer['body']> {
  const answer = await clerk.command('/api/cases', receiving(item, step, more))
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}

/** One act at a case that is expected to succeed. */
export async function act(
  caller: Caller,
  id: string,
  name: string,
  body: object = {},
): Promise<Answer['body']> {
  const answer = await caller.command(`/api/cases/${id}/${name}`, body)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}
