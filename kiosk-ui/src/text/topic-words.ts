import type { Say } from './text.ts'
import { topicZhCn } from './topic-zh-cn.ts'
import type { TextKey } from './zh-cn.ts'

/** The resident's words for a matter; a topic that the centre has added itself goes by its unit's name. */
export function topicWords(topic: string, unitName: string, say: Say): string {
  const key = `topic.${topic}`
  return isTextKey(key) ? say(key) : unitName
}

function isTextKey(key: string): key is TextKey {
  return Object.keys(topicZhCn).includes(key)
}
