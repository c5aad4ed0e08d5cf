import type { RefusalCode } from '../vocabulary/refusal.ts'
import type { Sentence } from './sentence.ts'

/** Who is asking, and how it was asked. */
export const ACCESS_REFUSALS = {
  'session.none': { zh: '请先登录', en: 'Please sign in first' },
  'session.expired': {
    zh: '登录已过期，请重新登录，填的内容还在',
    en: 'You were signed out. Sign in again; what you typed is kept',
  },
  'session.bad_credentials': { zh: '用户名或密码不对', en: 'The user name or password is not right' },
  'session.wait': { zh: '请等 {s} 秒再试', en: 'Please wait {s} seconds and try again' },
  'session.busy': {
    zh: '登录的人太多，请过几秒再试',
    en: 'Too many people are signing in. Try again in a few seconds',
  },
  'session.forbidden': {
    zh: '您的岗位不能做这一步，请找管理员',
    en: 'Your post may not do this. Ask the administrator',
  },
  'origin.wrong': {
    zh: '请从本系统的网址打开页面再操作',
    en: 'Open the page at the system’s own address and try again',
  },
  'device.not_enrolled': { zh: '这台设备还没有登记', en: 'This device is not enrolled yet' },
  'device.revoked': {
    zh: '这台设备已停用，请找管理员',
    en: 'This device was withdrawn. Ask the administrator',
  },
  'device.lost': {
    zh: '这台手机已挂失，请联系镇中心',
    en: 'This phone was reported lost. Call the township centre',
  },
  'device.not_lost': { zh: '这台手机没有挂失', en: 'This phone is not lost' },
  'device.forbidden': { zh: '这台设备不能做这一步', en: 'This device may not do this' },
  'enrol.code_wrong': { zh: '登记码不对，请核对', en: 'The enrolment code is not right. Check it' },
  'enrol.code_spent': {
    zh: '登记码已用过或已过期，请领新码',
    en: 'The enrolment code is used up or too old. Get a new one',
  },
  'recovery.password_first': {
    zh: '请重新登录，再输开通码',
    en: 'Sign in again, then enter the code',
  },
  'recovery.not_readable': {
    zh: '这份副本打不开，草稿找不回',
    en: 'This copy does not open, and the drafts do not come back',
  },
  'sheet.unreadable': {
    zh: '读不出这个文件。请存成 xlsx 或 csv 再选一次',
    en: 'This file cannot be read. Save it as xlsx or csv and choose it again',
  },
  'import.too_large': {
    zh: '一次最多导入 {n} 行，请分成几个文件',
    en: 'At most {n} rows at a time. Split the file',
  },
  'import.empty': {
    zh: '表里没有数据。第一行写列名，下面写办件',
    en: 'The sheet has no rows. Name the columns in the first row, cases below',
  },
  'import.faulty': {
    zh: '有 {n} 处错误，一件也没有导入，请改好再选',
    en: '{n} errors, and nothing was imported. Correct the sheet and choose it again',
  },
  'import.not_found': { zh: '没有这次导入', en: 'There is no such import' },
  'import.settled': { zh: '这次导入已处理', en: 'This import is already settled' },
  'import.already_entered': {
    zh: '这张表已提交，正等主管确认',
    en: 'This sheet was sent and waits for the supervisor',
  },
  'import.preview_required': {
    zh: '情况有变化，请再看一遍预览',
    en: 'Things have changed. Look at the preview again',
  },
  'staff.deputy_invalid': {
    zh: 'B岗要是同单位的另一位承办人',
    en: 'The deputy is another handler of the same unit',
  },
  'staff.leave_range': {
    zh: '请假要写B岗和起止日期，止不早于今天',
    en: 'A leave needs a deputy, a first and a last day, not before today',
  },
  'start_code.wrong': {
    zh: '启动码不对，请看服务器上的 start-code 文件',
    en: 'The set-up code is not right. Read the file start-code on the server',
  },
  'password.weak': {
    zh: '密码太简单：至少 10 位，大写、小写、数字、符号中占三种',
    en: 'The password is too simple: at least 10 characters, three of upper case, lower case, digits, signs',
  },
  'session.code_wrong': {
    zh: '登录码不对或已过期，请找管理员领新码',
    en: 'The code is wrong or too old. Ask the administrator for a new one',
  },
  'staff.not_found': { zh: '没有这个账号', en: 'There is no such account' },
  'staff.name_taken': { zh: '这个用户名已有人用，请换一个', en: 'This user name is taken. Choose another' },
  'staff.own_account': {
    zh: '不能停用或改自己的岗位，请另一位管理员来做',
    en: 'Not your own account. Ask another administrator',
  },
  'staff.changed': {
    zh: '这个账号刚有变化，请看最新情况',
    en: 'This account has just changed. Look at the latest state',
  },
  'staff.stopped': { zh: '账号已停用，先恢复', en: 'The account is stopped. Resume it first' },
  'staff.unit_missing': { zh: '请选部门', en: 'Choose the unit' },
  'staff.village_missing': { zh: '请选村', en: 'Choose the village' },
  'store.full': {
    zh: '存储满了，暂时不能登记，请人工叫号',
    en: 'Storage is full, nothing can be recorded. Call numbers by hand',
  },
} as const satisfies Partial<Record<RefusalCode, Sentence>>
