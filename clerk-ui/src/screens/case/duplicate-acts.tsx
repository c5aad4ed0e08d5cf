import type { CaseDetail } from '@counter/shared/contract/cases'
import type { AlikeCase } from '@counter/shared/contract/duplicates'
import type { DuplicateVerdict } from '@counter/shared/vocabulary/case'
import { useWords } from '../../text/words.ts'
import { ActFrame } from './act-frame.tsx'
import { ReasonAct } from './reason-act.tsx'
import { useAct } from './use-act.ts'

interface PairActProps {
  readonly detail: CaseDetail
  readonly onClose: () => void
}

/** 合并: says which of the two is kept before anything is done; the live line brings the rest (C445). */
export function MergeAct({
  other,
  detail,
  onClose,
}: PairActProps & { readonly other: AlikeCase & { readonly isLater: boolean } }) {
  const t = useWords()
  const act = useAct(detail, onClose)
  const [own, theirs] = [detail.row.number, other.number ?? '']
  const [later, kept] = other.isLater ? [theirs, own] : [own, theirs]
  return (
    <ActFrame
      title="duplicate.merge"
      caseNumber={detail.row.number}
      phase={act.phase}
      refused={act.refused}
      isFinal={false}
      missing={null}
      onSend={() => act.send('merge', { other: other.id })}
      onClose={onClose}
    >
      <p>{t('duplicate.mergeLine', { later, kept })}</p>
    </ActFrame>
  )
}

/** 不是重复 or 有关联; the pair is not asked about again (C445). */
export function JudgeAct({
  verdict,
  other,
  detail,
  onClose,
}: PairActProps & { readonly verdict: DuplicateVerdict; readonly other: AlikeCase }) {
  const t = useWords()
  const act = useAct(detail, onClose)
  return (
    <ActFrame
      title={`duplicate.${verdict}`}
      caseNumber={detail.row.number}
      phase={act.phase}
      refused={act.refused}
      isFinal={false}
      missing={null}
      onSend={() => act.send('judge-duplicate', { other: other.id, verdict })}
      onClose={onClose}
    >
      <p>{t('duplicate.judgeLine', { number: other.number ?? '' })}</p>
    </ActFrame>
  )
}

/** 撤销合并, with the reason; both cases are again what they were (C445). */
export function UnmergeAct({ detail, onClose }: PairActProps) {
  const act = useAct(detail, onClose)
  return (
    <ReasonAct
      title="duplicate.unmerge"
      caseNumber={detail.row.number}
      act={act}
      onSend={(reason) => act.send('unmerge', { reason })}
      onClose={onClose}
    />
  )
}
