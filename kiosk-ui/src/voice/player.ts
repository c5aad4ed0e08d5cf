import type { VoicePath } from '@counter/shared/vocabulary/ticket'
import type { ClipBank } from './clip-bank.ts'
import type { Sentence } from './sentence.ts'

/** A way of saying something aloud; the browser's own speech in a browser. */
export interface Speech {
  canSpeak(): boolean
  speak(text: string): Promise<void>
}

/** What makes the hall's sound. */
export interface Player {
  /** False: 「声音未开启」, in the header and at every desk. */
  hasSound(): boolean
  /** False while the clips are still coming. */
  isReady(): boolean
  lengthMs(sentence: Sentence): number
  /** Says it by the first path that works and tells which: clips, the browser's voice, at last the chime beside the text (Q55). */
  say(sentence: Sentence): Promise<VoicePath>
}

const SPEECH_MS_A_SIGN = 350

/** The three paths in their order; `bank` is null where there is no Web Audio. */
export function playerOf(bank: ClipBank | null, speech: Speech): Player {
  return {
    hasSound: () => (bank === null ? speech.canSpeak() : bank.isOpen()),
    isReady: () => bank === null || bank.isLoaded(),
    lengthMs: ({ clips, text }) =>
      bank?.has(clips) ? bank.lengthMs(clips) : [...text].length * SPEECH_MS_A_SIGN,
    say: async (sentence) => {
      if (bank?.has(sentence.clips) && (await didWork(bank.play(sentence.clips)))) return 'clips'
      if (await didWork(speech.speak(sentence.text))) return 'speech'
      if (bank !== null) await didWork(bank.play(['chime']))
      return 'chime'
    },
  }
}

function didWork(saying: Promise<void>): Promise<boolean> {
  return saying.then(
    () => true,
    () => false,
  )
}
