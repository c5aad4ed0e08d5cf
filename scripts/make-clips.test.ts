import { readdirSync, readFileSync } from 'node:fs'
import { CLIP_KEYS } from '@counter/shared/vocabulary/voice'
import { expect, test } from 'vitest'

const FOLDER = new URL('../kiosk-ui/public/voice/', import.meta.url)
const HEADER = 44

interface Sound {
  readonly format: { kind: number; channels: number; rate: number; bits: number }
  readonly seconds: number
  readonly rms: number
}

test('[K49] there is one clip for each word of the voice, and no other, in less than 4 MB', () => {
  const files = readdirSync(FOLDER)
  expect(files.sort()).toEqual(CLIP_KEYS.map((key) => `${key}.wav`).sort())
  const bytes = files.reduce((sum, file) => sum + readFileSync(new URL(file, FOLDER)).length, 0)
  expect(bytes).toBeLessThan(4_000_000)
})

test.each(CLIP_KEYS)(
  '[K49] the clip %s is 16-bit mono, 0.15 to 3 s long and as loud as the others',
  (key) => {
    const { format, seconds, rms } = measured(`${key}.wav`)
    expect(format).toEqual({ kind: 1, channels: 1, rate: 22_050, bits: 16 })
    expect(seconds).toBeGreaterThanOrEqual(0.15)
    expect(seconds).toBeLessThanOrEqual(3)
    // -16 dB give or take 2: a silent clip is far below, a clipped one above.
    expect(20 * Math.log10(rms)).toBeGreaterThan(-18)
    expect(20 * Math.log10(rms)).toBeLessThan(-14)
  },
)

function measured(file: string): Sound {
  const wav = readFileSync(new URL(file, FOLDER))
  const rate = wav.readUInt32LE(24)
  const format = {
    kind: wav.readUInt16LE(20),
    channels: wav.readUInt16LE(22),
    rate,
    bits: wav.readUInt16LE(34),
  }
  const samples = (wav.length - HEADER) / 2
  let squares = 0
  for (let place = HEADER; place < wav.length; place += 2) squares += (wav.readInt16LE(place) / 32_768) ** 2
  return { format, seconds: samples / rate, rms: Math.sqrt(squares / samples) }
}
