import type { Limit } from '@counter/shared/vocabulary/clock'
import type { LetterChannel, LetterTopic } from '@counter/shared/vocabulary/letter'
import { SETTINGS, type SettingKey, type SettingValue } from '@counter/shared/vocabulary/setting'
import type { Instant } from '@counter/shared/vocabulary/time'
import { type ClockContext, dueOf } from '../case/due.ts'

/** Reads one setting, from wherever it is kept. */
export type ReadSetting = <K extends SettingKey>(key: K) => SettingValue<K>

/** Topics whose limit takes the place of the channel's instead of shortening it (C1301). */
const REPLACING: ReadonlySet<LetterTopic> = new Set(['investigate', 'hard', 'personal_data'])

/**
 * The limit of a letter: the one of channel and topic that ends first, so that days of two kinds are compared by what they
 * mean on the calendar; 调查, 疑难 and personal data have their own (C1301).
 */
export function letterLimit(
  context: ClockContext & { readonly at: Instant },
  { channel, topic }: { readonly channel: LetterChannel; readonly topic: LetterTopic },
  read: ReadSetting,
): Limit {
  const ofChannel: Limit = { value: read(`letter.${channel}`), unit: SETTINGS[`letter.${channel}`].unit }
  const ofTopic: Limit = { value: read(`letterTopic.${topic}`), unit: 'workday' }
  if (REPLACING.has(topic)) return ofTopic
  return endOf(context, ofTopic) < endOf(context, ofChannel) ? ofTopic : ofChannel
}

function endOf(context: ClockContext & { readonly at: Instant }, limit: Limit): Instant {
  return dueOf(context, { startAt: context.at, limit, offDay: 'target', pauses: [] }, context.at).at
}
