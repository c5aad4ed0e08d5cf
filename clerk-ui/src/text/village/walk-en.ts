import type { villageWalkZh } from './walk-zh.ts'

export const villageWalkEn: Record<keyof typeof villageWalkZh, string> = {
  'village.walk.title': 'Today’s visits',
  'village.walk.choose': 'Choose today’s cases, at most {{n}}',
  'village.walk.tooMany': 'At most {{n}} at once',
  'village.walk.noted': 'Each look is written down, and the resident can read it',
  'village.walk.take': 'Carry phone and group of {{n}}',
  'village.walk.busy': 'Getting the phones…',
  'village.walk.until': 'Works without a network; deleted by itself {{time}}',
  'village.walk.drop': 'Done: delete it now',
  'village.walk.noGroup': 'no group given',
  'village.walk.noPhone': 'No phone',
  'village.walk.contact': 'No phone: ask {{contact}}',
  'village.walk.call': 'Call {{phone}}',
}
