import type { logBookZh } from './log-book-zh.ts'

export const logBookEn: Record<keyof typeof logBookZh, string> = {
  'logBook.title': 'Agency log book',
  'logBook.stale': 'As of {{time}}',
  'logBook.month': 'Month',
  'logBook.point': 'Point',
  'logBook.all': 'All points',
  'logBook.print': 'Print',
  'logBook.xlsx': 'Export XLSX',
  'logBook.csv': 'Export CSV',
  'logBook.posted': 'Export for the notice board',
  'logBook.empty': 'Nothing in this month',
  'logBook.more': 'Earlier lines',
  'logBook.signedAgent': 'Agent (signature):',
  'logBook.signedCommittee': 'Village supervision committee (signature):',
  'logBook.signedOn': 'Date:',
  'logBook.open': 'Open the log book',
}
