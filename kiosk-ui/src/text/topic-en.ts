import type { topicZhCn } from './topic-zh-cn.ts'

export const topicEn: Readonly<Record<keyof typeof topicZhCn, string>> = {
  'topic.social': 'Social and health insurance',
  'topic.relief': 'Relief and allowances',
  'topic.subsidy': 'Farm subsidies, one card',
  'topic.family': 'Births and family planning',
  'topic.forest': 'Trees and forest land',
  'topic.farm': 'Farming and machinery aid',
  'topic.mediation': 'Mediation and safety',
  'topic.unsure': 'Not sure – just queue',
  'topic.anyWindow': 'Staff will find out with you',
}
