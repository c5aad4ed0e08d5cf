import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useVillageWords } from '../../text/village-words.ts'
import { Opening } from './opening.tsx'
import { askToPersist, useRoom } from './village-room.ts'

/** Where the browser puts the question to the agent and nobody answers, its promise does not come. */
const PROMISE_MS = 4000

type Said = 'nothing' | 'private' | 'ordinary'

/**
 * What is kept in a private window is gone when it closes, and no browser lets a page see that it is one. One that promised to keep
 * this page's storage is trusted; where it did not, the agent is asked, before anything is kept (V85).
 */
export function PrivateWindowQuestion({ children }: { readonly children: ReactNode }): ReactNode {
  const isPersisted = useRoom((state) => state.isPersisted)
  const [isAsked, setAsked] = useState(false)
  const [said, setSaid] = useState<Said>('nothing')
  useEffect(() => {
    const late = setTimeout(() => setAsked(true), PROMISE_MS)
    void askToPersist().then(() => setAsked(true))
    return () => clearTimeout(late)
  }, [])
  if (isPersisted === true || said === 'ordinary') return children
  if (!isAsked) return <Opening isLocal />
  if (said === 'private') return <Instead onBack={() => setSaid('nothing')} />
  return <Question onSaid={setSaid} />
}

function Question({ onSaid }: { readonly onSaid: (said: Said) => void }): ReactNode {
  const words = useVillageWords()
  // It takes the place of the button that was pressed, here as there: of the sign-in, or of the way back (U43).
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className="v-stack">
      <h2 ref={heading} tabIndex={-1}>
        {words('village.private.ask')}
      </h2>
      <p>{words('village.private.why')}</p>
      <button type="button" className="v-main" onClick={() => onSaid('ordinary')}>
        {words('village.private.no')}
      </button>
      <button type="button" className="v-link" onClick={() => onSaid('private')}>
        {words('village.private.yes')}
      </button>
    </div>
  )
}

function Instead({ onBack }: { readonly onBack: () => void }): ReactNode {
  const words = useVillageWords()
  const back = useRef<HTMLButtonElement>(null)
  useEffect(() => back.current?.focus(), [])
  return (
    <div className="v-stack">
      <p role="alert">{words('village.unsupported.title')}</p>
      <p>{words('village.private.instead')}</p>
      <button ref={back} type="button" className="v-link" onClick={onBack}>
        {words('village.private.back')}
      </button>
    </div>
  )
}
