import type { ratingZh } from './rating-zh.ts'

export const ratingEn: Readonly<Record<keyof typeof ratingZh, string>> = {
  'frame.ratings': 'Ratings',
  'rating.title': 'Ratings',
  'rating.levels': '{{n}} ratings since {{since}}',
  'rating.level': 'Level',
  'rating.count': 'Number',
  'rating.low': 'Low ratings open: {{n}}',
  'rating.none': 'No low rating is open',
  'rating.silent': 'No reason was given',
  'rating.unnamed': 'No phone number: nobody to answer',
  'rating.phone': 'Phone {{phone}}: answer and call back',
  'rating.reveal': 'Show the number',
  'rating.contactBy': 'Contact by',
  'rating.rectifyBy': 'Put right by',
  'rating.late': 'Late',
  'rating.given': 'Low rating received',
  'rating.nextStep': 'What next',
  'rating.done': '{{step}}: what was done',
}
