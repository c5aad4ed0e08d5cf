import type { Announcement } from '@counter/shared/contract/hall'
import { CLIPS, type ClipKey, isClipKey } from '@counter/shared/vocabulary/voice'

/** One call as it is said: the clips in their order, and the same in words for speech and for the log. */
export interface Sentence {
  /** Empty when a word has no clip: then the browser speaks (Q55). */
  readonly clips: readonly ClipKey[]
  readonly text: string
}

/** 「请 综合 零一二 号，到 二号窗口 办理。」 (VO1), 「再次呼叫，综合 零一二 号，请到 二号窗口。」 (VO1r). */
export function sentenceOf(call: Announcement): Sentence {
  const clips = call.clips.filter(isClipKey)
  // A sentence with a hole would send somebody to the wrong window: all clips or none.
  if (clips.length === 0 || clips.length < call.clips.length) return { clips: [], text: plainText(call) }
  return {
    clips,
    text: `${clips.map((key, place) => before(key, clips[place - 1]) + wordsOf(key)).join('')}。`,
  }
}

function before(key: ClipKey, last: ClipKey | undefined): string {
  if (last === undefined || last === 'chime') return ''
  if (last === 'call-again' || key === 'go-to' || key === 'please-go-to') return '，'
  return last.startsWith('digit-') && key.startsWith('digit-') ? '' : ' '
}

function wordsOf(key: ClipKey): string {
  return key === 'chime' ? '' : CLIPS[key].words
}

function plainText({ kind, number, window }: Announcement): string {
  const digits = number.replace(/\d/g, (digit) => CLIPS[`digit-${digit}` as ClipKey].words)
  return kind === 'recall'
    ? `再次呼叫，${digits} 号，请到 ${window} 号窗口。`
    : `请 ${digits} 号，到 ${window} 号窗口 办理。`
}
