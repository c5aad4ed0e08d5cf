import type { retentionZh } from './retention-zh.ts'

export const retentionEn: Record<keyof typeof retentionZh, string> = {
  'frame.adminRetention': 'Removal by age',
  'a10.title': 'Personal data whose time is over',
  'a10.hint':
    'Removes names, document numbers, phones, addresses, handwritten words, the contents of papers and photos. Events and logs stay. The administrator asks, the supervisor approves; it cannot be undone.',
  'a10.caption': 'Over their time now',
  'a10.kind': 'Class',
  'a10.before': 'Before',
  'a10.count': 'Count',
  'a10.kind.drafts': 'Drafts (by themselves each night)',
  'a10.kind.bookings': 'Persons of past bookings (by themselves after the day)',
  'a10.kind.ratings': 'Words and numbers of ratings',
  'a10.kind.cases': 'Cases',
  'a10.kind.letters': 'Letters, calls and visits',
  'a10.kind.petitions': 'Petitions and restricted cases',
  'a10.ask': 'Ask for removal',
  'a10.run': 'Approve and remove {{n}}',
  'a10.withdraw': 'Take back',
  'a10.runs': 'Removals so far',
  'a10.state.entered': 'waiting for approval',
  'a10.state.running': 'running',
  'a10.state.done': 'done',
  'a10.state.withdrawn': 'taken back',
  'a10.asked': 'asked for by {{by}} {{at}}, {{n}}',
  'a10.settled': '{{by}} {{at}}',
}
