/** Words of the batch visit at the hall (V91 to V93). */
export const villageVisitZh = {
  'village.visit.title': '集中交件',
  'village.visit.choose': '选这次带去镇中心的件',
  'village.visit.up': '交材料',
  'village.visit.down': '领结果',
  'village.visit.make': '生成二维码，{{n}} 件',
  'village.visit.unsent': '还没发到镇中心',
  'village.visit.away': '镇中心还没收到',
  'village.visit.tooMany': '一次最多 {{n}} 件，请分两张清单',
  'village.visit.anew': '重新选',
  'village.visit.show': '请对着取号机扫，或给窗口看',
  'village.visit.number': '号码 {{number}}，等叫号',
  'village.visit.served': '号码 {{number}}，都交接完了，请点清签收',
  'village.visit.waiting': '还没交接',
  'village.visit.handed': '已交接',
  'village.visit.problem': '没交接',
  'village.visit.confirm': '我已点清，签收',
} as const
