import type { Answer } from '@counter/shared/client/commands'
import { type FormEvent, useState } from 'react'
import type { Refused } from '../../components/refusal-line.tsx'

interface DoorForm {
  readonly isBusy: boolean
  readonly refused: Refused | null
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void
}

/** A form of the door: native fields, so that password managers know them, and one question at a time (C-0). */
export function useDoorForm<T>(ask: (form: FormData) => Promise<Answer<T>>, onDone?: () => void): DoorForm {
  const [isBusy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const submit = async (form: FormData) => {
    if (isBusy) return
    setBusy(true)
    const answer = await ask(form)
    setBusy(false)
    setRefused(answer.ok ? null : answer)
    if (answer.ok) onDone?.()
  }
  return {
    isBusy,
    refused,
    onSubmit(event) {
      event.preventDefault()
      void submit(new FormData(event.currentTarget))
    },
  }
}

/** A field as typed, without the blanks around it; a password is taken as it is. */
export function typed(form: FormData, name: string): string {
  return String(form.get(name)).trim()
}
