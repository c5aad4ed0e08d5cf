import type { ClipKey } from '@counter/shared/vocabulary/voice'

const LOAD_LIMIT_MS = 10_000

/** The clips of the hall, decoded at start and played through Web Audio (K49). */
export interface ClipBank {
  /** False while the browser keeps the sound back or there is no sound device: 「声音未开启」. */
  isOpen(): boolean
  /** Asks the browser for sound again; some give it only after a touch or a key. */
  open(): void
  /** True once every clip has come or has failed to: before that a call would be said by the wrong path. */
  isLoaded(): boolean
  has(clips: readonly ClipKey[]): boolean
  lengthMs(clips: readonly ClipKey[]): number
  /** Plays them without a pause and resolves after the last one; rejects when sound was taken away. */
  play(clips: readonly ClipKey[]): Promise<void>
  close(): void
}

/** Opens the bank and loads these clips in the background. Null when this browser has no Web Audio. */
export function openClipBank(keys: readonly ClipKey[]): ClipBank | null {
  const context = newContext()
  if (context === null) return null
  const bank = new Map<ClipKey, AudioBuffer>()
  let isLoaded = false
  void Promise.all(keys.map((key) => load(context, key, bank))).then(() => {
    isLoaded = true
  })
  const lengthOf = (key: ClipKey) => bank.get(key)?.duration ?? 0
  return {
    isOpen: () => context.state === 'running',
    open: () => void context.resume().catch(() => undefined),
    isLoaded: () => isLoaded,
    has: (clips) => clips.length > 0 && clips.every((key) => bank.has(key)),
    lengthMs: (clips) => clips.reduce((sum, key) => sum + lengthOf(key), 0) * 1000,
    play: (clips) =>
      play(
        context,
        clips.flatMap((key) => bank.get(key) ?? []),
      ),
    close: () => void context.close().catch(() => undefined),
  }
}

function newContext(): AudioContext | null {
  try {
    return new AudioContext()
  } catch {
    return null
  }
}

// A clip that does not come leaves its sentences to the next path; it is asked for again at the next start.
async function load(context: AudioContext, key: ClipKey, bank: Map<ClipKey, AudioBuffer>): Promise<void> {
  try {
    const answer = await fetch(`/voice/${key}.wav`, { signal: timeLimit() })
    if (answer.ok) bank.set(key, await context.decodeAudioData(await answer.arrayBuffer()))
  } catch {
    bank.delete(key)
  }
}

function timeLimit(): AbortSignal {
  const stop = new AbortController()
  setTimeout(() => stop.abort(), LOAD_LIMIT_MS)
  return stop.signal
}

// All clips are placed on the sound card's own clock at once, so that no timer can tear a sentence.
function play(context: AudioContext, buffers: readonly AudioBuffer[]): Promise<void> {
  if (context.state !== 'running' || buffers.length === 0) return Promise.reject(new Error('no sound'))
  return new Promise((resolve) => {
    let startAt = context.currentTime + 0.02
    for (const [place, buffer] of buffers.entries()) {
      const source = new AudioBufferSourceNode(context, { buffer })
      source.connect(context.destination)
      if (place === buffers.length - 1) source.onended = () => resolve()
      source.start(startAt)
      startAt += buffer.duration
    }
  })
}
