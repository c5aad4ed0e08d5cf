import type { villageVisitZh } from './visit-zh.ts'

export const villageVisitEn: Record<keyof typeof villageVisitZh, string> = {
  'village.visit.title': 'Batch visit',
  'village.visit.choose': 'Choose what goes to the centre',
  'village.visit.up': 'Papers:',
  'village.visit.down': 'Result:',
  'village.visit.make': 'Make the code, {{n}} matters',
  'village.visit.unsent': 'not sent yet',
  'village.visit.away': 'not at the centre yet',
  'village.visit.tooMany': 'At most {{n}} at once: make two lists',
  'village.visit.unfit': '{{number}}: {{reason}}. Take this one off; the others can go',
  'village.visit.anew': 'Choose again',
  'village.visit.showAgain': 'Some are not served yet: scan it again for a number',
  'village.visit.show': 'Scan it at the kiosk, or show it at the window',
  'village.visit.number': 'Number {{number}}: wait for the call',
  'village.visit.servedUncalled': 'All handed over. Please check and sign',
  'village.visit.served': 'Number {{number}}: all handed over. Count them, then sign',
  'village.visit.waiting': 'not handed over yet',
  'village.visit.handed': 'handed over',
  'village.visit.problem': 'not taken over',
  'village.visit.remark': ': {{remark}}',
  'village.visit.confirm': 'Counted and received',
}
