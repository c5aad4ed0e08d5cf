import type { TopicKey } from '@counter/shared/vocabulary/ids'
import type { Say } from './text.ts'
import { type TextKey, zhCn } from './zh-cn.ts'

/** The resident's words for a matter; a topic that the centre has added itself goes by its unit's name. */
export function topicWords(topic: TopicKey, unitName: string, say: Say): string {
  const key = `topic.${topic}`
  return isTextKey(key) ? say(key) : unitName
}

function isTextKey(key: string): key is TextKey {
  return Object.keys(zhCn).includes(key)
}
