import type { IssuedTicket } from '@counter/shared/contract/hall'
import { KIOSK_CLIPS } from '@counter/shared/vocabulary/kiosk-clips'
import { CLIPS, type ClipKey, isClipKey, PREFIX_CLIPS } from '@counter/shared/vocabulary/voice'
import type { Sentence } from './sentence.ts'
import { countClips } from './standing-words.ts'

type Part = ClipKey | '，' | '。' | '？'

/** 「请点一下您要办的事。说不清，就点右下角"直接排队"。」 (VO3): what 听语音 begins with. */
export const CHOOSE_WORDS = spoken(['choose-matter', '。', 'unsure', '，', 'press-queue', '。'])
/** VO4: somebody stands there and has not touched anything for a while. */
export const STILL_WORDS = spoken(['still-there', '？', 'to-go-on', '，', 'touch-screen', '。'])
/** VO6: help is on its way. */
export const HELP_WORDS = spoken(['staff-told', '，', 'please-wait', '。'])

/** 「取号成功。您是综合零一二号，前面还有五位。请拿好小票。」 (VO2), the number digit by digit; without paper VO5. */
export function ticketWords(ticket: Pick<IssuedTicket, 'number' | 'quote'>, hasPaper: boolean): Sentence {
  const number = numberClips(ticket.number)
  if (number === null) return { clips: [], text: `您的号码是 ${ticket.number}。` }
  if (!hasPaper) return spoken(['no-paper', '。', 'your-number', ...number, 'number', '，', 'remember', '。'])
  const { ahead } = ticket.quote
  const before: readonly Part[] = ahead === 0 ? ['nobody-ahead'] : ['ahead', ...countClips(ahead), 'persons']
  const last: readonly Part[] = ['take-paper', '。']
  return spoken(['taken', '。', 'you-are', ...number, 'number', '，', ...before, '。', ...last])
}

/** The name of what has the focus, and that it is a button (S8). A name without a clip is left to the browser. */
export function focusWords(name: string): Sentence {
  const clip = NAMES.get(bare(name))
  return clip === undefined ? { clips: [], text: `${name}，按钮。` } : spoken([clip, '，', 'button', '。'])
}

const NAMES: ReadonlyMap<string, ClipKey> = new Map(
  Object.entries(KIOSK_CLIPS)
    .filter(([key]) => key.startsWith('name-'))
    .map(([key, { words }]) => [bare(words), key as ClipKey]),
)

// A dot between two words is seen and not said.
function bare(words: string): string {
  return words.replace(/[\s·、，。]/g, '')
}

function numberClips(number: string): readonly ClipKey[] | null {
  const [prefix = '', digits = ''] = number.split(' ')
  const clips = [PREFIX_CLIPS[prefix] ?? '', ...[...digits].map((digit) => `digit-${digit}`)]
  return clips.every(isClipKey) ? clips.filter(isClipKey) : null
}

function spoken(parts: readonly Part[]): Sentence {
  return {
    clips: parts.filter(isClipKey),
    text: parts.map((part) => (isClipKey(part) ? CLIPS[part].words : part)).join(''),
  }
}
