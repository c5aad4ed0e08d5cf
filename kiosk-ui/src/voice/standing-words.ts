import { CLIPS, type ClipKey, isClipKey } from '@counter/shared/vocabulary/voice'
import type { Sentence } from './sentence.ts'

/** 「三号窗口暂停服务，请到其他窗口。」 (VO7). A window without a clip is left to the browser's speech, whole (Q55). */
export function pausedWords(window: number): Sentence {
  const clip = `window-${window}`
  if (!isClipKey(clip)) return { clips: [], text: `${window} 号窗口暂停服务，请到其他窗口。` }
  return sentence([[clip, 'paused'], ['other-windows']])
}

/** 「今天取号到十七点半结束。已经取号的，请继续等。」 (VO8); `closing` is `17:30`. */
export function closingWords(closing: string): Sentence {
  const { clips, text } = sentence([['already-taken'], ['keep-waiting']])
  const today = sentence([['take-until', ...timeClips(closing), 'ends']])
  return { clips: [...today.clips, ...clips], text: `${today.text}${text}` }
}

/** 「叫号系统正在检修，请听工作人员叫号。」 (VO9): said by the wall itself, because nobody can tell it to. */
export const DOWN_WORDS: Sentence = sentence([['system-down'], ['listen-to-staff']])

/** What an administrator hears when the sound is tried. */
export const TEST_WORDS: Sentence = sentence([['chime', 'sound-test']])

/** Groups of clips with a comma between them, and the words they say. */
export function sentence(groups: readonly (readonly ClipKey[])[]): Sentence {
  const spoken = groups.map((group) => group.map((key) => (key === 'chime' ? '' : CLIPS[key].words)).join(''))
  return { clips: groups.flat(), text: `${spoken.join('，')}。` }
}

/** A number up to 999 as it is counted aloud: 五, 十二, 二十, 一百零三. */
export function countClips(count: number): readonly ClipKey[] {
  const [hundreds, tens, ones] = [Math.floor(count / 100), Math.floor(count / 10) % 10, count % 10]
  const last: ClipKey[] = ones === 0 ? [] : [digit(ones)]
  if (hundreds > 0)
    return [digit(hundreds), 'hundred', ...(tens > 0 ? [digit(tens), ten] : gap(ones)), ...last]
  if (tens > 0) return [...(tens > 1 ? [digit(tens)] : []), ten, ...last]
  return [digit(ones)]
}

const ten: ClipKey = 'ten'

function gap(ones: number): readonly ClipKey[] {
  return ones === 0 ? [] : [digit(0)]
}

function timeClips(time: string): readonly ClipKey[] {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const oclock: readonly ClipKey[] = [...countClips(hours), 'oclock']
  if (minutes === 0) return oclock
  return minutes === 30 ? [...oclock, 'half'] : [...oclock, ...countClips(minutes), 'minute']
}

function digit(figure: number): ClipKey {
  return `digit-${figure}` as ClipKey
}
