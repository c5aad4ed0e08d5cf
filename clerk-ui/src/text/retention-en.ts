import type { retentionZh } from './retention-zh.ts'

export const retentionEn: Record<keyof typeof retentionZh, string> = {
  'frame.adminRetention': 'Removal by age',
  'a9.title': 'Personal data whose time is over',
  'a9.hint':
    'Removes names, document numbers, phones, addresses, handwritten words, the contents of papers and photos. Events and logs stay. The administrator asks, the supervisor approves; it cannot be undone.',
  'a9.caption': 'Over their time now',
  'a9.kind': 'Class',
  'a9.before': 'Before',
  'a9.count': 'Count',
  'a9.kind.drafts': 'Drafts (by themselves each night)',
  'a9.kind.bookings': 'Persons of past bookings (by themselves after the day)',
  'a9.kind.ratings': 'Words and numbers of ratings',
  'a9.kind.cases': 'Cases',
  'a9.kind.letters': 'Letters, calls and visits',
  'a9.kind.petitions': 'Petitions and restricted cases',
  'a9.ask': 'Ask for removal',
  'a9.run': 'Approve and remove {{n}}',
  'a9.withdraw': 'Take back',
  'a9.runs': 'Removals so far',
  'a9.state.entered': 'waiting for approval',
  'a9.state.running': 'running',
  'a9.state.done': 'done',
  'a9.state.withdrawn': 'taken back',
  'a9.asked': 'asked for by {{by}} {{at}}, {{n}}',
  'a9.settled': '{{by}} {{at}}',
}
