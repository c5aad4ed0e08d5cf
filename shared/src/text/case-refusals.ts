import type { RefusalCode } from '../vocabulary/refusal.ts'
import type { Sentence } from './sentence.ts'

/** Items, cases, their clocks and papers. */
export const CASE_REFUSALS = {
  'item.stopped': {
    zh: '该事项已停办[，请改成{name}]',
    en: 'This item is no longer offered[. Choose {name} instead]',
  },
  'item.outdated': {
    zh: '这份指南 {d} 起换了新版，请更新后重新登记',
    en: 'This guide was replaced on {d}. Update it and register again',
  },
  'assign.not_his': {
    zh: '{number} 已不是他在办，请再看一遍',
    en: '{number} is no longer his. Look again',
  },
  'assign.bad_colleague': {
    zh: '只能交给同单位在岗、不用回避的人',
    en: 'Choose an active colleague of the same unit who need not stand aside',
  },
  'item.same': { zh: '就是这个事项，没有要改的', en: 'It is this item already; nothing to change' },
  'item.in_person_required': {
    zh: '这件事要本人到场办理，村里不能代办',
    en: 'The person must come; the village cannot do this',
  },
  'item.not_agency': { zh: '该事项不能在村代办', en: 'Village points do not take this item' },
  'case.not_found': { zh: '没有这个办件', en: 'There is no such case' },
  'case.forbidden': {
    zh: '这件[由{unit}办理，]您只能看进度',
    en: 'You can only see the progress[; {unit} handles this case]',
  },
  'case.wrong_status': {
    zh: '该件现为“{status}”[（{by}，{at}）]，不能{action}[；现在可以：{actions}]',
    en: 'The case is “{status}”[ ({by}, {at})]; it cannot be {action}[. Possible now: {actions}]',
  },
  'case.changed': {
    zh: '这件刚有变化，请看最新情况，填的内容还在',
    en: 'The case has just changed. Look at the latest state; what you typed is kept',
  },
  'case.immediate': {
    zh: '这是即办件，请当场办结或转承诺',
    en: 'This is an immediate case. Finish it now or convert it',
  },
  'case.not_immediate': { zh: '这是承诺件，请先受理', en: 'This case has a deadline. Accept it first' },
  'case.not_proxy': {
    zh: '该事项由本镇决定，不能转报',
    en: 'The township decides this item; it is not forwarded',
  },
  'case.not_joint': { zh: '该事项不需县级审核', en: 'This item needs no county review' },
  'case.deferred_open': {
    zh: '容缺材料未补齐[：{list}]',
    en: 'Promised materials are still missing[: {list}]',
  },
  'case.consent_missing': {
    zh: '还没勾"本人同意由我代办"',
    en: 'Tick “the person agrees that I act for them” first',
  },
  'convert.not_immediate': { zh: '只有即办件可转承诺', en: 'Only an immediate case can be converted' },
  'material.missing': {
    zh: '还缺：{list}，可出一次性告知单',
    en: 'Still missing: {list}. You can give the one-time notice',
  },
  'material.promise_too_late': {
    zh: '「{name}」最晚只能承诺到 {date} 补',
    en: '“{name}” may be promised for {date} at the latest',
  },
  'material.unknown': {
    zh: '该事项没有这份材料：{name}',
    en: 'This item does not list the material: {name}',
  },
  'supplement.already_given': {
    zh: '已一次性告知，再次告知须主管批准',
    en: 'The one-time notice was given. A second needs the supervisor',
  },
  'supplement.empty': { zh: '请至少列一项', en: 'List at least one material' },
  'supplement.shared_material': {
    zh: '{name}由部门共享取得，不得要群众提供',
    en: 'Offices share {name}; do not ask the resident for it',
  },
  'pause.reason_not_listed': { zh: '该理由不能停止计时', en: 'This reason does not stop the clock' },
  'pause.immediate_case': { zh: '即办件不能暂停计时', en: 'The clock of an immediate case cannot be paused' },
  'case.pause_notice_missing': {
    zh: '暂停要有书面告知，请先出文书',
    en: 'A pause needs its written notice. Issue it first',
  },
  'extension.already_used': { zh: '只能延期一次', en: 'A case is extended only once' },
  'extension.too_long': {
    zh: '最多延长{n}天，按承诺的天数算',
    en: 'At most {n} days, counted as the promise counts them',
  },
  'extension.too_late': { zh: '期限已过，不能延期', en: 'The deadline has passed; it cannot be extended' },
  'extension.no_approval': { zh: '须负责人批准', en: 'The leader must approve this' },
  'extension.not_allowed': { zh: '该事项不能延期', en: 'This item cannot be extended' },
  'event.backdate_range': { zh: '日期须在{from}至{to}之间', en: 'The date must lie between {from} and {to}' },
  'return.too_early': {
    zh: '[补正期到{date}，]现在不能退件',
    en: 'It cannot be returned now[; papers are awaited until {date}]',
  },
  'approval.same_person': {
    zh: '申请人和批准人不能是同一人',
    en: 'Who asks and who approves must be two persons',
  },
  'approval.none_open': { zh: '没有待批准的申请', en: 'There is no open request to approve' },
  'correction.same_person': { zh: '更正须由他人办理', en: 'Another person must correct this' },
  'retention.not_found': { zh: '没有这次清理', en: 'There is no such removal' },
  'retention.already_entered': {
    zh: '已经有一次清理在等批准',
    en: 'A removal is already waiting for the second person',
  },
  'retention.nothing': { zh: '没有到期要清理的', en: 'Nothing has reached its time' },
  'retention.settled': { zh: '这次清理已经办过了', en: 'This removal is already settled' },
  'duplicate.not_alike': {
    zh: '这两件不是同一人的同一事项',
    en: 'These two are not the same matter of the same person',
  },
  'duplicate.settled': { zh: '这两件已经核对过了', en: 'These two have been checked already' },
  'duplicate.kept_ended': {
    zh: '{number}已经办完，不能再并入',
    en: '{number} has ended, so nothing can be merged into it',
  },
  'duplicate.not_merged': { zh: '这一件没有并入别的件', en: 'This case was not merged into another' },
  'correction.not_possible': {
    zh: '这一步不能更正[，请先更正后面的“{action}”]',
    en: 'This step cannot be corrected[. Correct the later “{action}” first]',
  },
  'order.not_found': { zh: '没有这张督办单', en: 'There is no such supervision order' },
  'order.already_open': {
    zh: '同级督办单还没办结，先等它办结',
    en: 'An order of this level is still open. Close it first',
  },
  'order.already_replied': { zh: '这张督办单已经回复过', en: 'This order was answered before' },
  'order.not_replied': {
    zh: '单位还没回复，不能办结督办单',
    en: 'The unit has not answered yet; the order cannot be closed',
  },
  'order.not_yours': { zh: '谁发的督办单由谁办结', en: 'Whoever issued the order closes it' },
  'order.closed': { zh: '这张督办单已办结', en: 'This order is closed' },
  'result.already_told': { zh: '已经告知过，等人来取', en: 'The person knows already' },
  'result.attempts_spent': {
    zh: '已打三次没人接，请托村里转告',
    en: 'Three calls were not answered. Ask the village point to pass it on',
  },
  'decision.reason_missing': { zh: '请写明理由和救济途径', en: 'State the reasons and the remedies' },
  'refusal.organ_missing': {
    zh: '请写明应向哪个机关申请',
    en: 'State which office the person should apply to',
  },
  'delivery.receiver_missing': {
    zh: '请填领取人和送达方式',
    en: 'Enter the receiver and the way of delivery',
  },
  'transfer.none_open': { zh: '没有待接收的转办', en: 'No transfer waits to be taken over' },
  'transfer.needs_supervisor': {
    zh: '已退回过，请主管决定',
    en: 'It was sent back before. Ask the supervisor to decide',
  },
  'subtask.after_case_due': {
    zh: '协办期限不能晚于{date}',
    en: 'A sub-task cannot be due after {date}',
  },
  'subtask.not_found': { zh: '没有这项协办', en: 'There is no such sub-task' },
  'subtask.ended': { zh: '这项协办已经结束', en: 'This sub-task has ended' },
  'case.subtasks_open': { zh: '还有{n}项协办未完成', en: '{n} sub-tasks are still open' },
  'check.one_person': { zh: '核查须两人以上', en: 'A check needs two persons or more' },
  'check.missing': { zh: '还没有核查记录', en: 'The check has not been recorded yet' },
  'case.no_pledge': { zh: '该事项没有告知承诺', en: 'This item has no written promise' },
  'case.pledge_made': { zh: '已经签过告知承诺', en: 'The promise was signed before' },
  'transfer.conflict_of_interest': {
    zh: '该单位或人员应回避',
    en: 'The case concerns this unit or person, who must not have it',
  },
  'transfer.bad_target': { zh: '不能转给该单位', en: 'It cannot be transferred to this unit' },
  'reveal.limit': {
    zh: '一小时内已看过 {n} 次全名，请找主管',
    en: 'Personal data were shown {n} times within the hour. Ask a supervisor',
  },
  'reveal.purpose_required': {
    zh: '查看完整信息要选用途',
    en: 'Choose a purpose before seeing the full details',
  },
  'reveal.not_recorded': {
    zh: '查看记录没有写成，信息暂不能显示',
    en: 'The access could not be recorded, so nothing is shown',
  },
  'number.not_arrived': {
    zh: '这个编号由 {name} 代办点发出，镇中心还没有收到',
    en: 'The point of {name} gave out this number; the centre has not received it yet',
  },
  'number.not_open': {
    zh: '这个编号不在待补录的单子里，请核对',
    en: 'This number is not among those to be entered again. Check it',
  },
  'number.check_failed': { zh: '编号有误，请核对', en: 'The number has an error. Check it' },
  'calendar.invalid': { zh: '第{line}行：{problem}', en: 'Line {line}: {problem}' },
  'calendar.source_missing': { zh: '请填通知文号和日期', en: 'Enter the number and date of the notice' },
  'calendar.preview_required': {
    zh: '请先看哪些办件会变',
    en: 'First look at which cases would move',
  },
  'calendar.being_applied': {
    zh: '上一次更改还在更新办件，请稍等',
    en: 'The last change is still reaching the cases. Wait a little',
  },
  'calendar.already_entered': {
    zh: '已有一份等发布，请先发布或撤回',
    en: 'One waits to be published. Publish or withdraw it first',
  },
  'due.nothing_new': {
    zh: '告知的日期就是现在的日期',
    en: 'The day that was told is the day that is counted',
  },
  'calendar.not_found': { zh: '没有这份更改', en: 'There is no such change' },
  'calendar.settled': {
    zh: '这份更改已经发布或撤回',
    en: 'This change was already published or withdrawn',
  },
} as const satisfies Partial<Record<RefusalCode, Sentence>>
