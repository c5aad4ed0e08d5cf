import type { StaffId } from '@counter/shared/vocabulary/ids'
import { type FormEvent, type ReactNode, useState } from 'react'
import { beginAnew } from '../../outbox/vault.ts'
import { useVillageWords } from '../../text/village-words.ts'
import { usePhone } from './village-phone.ts'
import { recoverDrafts } from './village-recovery.ts'
import { type Refused, VillageRefusal } from './village-refusal.tsx'

/** 「请联系镇中心重新开通」: the supervisor's code brings back what ten wrong PINs closed (V34). */
export function RecoverDrafts({ staffId }: { readonly staffId: StaffId }): ReactNode {
  const words = useVillageWords()
  const linked = usePhone(({ code }) => code)
  const [isBusy, setBusy] = useState(false)
  const [isSure, setSure] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isBusy) return
    const code = String(new FormData(event.currentTarget).get('code'))
    setBusy(true)
    const problem = await recoverDrafts(staffId, code.trim().toUpperCase())
    setBusy(false)
    setRefused(problem)
  }
  return (
    <form className="v-stack" onSubmit={(event) => void submit(event)}>
      <h2>{words('village.recover.title')}</h2>
      <p>{words('village.recover.how')}</p>
      <label className="v-field">
        {words('village.enrol.code')}
        <input
          name="code"
          autoComplete="off"
          autoCapitalize="characters"
          required
          maxLength={20}
          defaultValue={linked ?? ''}
        />
      </label>
      <VillageRefusal refused={refused} />
      <button className="v-main" type="submit" aria-disabled={isBusy}>
        {words(isBusy ? 'village.recover.busy' : 'village.recover.go')}
      </button>
      <button type="button" className="v-link" onClick={() => (isSure ? beginAnew() : setSure(true))}>
        {words(isSure ? 'village.recover.sure' : 'village.recover.giveUp')}
      </button>
    </form>
  )
}
