const KEPT = 'counter.photo'

/**
 * What this phone is told from others by while a link is open. A phone may drop the page under its camera and load it anew,
 * so it lies in the tab's own store; a random word, and nothing of a person (P33).
 */
export function phoneSecret(): string {
  const known = kept()
  if (known !== null) return known
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const made = btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .slice(0, 22)
  try {
    sessionStorage.setItem(KEPT, made)
  } catch {
    // A web view may forbid its store; the link then lasts as long as the page.
  }
  return made
}

function kept(): string | null {
  try {
    return sessionStorage.getItem(KEPT)
  } catch {
    return null
  }
}
