import type { villageCaseZh } from './case-zh.ts'

export const villageCaseEn: Record<keyof typeof villageCaseZh, string> = {
  'village.case.fetch': 'The agent may not receive it: the resident fetches it at the centre',
  'village.case.fetchEnded': 'The authority has ended: the resident fetches it at the centre',
  'village.authority.revoked':
    'The resident has taken the authority back: the centre sees to papers, contact details and withdrawals',
  'village.authority.over':
    'The authority ended on {{date}}: for papers, contact details, or a withdrawal the resident goes to the centre',
  'village.case.more': 'More to do',
  'village.cases.title': 'Cases',
  'village.cases.empty': 'No open cases of this village',
  'village.cases.atUnit': 'at {{unit}}',
  'village.case.notFound': 'No such case',
  'village.case.missing': 'Still missing',
  'village.case.until': 'Please complete by {{date}}',
  'village.case.nothing': 'No materials are missing',
  'village.case.send': 'Hand in {{n}}',
  'village.case.call': 'Show the phone and call',
  'village.case.applicant': 'Resident',
  'village.case.item': 'Item',
  'village.case.status': 'Now',
  'village.case.registered': 'Registered in the village',
  'village.case.received': 'Received by the centre',
  'village.case.handUp': 'hand-up took {{n}} working days',
  'village.case.answerBy': 'Answer on acceptance',
  'village.case.due': 'To be finished',
  'village.case.photos': 'Photos',
  'village.case.photosOpen': '{{n}} not transferred yet',
  'village.case.progress': 'Progress',
  'village.case.note': 'Note',
  'village.case.photosIn': 'Photos and materials are in',
}
