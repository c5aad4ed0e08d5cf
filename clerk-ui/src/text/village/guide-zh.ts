/** Words of the guides (V5). */
export const villageGuideZh = {
  'village.guide.title': '办事指南',
  'village.guide.complain': '投诉举报不在这里写，请打监督电话 {{phone}}，或投大厅的意见箱',
  'village.guide.box': '投诉举报不在这里写，请投大厅的意见箱',
  'village.guide.old': '指南是 {{date}} 的',
  'village.guide.find': '找事项',
  'village.guide.agency': '村里能代办',
  'village.guide.hall': '请到镇中心办',
  'village.guide.materials': '要带的材料',
  'village.guide.sample': '看填好的样表',
  'village.guide.limit': '承诺时限',
  'village.guide.fee': '收费',
  'village.guide.start': '代办这一件',
} as const
