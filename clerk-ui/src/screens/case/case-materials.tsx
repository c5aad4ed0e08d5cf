import type { CaseDetail, CaseMaterial } from '@counter/shared/contract/cases'
import { dateWords } from '@counter/shared/vocabulary/date-words'
import type { CaseId } from '@counter/shared/vocabulary/ids'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'

/** Each material of the item with how it stands and the photos that came with it. */
export function CaseMaterials({ detail }: { readonly detail: CaseDetail }) {
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
      {files.length > 0 && (
        <p className="photos">
          {files.map((file, index) =>
            file.isStored ? (
              <a
                key={file.sha256}
                href={`/api/cases/${caseId}/files/${file.sha256}`}
                target="_blank"
                rel="noreferrer"
              >
                <img
                  src={`/api/cases/${caseId}/files/${file.sha256}`}
                  alt={t('material.photo', { name, n: index + 1 })}
                  loading="lazy"
                />
              </a>
            ) : (
              <span key={file.sha256} className="small">
                {t('material.photoWaiting')}
              </span>
            ),
          )}
        </p>
      )}
    </li>
  )
}

const MARKS = { received: '✓', missing: '□', deferred: '△', not_needed: '–' } as const satisfies Record<
  CaseMaterial['state'],
  string
>
