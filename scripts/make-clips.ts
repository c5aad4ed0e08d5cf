/**
 * Makes the placeholder clips of the hall's voice in kiosk-ui/public/voice, one for each key of the vocabulary (K49).
 * Needs espeak-ng and sox. The same programs make the same files; a recorded voice replaces them file by file.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CLIP_KEYS, CLIPS, type ClipKey } from '@counter/shared/vocabulary/voice'

const FOLDER = fileURLToPath(new URL('../kiosk-ui/public/voice', import.meta.url))
/** Words a minute: 0.9 of the synthesiser's 175. */
const SPEED = 158
const RATE = '22050'
const LOUDNESS_DB = -16
const SILENCE = ['silence', '1', '0.01', '0.5%']
const WAV = ['-r', RATE, '-b', '16', '-c', '1']

const work = mkdtempSync(join(tmpdir(), 'clips-'))
mkdirSync(FOLDER, { recursive: true })
for (const key of CLIP_KEYS) {
  const raw = join(work, `${key}.wav`)
  if (key === 'chime') ringChime(raw)
  else speak(key, raw)
  level(raw, join(FOLDER, `${key}.wav`))
}
rmSync(work, { recursive: true })
console.log(`${CLIP_KEYS.length} clips in ${FOLDER}`)

// The pinyin voice reads tones by number; from characters it guesses the wrong readings.
function speak(key: ClipKey, to: string): void {
  const spoken = `${to}.spoken.wav`
  execFileSync('espeak-ng', ['-v', 'cmn-latn-pinyin', '-s', String(SPEED), '-w', spoken, CLIPS[key].pinyin])
  sox([spoken, ...WAV, to, ...SILENCE, 'reverse', ...SILENCE, 'fade', '0.012', 'reverse', 'fade', '0.004'])
}

/** 叮咚 in 0.7 s: a falling third, each tone dying away. */
function ringChime(to: string): void {
  sox(['-n', ...WAV, `${to}.1.wav`, 'synth', '0.3', 'sine', '880', 'fade', 'l', '0.005', '0.3', '0.28'])
  sox(['-n', ...WAV, `${to}.2.wav`, 'synth', '0.4', 'sine', '698.5', 'fade', 'l', '0.005', '0.4', '0.38'])
  sox([`${to}.1.wav`, `${to}.2.wav`, to])
}

// One loudness for all, or the digits of one number would come near and go far; the limiter keeps the peaks whole.
function level(from: string, to: string): void {
  const gain = LOUDNESS_DB - rmsDb(from)
  sox([from, ...WAV, to, 'gain', '-l', gain.toFixed(2)])
}

function rmsDb(file: string): number {
  const told = execFileSync('sh', ['-c', 'sox "$0" -n stats 2>&1', file], { encoding: 'utf8' })
  const level = /RMS lev dB\s+(-?[\d.]+)/.exec(told)?.[1]
  if (level === undefined) throw new Error(`sox did not measure ${file}`)
  return Number(level)
}

// Without dither, which is noise from a new seed each time.
function sox(args: readonly string[]): void {
  execFileSync('sox', ['-V1', '-D', ...args])
}
