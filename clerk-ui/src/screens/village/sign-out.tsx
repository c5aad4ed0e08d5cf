import { type ReactNode, useState } from 'react'
import { useSession } from '../../state/session.ts'
import { useVillageWords } from '../../text/village-words.ts'
import { Other } from './pin-screen.tsx'
import { useOutboxCounts } from './village-outbox.ts'

/** 退出登录: who signs out would leave unsent work to nobody, so it is refused with another way (V35, U36). */
export function SignOut(): ReactNode {
  const words = useVillageWords()
  const signOut = useSession((state) => state.signOut)
  const { unsent, photosLeft, attention } = useOutboxCounts()
  const [isAsked, setAsked] = useState(false)
  const open = unsent + attention + (photosLeft > 0 ? 1 : 0)
  if (isAsked && open > 0)
    return (
      <div className="v-attention">
        <p role="alert">{words('village.signOut.unsent', { n: open })}</p>
        <Other />
      </div>
    )
  return (
    <button type="button" className="v-link" onClick={() => (open > 0 ? setAsked(true) : void signOut(open))}>
      {words('village.signOut')}
    </button>
  )
}
