import type { Receipt } from '@counter/shared/contract/receipt'
import {
  type CasePaperKind,
  LETTER_PAPERS,
  PAPER_POINTS,
  type PaperPoint,
} from '@counter/shared/vocabulary/case-paper'
import type { PaperId } from '@counter/shared/vocabulary/ids'
import { fieldsOf, type PaperWording } from '@counter/shared/vocabulary/paper-wording'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'

const POINTS: Readonly<Record<PaperPoint, string>> = {
  joint: '林业站、综治办',
  decision: '准予',
  result: '示例结果',
  reason: '示例理由',
  organ: '示例县示例局',
  remedies: '可以在 60 日内申请行政复议，或者在 6 个月内提起行政诉讼',
  days: '5 个工作日',
  dueBefore: '6月15日（周一）',
  approvedBy: '中心负责人',
  receiver: '示例甲',
  relation: '本人',
  way: '窗口领取',
  postNumber: 'EX0000000000',
  fromUnit: '民政办',
  toUnit: '社保所',
  people: '示例乙、示例丙',
  basis: '示例办法第九条',
  pledge: '我承诺所填属实',
  level: '承办单位',
  content: '请说明办理情况',
  replyBy: '6月16日（周二）17:30',
  answer: '经核实，已派人修好。',
  signer: '示例领导',
  noticeNumber: '示例〔2026〕1号',
  letterText: '示例来信',
  note: '三日内回话',
  step: '6月12日（周五）9:40 受理',
  change: '渠道：24小时电话 → 来访',
}

/** A paper of a kind as it would be printed, of a case that does not exist (N10). */
export function sampleReceipt(kind: CasePaperKind, wording: PaperWording): Receipt {
  const fields: readonly string[] = fieldsOf(kind)
  const isList = kind === 'supplement' || kind === 'late_supplement'
  return {
    id: '01890a5d-ac96-774b-bcce-b302099a8058' as PaperId,
    kind,
    of: LETTER_PAPERS.some((each) => each === kind) ? 'letter' : 'case',
    paperNumber: '〔2026〕1号',
    nth: 0,
    madeAt: '2026-06-12' as PlainDate,
    centre: '示例镇为民服务代理中心',
    caseNumber: '2026-00-0001-X',
    queryCode: '7K3F-9QPD',
    token: '',
    link: 'https://example.invalid/c',
    itemName: '示例事项',
    applicant: '示*甲',
    unitName: '民政办',
    receivedAt: '2026-06-12T01:45:00.000Z' as Instant,
    dueAt: '2026-06-22T09:30:00.000Z' as Instant,
    dueOn: '2026-06-22' as PlainDate,
    isProvisional: false,
    statutoryDueOn: '2026-07-13' as PlainDate,
    explanation: [],
    materials: [
      { name: '申请表', state: isList ? 'missing' : 'received', how: '窗口领取或在线下载' },
      {
        name: '收入证明',
        state: isList ? 'missing' : 'deferred',
        how: '村委会开具',
        promisedOn: '2026-06-18' as PlainDate,
      },
    ],
    points: PAPER_POINTS.filter((point) => fields.includes(point)).map((point) => ({
      point,
      text: POINTS[point],
    })),
    until: isList ? ('2026-07-06' as PlainDate) : null,
    where: '示例镇为民服务代理中心一楼服务大厅',
    by: '2 号窗口',
    consultPhone: '0000-0000000',
    supervisionPhone: '0000-0000001',
    wording: { ...wording, sentences: { ...wording.sentences } },
  }
}
