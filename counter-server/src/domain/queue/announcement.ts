import type { AnnouncementKind, TicketClass } from '@counter/shared/vocabulary/ticket'
import { CLIPS, type ClipKey, isClipKey, PREFIX_CLIPS } from '@counter/shared/vocabulary/voice'
import type { Ticket } from './ticket.ts'

/** What is called out, by number and window alone (Q51). */
export interface Called {
  readonly prefix: string
  readonly serial: number
  readonly window: number
  readonly kind: AnnouncementKind
}

export interface Spoken {
  /** In the order they are played; empty when a word has no clip, so that the wall uses its own voice (Q55). */
  readonly clips: readonly ClipKey[]
  readonly text: string
}

interface Phrase {
  readonly words: string
  readonly clips: readonly string[]
}

/** The sentence of a call or a return (VO1, VO1p), or of a recall (VO1r), as clips and as text (Q51, Q55). */
export function announcementOf(called: Called): Spoken {
  const prefix = prefixPhrase(called.prefix)
  const digits = digitsPhrase(called.serial)
  const window = windowPhrase(called.window)
  return called.kind === 'recall'
    ? recallSentence(prefix, digits, window)
    : callSentence(prefix, digits, window)
}

/** How often an entry is said: a call twice, once while three or more are queued; a recall once (Q55). */
export function timesToSpeak(kind: AnnouncementKind, queued: number): 1 | 2 {
  return kind === 'recall' || queued >= 3 ? 1 : 2
}

/** What stands beside a number in the hall: that it has a tag, never why (Q57). */
export function tagOf({ cls }: Pick<Ticket, 'cls'>): Exclude<TicketClass, 'ordinary'> | null {
  return cls === 'ordinary' ? null : cls
}

function callSentence(prefix: Phrase, digits: Phrase, window: Phrase): Spoken {
  return {
    clips: known([
      'chime',
      'please',
      ...prefix.clips,
      ...digits.clips,
      'number',
      'go-to',
      ...window.clips,
      'serve',
    ]),
    text: `请 ${prefix.words} ${digits.words} 号，到 ${window.words} 办理。`,
  }
}

function recallSentence(prefix: Phrase, digits: Phrase, window: Phrase): Spoken {
  return {
    clips: known([
      'chime',
      'call-again',
      ...prefix.clips,
      ...digits.clips,
      'number',
      'please-go-to',
      ...window.clips,
    ]),
    text: `再次呼叫，${prefix.words} ${digits.words} 号，请到 ${window.words}。`,
  }
}

function prefixPhrase(prefix: string): Phrase {
  const clip = PREFIX_CLIPS[prefix]
  return clip === undefined ? { words: prefix, clips: [prefix] } : { words: CLIPS[clip].words, clips: [clip] }
}

function digitsPhrase(serial: number): Phrase {
  const clips = [...String(serial).padStart(3, '0')].map((digit) => `digit-${digit}`)
  return { words: clips.map(wordsOf).join(''), clips }
}

function windowPhrase(window: number): Phrase {
  const clip = `window-${window}`
  return { words: isClipKey(clip) ? CLIPS[clip].words : `${window}号窗口`, clips: [clip] }
}

function wordsOf(clip: string): string {
  return isClipKey(clip) ? CLIPS[clip].words : ''
}

// A sentence with a hole would send somebody to the wrong window: all clips or none.
function known(clips: readonly string[]): readonly ClipKey[] {
  return clips.every(isClipKey) ? clips.filter(isClipKey) : []
}
