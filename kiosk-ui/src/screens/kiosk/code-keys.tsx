import { printedQueryCode, QUERY_CODE_ALPHABET } from '@counter/shared/vocabulary/number'
import { type ReactNode, useState } from 'react'
import { Key } from '../../components/key.tsx'
import { Press } from '../../components/press.tsx'
import { useText } from '../../text/text.ts'

const LENGTH = 8

interface CodeKeysProps {
  readonly isBusy: boolean
  /** What the code is called, and what the button does. */
  readonly code: string
  readonly go: string
  readonly onCode: (code: string) => void
}

/** The 32 signs of a query code as keys, eight in a row (K-4). */
export function CodeKeys({ isBusy, code, go, onCode }: CodeKeysProps): ReactNode {
  const say = useText()
  const [typed, setTyped] = useState('')
  const shown = printedQueryCode(typed.padEnd(LENGTH, '_'))
  return (
    <div className="code-keys">
      <output className="typed" aria-label={code}>
        {shown}
      </output>
      <div className="keys">
        {[...QUERY_CODE_ALPHABET].map((sign) => (
          <Key key={sign} onKey={() => setTyped((text) => (text + sign).slice(0, LENGTH))}>
            {sign}
          </Key>
        ))}
      </div>
      <div className="row">
        <Key isOff={typed === ''} onKey={() => setTyped((text) => text.slice(0, -1))}>
          {say('k4.erase')}
        </Key>
        <Press look="main" isBusy={isBusy} isOff={typed.length < LENGTH} onPress={() => onCode(typed)}>
          {go}
        </Press>
      </div>
    </div>
  )
}
