import { CallBackList } from '@counter/shared/contract/call-backs'
import { Link } from 'wouter'
import { useSession } from '../../state/session.ts'
import { useReading } from '../../state/use-reading.ts'
import { useWords } from '../../text/words.ts'

/** For the clerk whom the supervisor named: whom to call back, and the way there (V20). */
export function CallBacksLine() {
  const words = useWords()
  const isClerk = useSession(({ session }) => session?.role) === 'clerk'
  const { value } = useReading(isClerk ? '/api/call-backs' : null, CallBackList)
  if (value?.mayCall !== true) return null
  const open = value.items.filter(({ settledAt }) => settledAt === null).length
  return (
    <p>
      <Link href="/call-backs">{words('callBack.toDo', { n: open })}</Link>
    </p>
  )
}
