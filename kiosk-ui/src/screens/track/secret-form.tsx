import { normalQueryCode } from '@counter/shared/vocabulary/number'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { useText } from '../../text/text.ts'

/** Number and query code, as they stand on the paper; from outside the hall the code alone is not enough (P41). */
export function SecretForm({
  onSecret,
}: {
  readonly onSecret: (secret: { number: string; code: string }) => void
}): ReactNode {
  const say = useText()
  const id = useId()
  const [number, setNumber] = useState('')
  const [code, setCode] = useState('')
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (number.trim() !== '' && code.trim() !== '')
      onSecret({ number: number.trim(), code: normalQueryCode(code) })
  }
  return (
    <form onSubmit={send}>
      <label htmlFor={`${id}number`}>{say('phone.number')}</label>
      <input
        id={`${id}number`}
        value={number}
        maxLength={20}
        required
        autoComplete="off"
        onChange={(event) => setNumber(event.target.value)}
      />
      <label htmlFor={`${id}code`}>{say('phone.code')}</label>
      <input
        id={`${id}code`}
        value={code}
        maxLength={20}
        required
        autoComplete="off"
        autoCapitalize="characters"
        onChange={(event) => setCode(event.target.value)}
      />
      <button type="submit" className="main">
        {say('phone.look')}
      </button>
    </form>
  )
}
