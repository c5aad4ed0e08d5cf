/** Words of the day’s walk through the village (V42). */
export const villageWalkZh = {
  'village.walk.title': '今日走访',
  'village.walk.choose': '选今天要走访的件，最多 {{n}} 件',
  'village.walk.tooMany': '一次最多带 {{n}} 件',
  'village.walk.noted': '每看一件都会记下，群众查得到',
  'village.walk.take': '带上电话和组，{{n}} 件',
  'village.walk.busy': '正在取电话…',
  'village.walk.until': '没网也能看，{{time}} 自动删除',
  'village.walk.drop': '走访完了，现在删除',
  'village.walk.noGroup': '没写组',
  'village.walk.noPhone': '没有电话',
  'village.walk.contact': '没有电话，找 {{contact}}',
  'village.walk.call': '打电话 {{phone}}',
} as const
