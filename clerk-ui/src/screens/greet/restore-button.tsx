import { useRef } from 'react'
import { CommandButton } from '../../components/command-button.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useReturnFocus } from '../../components/use-return-focus.ts'
import { useCommand } from '../../state/use-command.ts'
import { useWords } from '../../text/words.ts'

/** 恢复 of a missed number for somebody who stands here (Q28). Done, it says so until the list moves. */
export function RestoreButton({ ticketId, number }: { readonly ticketId: string; readonly number: string }) {
  const words = useWords()
  const part = useRef<HTMLSpanElement>(null)
  useReturnFocus(part, true)
  const { send, phase, refused, isDone } = useCommand()
  return (
    <span ref={part}>
      {isDone ? (
        <span role="status">✓ {words('greet.restored', { number })}</span>
      ) : (
        <CommandButton
          isPlain
          className="touch"
          phase={phase}
          busy="greet.restoring"
          aria-label={`${words('greet.restore')} ${number}`}
          onPress={() => void send(`/api/tickets/${ticketId}/rejoin`, {}, { parse: () => true })}
        >
          {words('greet.restore')}
        </CommandButton>
      )}
      <RefusalLine refused={refused} />
    </span>
  )
}
