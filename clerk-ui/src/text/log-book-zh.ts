/** Words of the page of the agency log book (V16 to V19). */
export const logBookZh = {
  'logBook.title': '代办台账',
  'logBook.stale': '{{time}} 的数据',
  'logBook.month': '月份',
  'logBook.point': '代办点',
  'logBook.all': '全部代办点',
  'logBook.print': '打印',
  'logBook.xlsx': '导出 XLSX',
  'logBook.csv': '导出 CSV',
  'logBook.posted': '导出公示版',
  'logBook.empty': '这个月没有记录',
  'logBook.more': '再看前面的',
  'logBook.signedAgent': '代办员（签字）：',
  'logBook.signedCommittee': '村务监督委员会（签字）：',
  'logBook.signedOn': '日期：',
  'logBook.open': '看代办台账',
} as const
