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
  /** Breaks off what is being played; it counts as played. */
  stop(): void
  close(): void
}

/** Opens the bank and loads these clips in the background; each sentence is as loud as is then asked, 0 to 1. Null when this browser has no Web Audio. */
export function openClipBank(keys: readonly ClipKey[], loudness: () => number = () => 1): ClipBank | null {
  const context = newContext()
  if (context === null) return null
  const bank = new Map<ClipKey, AudioBuffer>()
  let isLoaded = false
  let playing: readonly AudioBufferSourceNode[] = []
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
        outOf(context, loudness()),
        clips.flatMap((key) => bank.get(key) ?? []),
        (sources) => {
          playing = sources
        },
      ),
    stop: () => {
      for (const source of playing) source.stop()
      playing = []
    },
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

declare global {
  interface Window {
    /** What went to the loudspeaker, for the acceptance tests: they measure that it was not silence (U47). */
    __voiceEar?: AnalyserNode
  }
}

// A test hears along; a production build has no such node (U49).
function earOf(context: AudioContext): AnalyserNode | null {
  if (import.meta.env.MODE !== 'test') return null
  if (window.__voiceEar?.context !== context) {
    window.__voiceEar = new AnalyserNode(context, { fftSize: 32_768 })
    window.__voiceEar.connect(context.destination)
  }
  return window.__voiceEar
}

function outOf(context: AudioContext, gain: number): GainNode {
  const out = new GainNode(context, { gain })
  out.connect(earOf(context) ?? context.destination)
  return out
}

// All clips are placed on the sound card's own clock at once, so that no timer can tear a sentence.
function play(
  out: GainNode,
  buffers: readonly AudioBuffer[],
  onStart: (sources: readonly AudioBufferSourceNode[]) => void,
): Promise<void> {
  const { context } = out
  if (context.state !== 'running' || buffers.length === 0) return Promise.reject(new Error('no sound'))
  return new Promise((resolve) => {
    let startAt = context.currentTime + 0.02
    const sources = buffers.map((buffer) => new AudioBufferSourceNode(context, { buffer }))
    onStart(sources)
    for (const [place, source] of sources.entries()) {
      source.connect(out)
      if (place === buffers.length - 1) source.onended = () => resolve()
      source.start(startAt)
      startAt += source.buffer?.duration ?? 0
    }
  })
}
