import { type ReactNode, useEffect, useState } from 'react'
import { switchLanguage, useLanguage, useText } from '../../text/text.ts'

const SIZES = [1, 2, 3] as const
const KEPT = 'counter.type'

interface PhoneFrameProps {
  readonly screen: string
  readonly state: string
  readonly children: ReactNode
}

/** What every phone page has: type size and language on top (screens.md 2.3). */
export function PhoneFrame({ screen, state, children }: PhoneFrameProps): ReactNode {
  const say = useText()
  const language = useLanguage()
  const [size, setSize] = useState(() => SIZES.find((known) => String(known) === kept()) ?? 1)
  useEffect(() => {
    document.documentElement.dataset['size'] = String(size)
    keep(String(size))
  }, [size])
  return (
    <div className="phone" data-screen={screen} data-state={state}>
      <header className="phone-head">
        <div role="group" aria-label={say('phone.size')}>
          {SIZES.map((known) => (
            <button key={known} type="button" aria-pressed={known === size} onClick={() => setSize(known)}>
              {say(`phone.size.${known}`)}
            </button>
          ))}
        </div>
        <button type="button" onClick={() => void switchLanguage(language === 'en' ? 'zh-CN' : 'en')}>
          {say('look.language')}
        </button>
      </header>
      <main>{children}</main>
    </div>
  )
}

// A web view may forbid its store; the page works the same with the first size.
function kept(): string | null {
  try {
    return localStorage.getItem(KEPT)
  } catch {
    return null
  }
}

function keep(size: string): void {
  try {
    localStorage.setItem(KEPT, size)
  } catch {
    // As above: the size then lasts as long as the page.
  }
}
