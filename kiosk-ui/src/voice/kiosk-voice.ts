import { CLIP_KEYS } from '@counter/shared/vocabulary/voice'
import { loudness } from '../state/volume.ts'
import { canSpeak, hush, speak } from './browser-speech.ts'
import { type ClipBank, openClipBank } from './clip-bank.ts'
import type { Sentence } from './sentence.ts'
import { logSaying } from './voice-log.ts'

const LOOK_EVERY_MS = 50
const LOAD_PATIENCE_MS = 4_000

let bank: ClipBank | null = null
let isOpened = false
let turn = 0

/**
 * Says a sentence at the kiosk: clips where they exist, else the browser's speech, else it stays text. What is new
 * matters more than what is being said, so the last sentence is broken off.
 */
export async function sayAtKiosk(sentence: Sentence): Promise<void> {
  const own = ++turn
  silence()
  open()
  await loaded()
  if (own !== turn) return logSaying(said(sentence, 'text', performance.now()))
  const startedAt = performance.now()
  logSaying(said(sentence, await sayBy(sentence), startedAt))
}

/** Breaks off what is being said: the next resident hears nothing of the one before (U19). */
export function hushKiosk(): void {
  turn += 1
  silence()
}

function silence(): void {
  hush()
  bank?.stop()
}

// The clips are fetched only where somebody wants to hear; a touch or a key has come before, so sound is allowed.
function open(): void {
  if (!isOpened) bank = openClipBank(CLIP_KEYS, loudness)
  isOpened = true
  bank?.open()
}

async function loaded(): Promise<void> {
  const until = performance.now() + LOAD_PATIENCE_MS
  while (bank !== null && !bank.isLoaded() && performance.now() < until)
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
}

async function sayBy({ clips, text }: Sentence): Promise<'clips' | 'speech' | 'text'> {
  if (bank?.has(clips) && (await didWork(bank.play(clips)))) return 'clips'
  return canSpeak() && (await didWork(speak(text, loudness()))) ? 'speech' : 'text'
}

function said(sentence: Sentence, path: 'clips' | 'speech' | 'text', startedAt: number) {
  return { ...sentence, path, startedAt, endedAt: performance.now() }
}

function didWork(saying: Promise<void>): Promise<boolean> {
  return saying.then(
    () => true,
    () => false,
  )
}
