import type { villageGuideZh } from './guide-zh.ts'

export const villageGuideEn: Record<keyof typeof villageGuideZh, string> = {
  'village.guide.title': 'Guides',
  'village.guide.complain': 'Complaints are not taken here: call {{phone}} or use the box in the hall',
  'village.guide.box': 'Complaints are not taken here: use the box in the hall',
  'village.guide.old': 'These guides are of {{date}}',
  'village.guide.find': 'Find an item',
  'village.guide.agency': 'The village can act',
  'village.guide.hall': 'Please go to the centre',
  'village.guide.materials': 'Materials',
  'village.guide.sample': 'See a filled-in sample',
  'village.guide.limit': 'Promised time',
  'village.guide.fee': 'Fee',
  'village.guide.start': 'Act on this item',
}
