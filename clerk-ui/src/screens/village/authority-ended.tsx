import type { CaseDetail } from '@counter/shared/contract/cases'
import { dateWords } from '@counter/shared/vocabulary/date-words'
import type { ReactNode } from 'react'
import { useVillageLanguage, useVillageWords } from '../../text/village-words.ts'
import type { AuthorityEnd } from './case-authority.ts'

interface Props {
  readonly detail: Pick<CaseDetail, 'agency'>
  readonly end: AuthorityEnd | null
}

/** Why the agent does nothing more for the resident, and who does it (V9, V14). */
export function AuthorityEnded({ detail, end }: Props): ReactNode {
  const words = useVillageWords()
  const { days } = useVillageLanguage()
  if (end === null) return null
  if (end === 'revoked' || detail.agency === null)
    return <p role="status">▲ {words('village.authority.revoked')}</p>
  const date = dateWords(detail.agency.until, days)
  return <p role="status">▲ {words('village.authority.over', { date })}</p>
}
