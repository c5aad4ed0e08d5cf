import { create } from 'zustand'

const VOLUME = 'counter.volume'
const USUAL = 70
const CHIME_HZ = 880
const CHIME_S = 0.7

/** How loud this kiosk speaks, 0 to 100 in steps of ten (K-10). */
export const useVolume = create(() => ({ percent: keptVolume() }))

/** The same as a share, for what makes the sound. */
export function loudness(): number {
  return useVolume.getState().percent / 100
}

/** Sets it and lets it be heard. */
export function setVolume(percent: number): void {
  const kept = Math.min(Math.max(percent, 0), 100)
  localStorage.setItem(VOLUME, String(kept))
  useVolume.setState({ percent: kept })
  chime(loudness())
}

function keptVolume(): number {
  const kept = localStorage.getItem(VOLUME)
  return kept === null || !/^\d{1,3}$/.test(kept) ? USUAL : Number(kept)
}

function chime(level: number): void {
  const audio = new AudioContext()
  const tone = audio.createOscillator()
  const gain = audio.createGain()
  tone.frequency.value = CHIME_HZ
  gain.gain.value = level
  tone.connect(gain).connect(audio.destination)
  tone.addEventListener('ended', () => void audio.close())
  tone.start()
  tone.stop(audio.currentTime + CHIME_S)
}
