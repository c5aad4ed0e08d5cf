import type { RefusalCode } from '../vocabulary/refusal.ts'
import type { Sentence } from './sentence.ts'

/** Tickets, windows, the kiosk and the hall's day. */
export const HALL_REFUSALS = {
  'ticket.elsewhere': { zh: '{n} 在 {w} 号窗口', en: '{n} is at window {w}' },
  'ticket.changed': {
    zh: '[{n} ]刚有变化，请看最新情况',
    en: '[{n}: ]something has just changed. Look at the latest state',
  },
  'ticket.hall_closed': {
    zh: '今天取号已结束[。上班时间：{hours}]',
    en: 'No more numbers today[. Opening hours: {hours}]',
  },
  'ticket.undo_too_late': {
    zh: '超过 {s} 秒，不能撤回；可转回或过号',
    en: 'More than {s} seconds have passed. Transfer the number or mark it missed',
  },
  'ticket.missed_too_early': {
    zh: '还不能过号：要叫满 {n} 次，隔 {s} 秒[（已叫 {k} 次）]',
    en: 'Too early to mark as missed: call {n} times, {s} seconds apart[ (called {k} times)]',
  },
  'ticket.not_heard': {
    zh: '大厅还没有显示或播报 {n}，请再叫一次，或确认仍要过号',
    en: 'The hall has not shown or spoken {n}. Call again, or confirm that it is missed',
  },
  'ticket.reopen_too_late': {
    zh: '超过 60 秒，请写更正',
    en: 'More than 60 seconds have passed. Write a correction',
  },
  'ticket.batch_too_large': {
    zh: '一个号最多 {n} 件，请分两个号',
    en: 'One number covers at most {n} matters. Take two numbers',
  },
  'ticket.already_waiting': { zh: '您已有 {n}', en: 'You already have {n}' },
  'ticket.not_served_here': {
    zh: '本窗口不办这件事，可先转过来',
    en: 'This window does not serve it. Transfer the number first',
  },
  'correction.nothing': { zh: '没有要更正的内容', en: 'There is nothing to correct' },
  'time.out_of_range': {
    zh: '时间须在 {from} 到 {to} 之间',
    en: 'The time must lie between {from} and {to}',
  },
  'ticket.quota_full': {
    zh: '今天的号取完了，请到导服台[；可约 {d}][；{next} 可来取号]',
    en: 'All numbers of today are taken. Please ask at the hall guide[; {d} can be booked][; come on {next}]',
  },
  'ticket.intake_closing': {
    zh: '今天可能办不到您了[，可约 {d}][，{next} 可来取号]',
    en: 'Your turn may not come today[. {d} can be booked][. Come on {next}]',
  },
  'ticket.priority_at_desk': {
    zh: '请直接到导服台，工作人员帮您安排',
    en: 'Please go straight to the help desk. Staff will see to it',
  },
  'ticket.return_at_desk': {
    zh: '今天时间不多了，取件补件请到导服台',
    en: 'Little time is left today. For results and papers please go to the help desk',
  },
  'queue.empty': { zh: '现在没人排队', en: 'Nobody is waiting now' },
  'window.not_found': { zh: '没有这个窗口', en: 'There is no such window' },
  'window.nobody': { zh: '本窗口现在没有叫号', en: 'Nobody is called at this window' },
  'window.busy': { zh: '先办完 {n}', en: 'Finish {n} first' },
  'window.not_open': { zh: '窗口没有开始服务', en: 'The window is not open' },
  'window.paused': { zh: '本窗口暂停中，Ctrl+B 恢复', en: 'This window is paused. Ctrl+B resumes it' },
  'window.in_use': {
    zh: '{w}号窗口正在[由 {name} ]使用[（{t} 起）]，接管要写原因',
    en: 'Window {w} is in use[ by {name}][ since {t}]. Taking over needs a reason',
  },
  'window.not_yours': { zh: '您不在这个窗口', en: 'You are not at this window' },
  'window.hold_limit': { zh: '本窗口已挂起 {n} 个', en: 'This window already holds {n} numbers' },
  'window.still_open': {
    zh: '{w}号窗口还开着，先离开窗口',
    en: 'Window {w} is still open. Close it first',
  },
  'window.has_tickets': {
    zh: '还有 {n} 个号在等 {w} 号窗口',
    en: '{n} numbers still wait for window {w}',
  },
  'window.exists': { zh: '已有 {w} 号窗口', en: 'Window {w} exists already' },
  'window.forbidden': {
    zh: '您不能用 {w} 号窗口，请找管理员',
    en: 'You may not use window {w}. Ask the administrator',
  },
  'call.too_soon': { zh: '刚叫过，请等 {s} 秒', en: 'Just called. Wait {s} seconds' },
  'call.limit': { zh: '已叫 {n} 次', en: 'Called {n} times already' },
  'reason.required': { zh: '请选原因或写明理由', en: 'Choose or write a reason' },
  'visit.outcome_missing': {
    zh: '先选办得怎么样（1–6），再叫下一位',
    en: 'First choose the outcome (1–6), then call the next',
  },
  'visit.case_missing': {
    zh: '请先登记办件，或选“补录”',
    en: 'Enter the case first, or choose “enter later”',
  },
  'transfer.same_place': { zh: '已经在这里排队', en: 'It already waits here' },
  'transfer.no_window': {
    zh: '那边没有窗口，仍要转吗',
    en: 'No window is open there. Transfer all the same?',
  },
  'topic.last_window': {
    zh: '这是办这件事的最后一个窗口，还有 {n} 人在等，确定要取消吗',
    en: 'This is the last window for it and {n} are waiting. Take it away all the same?',
  },
  'lease.none': {
    zh: '取号机暂停，请到导服台领纸号',
    en: 'The kiosk has stopped. Please get a paper number at the hall guide',
  },
  'lease.mismatch': { zh: '已存，待工作人员核对', en: 'Kept. Staff will check it' },
  'kiosk.too_fast': { zh: '请等 {s} 秒再点', en: 'Please wait {s} seconds' },
  'paper.rows_wrong': {
    zh: '有 {n} 行要改，一行都没有存',
    en: '{n} rows are wrong; nothing was kept',
  },
  'paper.spare_exhausted': { zh: '备用号已印到 9999', en: 'Spare numbers are printed up to 9999' },
  'print.not_found': { zh: '没有这张小票的打印记录', en: 'There is no such print job' },
  'print.again_limit': {
    zh: '已经补打过一次，请到窗口',
    en: 'It was printed again once. Please ask at a window',
  },
  'print.again_late': {
    zh: '超过 10 分钟，请到窗口补打',
    en: 'More than 10 minutes have passed. Please ask at a window',
  },
  'print.picture': {
    zh: '小票的图不对，请重新打开页面',
    en: 'The picture of the paper is wrong. Reload the page',
  },
  'printer.none': { zh: '这里没有设网络打印机', en: 'No network printer is set here' },
  'printer.address': {
    zh: '请写局域网地址，如 192.168.1.50',
    en: 'Write an address of your own network, such as 192.168.1.50',
  },
  'pin.none': {
    zh: '还没有设机器密码，请找管理员',
    en: 'No PIN is set for this machine. Ask the administrator',
  },
  'pin.wrong': { zh: '密码不对，请再试一次', en: 'Wrong PIN. Try again' },
  'notice.not_found': { zh: '没有这条公告', en: 'There is no such notice' },
  'notice.changed': {
    zh: '这条公告刚有变化，请看最新内容',
    en: 'This notice has just changed. Look at it again',
  },
  'notice.stopped': { zh: '这条公告已停用，请另写一条', en: 'This notice was stopped. Write a new one' },
  'day.still_serving': { zh: '{w} 号窗口还在办理', en: 'Window {w} is still serving' },
  'setting.not_found': { zh: '没有这个设置', en: 'There is no such setting' },
  'setting.out_of_range': {
    zh: '超出可选范围[：{from} 到 {to}]',
    en: 'Outside what can be chosen[: {from} to {to}]',
  },
} as const satisfies Partial<Record<RefusalCode, Sentence>>
