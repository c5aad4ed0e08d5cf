import { GuideList } from '@counter/shared/contract/public/guide'
import { useEffect, useState } from 'react'
import { read } from '../../state/ask.ts'
import type { Choice } from './act-form.ts'

/** The units a case may be given to, as the public guide names them; read only when a form asks for them. */
export function useUnits(isWanted: boolean): readonly Choice[] {
  const [units, setUnits] = useState<readonly Choice[]>([])
  useEffect(() => {
    if (!isWanted) return
    let isGone = false
    void read('/api/guide', GuideList).then((answer) => {
      if (answer.ok && !isGone)
        setUnits(answer.value.units.map(({ unit, name }) => ({ value: unit, label: name })))
    })
    return () => {
      isGone = true
    }
  }, [isWanted])
  return units
}
