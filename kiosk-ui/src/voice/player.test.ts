import { expect, test } from 'vitest'
import type { ClipBank } from './clip-bank.ts'
import { playerOf, type Speech } from './player.ts'
import type { Sentence } from './sentence.ts'

const sentence: Sentence = { clips: ['chime', 'please', 'digit-1'], text: '请 一 号。' }
const mute: Speech = { canSpeak: () => false, speak: () => Promise.reject(new Error('no voice')) }
const voice: Speech = { canSpeak: () => true, speak: () => Promise.resolve() }

function bank(changes: Partial<ClipBank> = {}): ClipBank {
  return {
    isOpen: () => true,
    open: () => undefined,
    isLoaded: () => true,
    has: () => true,
    lengthMs: () => 5_000,
    play: () => Promise.resolve(),
    stop: () => undefined,
    close: () => undefined,
    ...changes,
  }
}

const blocked = bank({ isOpen: () => false, play: () => Promise.reject(new Error('no sound')) })

test('[Q55] the clips are played when they are there', async () => {
  expect(await playerOf(bank(), voice).say(sentence)).toBe('clips')
})

test('[Q55] the voice of the browser speaks when a clip is missing or the sound is blocked', async () => {
  expect(await playerOf(bank({ has: () => false }), voice).say(sentence)).toBe('speech')
  expect(await playerOf(blocked, voice).say(sentence)).toBe('speech')
  expect(await playerOf(null, voice).say(sentence)).toBe('speech')
})

test('[Q55] the chime rings beside the text when nothing can speak', async () => {
  const played: string[] = []
  const onlyChime = bank({ has: () => false, play: async (clips) => void played.push(...clips) })
  expect(await playerOf(onlyChime, mute).say(sentence)).toBe('chime')
  expect(played).toEqual(['chime'])
})

test('[U47] there is no sound when the browser keeps it back, or has neither Web Audio nor a Chinese voice', () => {
  expect(playerOf(bank(), mute).hasSound()).toBe(true)
  expect(playerOf(blocked, voice).hasSound()).toBe(false)
  expect(playerOf(null, mute).hasSound()).toBe(false)
})
