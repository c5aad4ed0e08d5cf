import type { RefusalCode } from '../vocabulary/refusal.ts'
import type { Sentence } from './sentence.ts'

/** What a resident's own phone can be refused; all that it loads of the refusals (K25). */
export const PUBLIC_REFUSALS = {
  'request.invalid': {
    zh: '有内容填得不对，请看标出的地方',
    en: 'Something is not filled in right. See the marked fields',
  },
  'request.not_found': { zh: '没有这个地址', en: 'There is nothing at this address' },
  'request.too_large': { zh: '内容太大，请分几次提交', en: 'This is too large. Send it in several parts' },
  'request.too_many': { zh: '点得太快，请过一会儿再试', en: 'Too many requests. Try again in a moment' },
  'command.reused': {
    zh: '这次提交和上次内容不同，请核对后重新提交',
    en: 'This submission differs from the one sent before. Check it and submit again',
  },
  'ticket.not_found': { zh: '没找到这个号', en: 'This number was not found' },
  'ticket.expired': {
    zh: '这个号是 {d} 的，请重新取号',
    en: 'This number is from {d}. Please take a new one',
  },
  'ticket.wrong_status': {
    zh: '{n} 现在是{status}，不能{action}',
    en: '{n} is {status} now; it cannot be {action}',
  },
  'ticket.finished': {
    zh: '这个号已经办完[（{n} {status}）]',
    en: 'This number is finished[ ({n} {status})]',
  },
  'ticket.rejoin_limit': {
    zh: '已恢复过 {n} 次，请重新取号',
    en: 'Rejoined {n} times already. Please take a new number',
  },
  'ticket.restore_too_late': { zh: '已取消，请重新取号', en: 'Cancelled. Please take a new number' },
  'ticket.postpone_limit': { zh: '已让过两次', en: 'You have let others pass twice already' },
  'topic.no_window': {
    zh: '今天没有窗口办这件事[，{d} 可办]',
    en: 'No window takes this matter today[. Come on {d}]',
  },
  'topic.not_found': { zh: '没有这类事项，请重新选择', en: 'There is no such matter. Choose again' },
  'booking.slot_full': {
    zh: '这个时段约满了[，可约 {free}]',
    en: 'This time is fully booked[. Free: {free}]',
  },
  'booking.unknown': { zh: '没找到预约', en: 'No booking was found' },
  'booking.other_day': { zh: '您约的是 {d}', en: 'Your booking is for {d}' },
  'booking.not_offered': { zh: '这个时段不能约，请重选', en: 'This time cannot be booked. Choose another' },
  'booking.already_made': {
    zh: '这个手机号当天已约了这件事',
    en: 'This phone number has a booking for this matter on that day',
  },
  'booking.finished': { zh: '这个预约{status}，不能再用', en: 'This booking is {status} and of no more use' },
  'booking.limit': { zh: '一个手机号最多约 {n} 次', en: 'One phone number has at most {n} bookings' },
  'item.not_found': { zh: '没有这个事项', en: 'There is no such item' },
  'case.urge_too_soon': {
    zh: '催过了[，{date}后可再催]',
    en: 'Already urged[. You can urge again after {date}]',
  },
  'code.not_found': {
    zh: '没找到这个查询码。请看小票最下面一行',
    en: 'This query code was not found. See the last line of the slip',
  },
  'code.too_many_tries': {
    zh: '试得太多了，请过一分钟，或叫人帮忙',
    en: 'Too many tries. Wait a minute, or ask somebody for help',
  },
  'contact.phone': { zh: '电话号码不对', en: 'The telephone number is not right' },
} as const satisfies Partial<Record<RefusalCode, Sentence>>
