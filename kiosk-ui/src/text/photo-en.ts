import type { photoZhCn } from './photo-zh-cn.ts'

export const photoEn: Readonly<Record<keyof typeof photoZhCn, string>> = {
  'p6.title': 'Photograph a paper for the window',
  'p6.material': 'Photograph: {name}',
  'p6.other': 'Photograph the paper you hand in',
  'p6.how': 'Lay it flat, in good light, with all four corners in the picture',
  'p6.take': 'Take a photo',
  'p6.choose': 'Choose from the album',
  'p6.nth': 'Photo {n}',
  'p6.drawing': 'Making it smaller…',
  'p6.sending': 'Sending…',
  'p6.checking': 'The network is slow; sending goes on',
  'p6.done': '✓ At the window',
  'p6.unreadable': 'This one cannot be opened. Take it again',
  'p6.until': 'Good until {t}, for several photos',
  'p6.private': 'Only {centre} gets it; this page keeps nothing',
  'p6.offline': 'No network. Please try again',
}
