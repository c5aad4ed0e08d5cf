/** What keeps a browser from holding cases safely (V85). */
export type BrowserProblem = 'wechat' | 'insecure' | 'old' | 'home_screen'

/** The first thing that is in the way, or null. */
export function browserProblem(browser: Window & typeof globalThis): BrowserProblem | null {
  const { navigator } = browser
  if (/MicroMessenger/i.test(navigator.userAgent)) return 'wechat'
  if (!browser.isSecureContext) return 'insecure'
  const hasAll =
    'indexedDB' in browser &&
    'durability' in browser.IDBTransaction.prototype &&
    Boolean(navigator.locks) &&
    Boolean(browser.crypto.subtle) &&
    'serviceWorker' in navigator
  if (!hasAll) return 'old'
  // There an open page is erased after a week, an installed one is not.
  return isPhoneOfApple(navigator) && !isInstalled(navigator) ? 'home_screen' : null
}

function isPhoneOfApple({ userAgent }: Navigator): boolean {
  return /iPhone|iPad/.test(userAgent)
}

function isInstalled(navigator: Navigator): boolean {
  return Reflect.get(navigator, 'standalone') === true
}
