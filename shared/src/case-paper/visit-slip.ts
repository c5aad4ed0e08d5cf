import type { VisitSlip, VisitView } from '../contract/visits.ts'
import { LOG_BOOK_WORDS } from '../text/log-book-words.ts'
import type { Sentence } from '../text/sentence.ts'
import { fill } from '../text/sentence.ts'
import { fullDateWords, instantWords, type Language } from '../vocabulary/date-words.ts'
import { civilDate } from '../vocabulary/plain-date.ts'
import type { PaperBlock } from './paper-block.ts'
import { PAPER_WORDS } from './paper-words.ts'

const WORDS = {
  title: { zh: '交接单', en: 'Hand-over slip' },
  point: { zh: '代办点', en: 'Village point' },
  agent: { zh: '代办员', en: 'Agent' },
  clerk: { zh: '窗口经办', en: 'Clerk' },
  ticket: { zh: '号码', en: 'Number' },
  count: { zh: '件数', en: 'Cases' },
  counts: { zh: '共 {n} 件，交接 {m} 件', en: '{n} in all, {m} handed over' },
  case: { zh: '办件', en: 'Case' },
  document: { zh: '材料', en: 'Document' },
  form: { zh: '原件或复印件', en: 'Original or copy' },
  said: { zh: '村里报', en: 'Point' },
  counted: { zh: '窗口点', en: 'Desk' },
  remark: { zh: '备注', en: 'Remark' },
  result: { zh: '办理结果（交代办员送达）', en: 'Result, for the agent to deliver' },
  noPaper: { zh: '没有纸质材料', en: 'No papers' },
  problem: { zh: '没交接', en: 'Not handed over' },
  waiting: { zh: '还没交接', en: 'Not handed over yet' },
  away: { zh: '还没到', en: 'Not here yet' },
  signed: { zh: '代办员 {at} 已在手机上签收', en: 'Signed by the agent on the phone {at}' },
} as const satisfies Readonly<Record<string, Sentence>>

type Line = VisitView['cases'][number]
type Say = (word: keyof typeof WORDS) => string

/** 交接单: what changed hands at one visit, document by document, with a difference on its line and two places to sign (V94). */
export function visitSlipBlocks(slip: VisitSlip, language: Language): readonly PaperBlock[] {
  const { visit, centre, villageName, clerk, nth, madeAt } = slip
  const say: Say = (word) => WORDS[word][language]
  const handed = visit.cases.filter(({ outcome }) => outcome === 'handed').length
  const counts = fill(say('counts'), { n: visit.cases.length, m: handed })
  const again = nth === 0 ? '' : ` · ${fill(PAPER_WORDS.again[language], { n: nth })}`
  const sign = (who: 'signAgent' | 'signClerk') =>
    `${PAPER_WORDS[who][language]} ____________ ${PAPER_WORDS.signDate[language]} ________`
  return [
    { is: 'centred', text: centre },
    { is: 'title', text: say('title') },
    { is: 'centred', text: instantWords(madeAt, language) + again },
    {
      is: 'facts',
      rows: [
        [say('point'), villageName],
        [say('agent'), visit.agent],
        [say('clerk'), clerk],
        ...(visit.ticket === null ? [] : [[say('ticket'), visit.ticket] as const]),
        [say('count'), counts],
      ],
    },
    {
      is: 'table',
      head: [say('case'), say('document'), say('form'), say('said'), say('counted'), say('remark')],
      rows: visit.cases.flatMap((line) => rowsOf(line, say, language)),
    },
    ...(visit.confirmedAt === null
      ? []
      : [
          {
            is: 'line' as const,
            text: fill(say('signed'), { at: instantWords(visit.confirmedAt, language) }),
          },
        ]),
    { is: 'signatures', lines: [sign('signAgent'), sign('signClerk')] },
    {
      is: 'seal',
      text: `${centre} ${PAPER_WORDS.seal[language]} ${fullDateWords(civilDate(madeAt), language)}`,
    },
  ]
}

// The case stands on its first line; its remark too, for it is of the case.
function rowsOf(line: Line, say: Say, language: Language): readonly (readonly string[])[] {
  const name = [line.number, line.itemName, line.applicant].filter((part) => part !== '').join(' ')
  const documents = documentsOf(line, say, language)
  return documents.map((cells, place) => [
    place === 0 ? name : '',
    ...cells,
    place === 0 ? remarkOf(line, say) : '',
  ])
}

function documentsOf(line: Line, say: Say, language: Language): readonly (readonly string[])[] {
  if (line.status === null) return [['', '', '', '']]
  if (line.way === 'down') return [[say('result'), '', '1', line.outcome === 'handed' ? '1' : '']]
  const rows = papersOf(line).map(({ name, form, said, counted }) => [
    name,
    LOG_BOOK_WORDS[form][language],
    String(said),
    line.outcome === 'handed' ? String(counted) : '',
  ])
  return rows.length === 0 ? [[say('noPaper'), '', '', '']] : rows
}

// What only one of the two named has its line as well, with nothing on the other side.
function papersOf({ papers, said }: Line) {
  const keyOf = ({ name, form }: Line['papers'][number]) => `${name} ${form}`
  const before = said ?? papers
  const keys = new Map([...before, ...papers].map((paper) => [keyOf(paper), paper]))
  const countIn = (list: Line['papers'], key: string) =>
    list.find((paper) => keyOf(paper) === key)?.count ?? 0
  return [...keys].map(([key, { name, form }]) => ({
    name,
    form,
    said: countIn(before, key),
    counted: countIn(papers, key),
  }))
}

function remarkOf({ status, outcome, remark }: Line, say: Say): string {
  if (status === null) return say('away')
  if (outcome === 'waiting') return say('waiting')
  return outcome === 'handed' ? remark : `${say('problem')}：${remark}`
}
