const SPEED = 0.9

/** True when the browser itself can speak Chinese; on many systems it cannot (K49). */
export function canSpeak(): boolean {
  return chineseVoice() !== null
}

/** Speaks a sentence with the browser's Chinese voice, 0 to 1 loud; rejects when there is none or it fails. */
export function speak(text: string, loudness = 1): Promise<void> {
  const voice = chineseVoice()
  if (voice === null) return Promise.reject(new Error('no voice'))
  return new Promise((resolve, reject) => {
    const words = new SpeechSynthesisUtterance(text)
    words.voice = voice
    words.lang = voice.lang
    words.rate = SPEED
    words.volume = loudness
    words.onend = () => resolve()
    words.onerror = () => reject(new Error('voice failed'))
    speechSynthesis.speak(words)
  })
}

/** Ends what hangs in the browser's own line, which would hold back every later sentence. */
export function hush(): void {
  if (typeof speechSynthesis !== 'undefined') speechSynthesis.cancel()
}

function chineseVoice(): SpeechSynthesisVoice | null {
  if (typeof speechSynthesis === 'undefined') return null
  return speechSynthesis.getVoices().find(({ lang }) => /^(zh|cmn)\b/i.test(lang.replace('_', '-'))) ?? null
}
