import type { RefusalCode } from '../vocabulary/refusal.ts'
import type { Sentence } from './sentence.ts'

/** The person, the agent's authority, and what a village point sends. */
export const VILLAGE_REFUSALS = {
  'person.id_invalid': {
    zh: '身份证号不对，请再看一遍（18 位）',
    en: 'The ID number is not right. Look again (18 characters)',
  },
  'person.notice_missing': {
    zh: '不满 14 岁，请先把须知告诉监护人',
    en: 'Under 14: tell the guardian the notice first',
  },
  'person.other_village': {
    zh: '请到本村代办点或镇中心',
    en: 'Please go to your own village point or to the township centre',
  },
  'command.rejected': {
    zh: '镇中心没有办[：{reason}]。可改后重发或撤回',
    en: 'The centre did not take it[: {reason}]. Change and send it again, or withdraw it',
  },
  'attention.no_case': {
    zh: '这不是登记办件，不能并到别的件',
    en: 'Only a registration can be taken as another case',
  },
  'command.solved': {
    zh: '镇中心已经办了这一条，请看结果',
    en: 'The centre has taken this entry already. Look at its result',
  },
  'command.taken_back': {
    zh: '这一条已撤回或已改后重发',
    en: 'This entry was withdrawn or sent anew',
  },
  'authority.missing': { zh: '缺委托书', en: 'The letter of authority is missing' },
  'authority.expired': {
    zh: '委托已到期[（{n}）]，请重签或交镇中心办理',
    en: 'The authority has expired[ ({n})]. It is signed anew, or the township centre carries on',
  },
  'authority.too_long': {
    zh: '委托期限太长[，最多 {n} 个月]，请改',
    en: 'The authority runs too long[; at most {n} months]. Shorten it',
  },
  'authority.out_of_scope': {
    zh: '委托书里没有这一项[（{n}）]，请本人勾选或来办',
    en: 'The authority does not cover this[ ({n})]. The resident ticks it, or comes in person',
  },
  'authority.revoked': {
    zh: '群众已撤回委托[（{n}）]，请交镇中心办理',
    en: 'The resident has taken the authority back[ ({n})]. Leave it to the township centre',
  },
  'fee.no_receipt': {
    zh: '代办不收费；规费请填票据号',
    en: 'The agent takes no fee. For an official fee enter the receipt number',
  },
  'visit.not_found': { zh: '没有这张交件单，请重新扫码', en: 'No such visit. Scan the code again' },
  'visit.empty': { zh: '请选要交的件，一件选一次', en: 'Choose the cases, each once' },
  'booking.of_visit': {
    zh: '代办员约的时间，请代办员在手机上改',
    en: 'An agent has booked it and changes it on the phone',
  },
  'ticket.of_visit': {
    zh: '代办员的号不改约，请取消，改天扫码再取',
    en: 'An agent’s number is not moved. Cancel it; the code gets one on another day',
  },
  'visit.has_ticket': { zh: '已经取过号：{n}，请等叫号', en: 'It has number {n}. Please wait' },
  'visit.replaced': {
    zh: '这张交件单已经重新选过，请用新的',
    en: 'A newer list stands in its place. Use that one',
  },
  'visit.case_served': { zh: '这一件已经交接过', en: 'This case was handed over already' },
  'visit.done': { zh: '这张交件单已经办完', en: 'This visit is finished' },
  'visit.not_served': { zh: '还有件没交接完', en: 'Some cases are not handed over yet' },
  'call_back.not_found': { zh: '这件不在回访名单里', en: 'This case is not on the call-back list' },
  'call_back.settled': { zh: '这件已经回访完了', en: 'This case was called back already' },
  'guardian.missing': {
    zh: '不满14岁的，请监护人委托',
    en: 'Under 14 the guardian gives the authority',
  },
  'agent.self': {
    zh: '自己的事要由别的代办员或镇中心办',
    en: 'An agent’s own matter goes to another agent or to the township centre',
  },
  'relation.undeclared': {
    zh: '请先声明与申请人是不是近亲属',
    en: 'First declare whether the applicant is a near relative of yours',
  },
  'author.differs': {
    zh: '这一条是别人登记的，请由登记人自己发送',
    en: 'Somebody else captured this entry. Its author sends it',
  },
  'author.disabled': {
    zh: '写这条时账号已停用，请到镇中心登记',
    en: 'The account was closed when this was written. It is entered at the centre',
  },
  'case.revision_changed': {
    zh: '镇中心的{fields}已改过[（{by}，{at}）]，请核对',
    en: 'The centre has another {fields} meanwhile[ ({by}, {at})]. Compare the two',
  },
  'number.not_lent': {
    zh: '这个编号不在本机手里，请核对',
    en: 'This number is not in the hands of this phone. Check it',
  },
  'number.used': {
    zh: '这个编号已经用在办件上，不能作废',
    en: 'This number stands on a case already; it cannot be made void',
  },
  'number.re_entered': {
    zh: '回执已补录为 {number}，请镇中心核对',
    en: 'The slip was entered again as {number}. The centre compares the two',
  },
  'declaration.missing': { zh: '还没有确认申请人声明', en: 'The applicant’s declaration is not confirmed' },
  'command.malformed': {
    zh: '这条内容的格式不对，已保留在本机，请找管理员',
    en: 'This entry has the wrong form. It is kept on the device; ask the administrator',
  },
  'command.too_large': {
    zh: '这条内容太大，已保留在本机',
    en: 'This entry is too large. It is kept on the device',
  },
  'command.unreadable': {
    zh: '手机里这一条坏了，请修改后重发或撤回',
    en: 'This entry is damaged on the phone. Change and send it again, or withdraw it',
  },
  'predecessor.missing': {
    zh: '前面的一条没有到，请撤回后再写一次',
    en: 'The entry before this one never arrived. Withdraw this one and write it again',
  },
  'quota.reached': {
    zh: '今天的条数到了 {n}，明天自动再发',
    en: 'Today’s {n} entries are reached. The rest goes by itself tomorrow',
  },
  'village.unsent_items': {
    zh: '还有 {n} 件没发出去，不能退出；可以换人',
    en: '{n} entries are not sent yet, so you cannot sign out; another person may take over',
  },
  'protocol.too_old': {
    zh: '本机程序太旧，请联网更新后再发',
    en: 'This page is too old. Update it while connected, then send again',
  },
  'author.not_here': {
    zh: '这位代办员没在这部手机上登录过',
    en: 'This agent never signed in on that phone',
  },
  'command.bad_signature': {
    zh: '这一行被改过或损坏，没有收',
    en: 'This line was changed or damaged and was not taken',
  },
  'export.not_readable': {
    zh: '这不是本中心手机导出的备份',
    en: 'This is no export of a phone of this centre',
  },
  'export.truncated': {
    zh: '备份不完整，已收完整的部分',
    en: 'The export was cut off. What was whole has gone in',
  },
  'text.control_character': {
    zh: '内容里有看不见的控制符，请删掉重写',
    en: 'The text holds invisible control characters. Remove them',
  },
} as const satisfies Partial<Record<RefusalCode, Sentence>>
