/** The matters in the resident's own words; kiosk and phone say the same. */
export const topicZhCn = {
  'topic.social': '社保 · 医保',
  'topic.relief': '低保 · 救助 · 优待',
  'topic.subsidy': '惠农补贴 · 一卡通',
  'topic.family': '生育 · 计生服务',
  'topic.forest': '林木 · 林地',
  'topic.farm': '农技 · 农机补贴',
  'topic.mediation': '调解 · 综治',
  'topic.unsure': '我说不清，直接排队',
  'topic.anyWindow': '工作人员帮您看',
} as const
