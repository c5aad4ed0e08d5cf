import { type FormEvent, type ReactNode, useState } from 'react'
import { useVillageWords } from '../../text/village-words.ts'
import { ExportPart } from './export-part.tsx'
import { EntryHead } from './language-button.tsx'
import { enrolPhone, usePhone } from './village-phone.ts'
import { type Refused, VillageRefusal } from './village-refusal.tsx'

/** A phone that the centre does not know yet: the supervisor's code lets it in, and nothing on it is lost (V3). */
export function EnrolPhone({ isLayer }: { readonly isLayer: boolean }): ReactNode {
  const words = useVillageWords()
  const told = usePhone(({ problem }) => problem)
  const [isBusy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isBusy) return
    const code = String(new FormData(event.currentTarget).get('code'))
    setBusy(true)
    const answer = await enrolPhone(code.trim().toUpperCase())
    setBusy(false)
    if (!answer.ok) setRefused(answer)
  }
  return (
    <main
      className={isLayer ? 'v-page v-layer' : 'v-page'}
      data-screen="V-9"
      data-state={isBusy ? 'sending' : 'unenrolled'}
    >
      <EntryHead title={words('village.enrol.title')} />
      <p>{words(isLayer ? 'village.enrol.kept' : 'village.enrol.how')}</p>
      <form className="v-stack" onSubmit={(event) => void submit(event)}>
        <label className="v-field">
          {words('village.enrol.code')}
          <input name="code" autoComplete="off" autoCapitalize="characters" required maxLength={20} />
        </label>
        <VillageRefusal refused={refused ?? (told === null ? null : { code: told, params: {} })} />
        <button className="v-main" type="submit" aria-disabled={isBusy}>
          {words(isBusy ? 'village.enrol.busy' : 'village.enrol.go')}
        </button>
      </form>
      <ExportPart />
    </main>
  )
}
