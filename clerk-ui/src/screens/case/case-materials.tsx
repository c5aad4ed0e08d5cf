import type { CaseMaterial } from '@counter/shared/contract/case-material'
import type { CaseAnswer, CaseDetail } from '@counter/shared/contract/cases'
import { dateWords } from '@counter/shared/vocabulary/date-words'
import type { CaseId } from '@counter/shared/vocabulary/ids'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { AddFiles } from './add-files.tsx'
import { CaseFileList } from './case-file-list.tsx'

interface CaseMaterialsProps {
  readonly detail: CaseDetail
  readonly onAnswer: (answer: CaseAnswer) => void
}

/** Each material of the item with how it stands and the files that came with it, then the files beside the list. */
export function CaseMaterials({ detail, onAnswer }: CaseMaterialsProps) {
  const t = useWords()
  const language = useDayLanguage()
  const { notice } = detail
  return (
    <section className="card" aria-labelledby="case-materials">
      <h2 id="case-materials">{t('case.materials')}</h2>
      {notice !== null && (
        <p>
          {t('case.noticeLine', {
            number: notice.number,
            day: dateWords(notice.until, language),
            where: notice.where,
          })}
        </p>
      )}
      <ul className="materials">
        {detail.materials.map((material) => (
          <Material
            key={material.name}
            material={material}
            caseId={detail.row.id}
            how={howOf(detail, material.name)}
          />
        ))}
      </ul>
      {detail.otherFiles.length > 0 && <h3>{t('file.other')}</h3>}
      <CaseFileList caseId={detail.row.id} of={t('file.other')} files={detail.otherFiles} />
      <AddFiles detail={detail} onAnswer={onAnswer} />
    </section>
  )
}

// A leader is told which paper is missing, but not the words on it (P11).
function howOf({ notice }: CaseDetail, name: string): string | null {
  return notice?.materials.find((line) => line.name === name)?.how || null
}

interface MaterialProps {
  readonly material: CaseMaterial
  readonly caseId: CaseId
  readonly how: string | null
}

function Material({ material, caseId, how }: MaterialProps) {
  const t = useWords()
  const language = useDayLanguage()
  const { name, original, copies, source, state, promisedOn, files } = material
  return (
    <li data-state={state}>
      <strong>{MARKS[state]}</strong> {name} · {t(`material.${state}`)}
      <span className="small">
        {' '}
        · {source === 'shared' ? t('material.shared') : t('material.pieces', { original, copies })}
        {promisedOn !== null && ` · ${t('material.promised', { day: dateWords(promisedOn, language) })}`}
      </span>
      {how !== null && <p className="small">{how}</p>}
      <CaseFileList caseId={caseId} of={name} files={files} />
    </li>
  )
}

const MARKS = { received: '✓', missing: '□', deferred: '△', not_needed: '–' } as const satisfies Record<
  CaseMaterial['state'],
  string
>
