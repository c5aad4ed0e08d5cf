import { CaseAnswer, type CaseDetail } from '@counter/shared/contract/cases'
import { RELATION_OF, type RelationOf } from '@counter/shared/vocabulary/agency'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import { useState } from 'react'
import { CommandButton } from '../../components/command-button.tsx'
import { CommandForm } from '../../components/command-form.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useSession } from '../../state/session.ts'
import { useCommand } from '../../state/use-command.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'

interface RelationProps {
  readonly detail: CaseDetail
  readonly onAnswer: (answer: CaseAnswer) => void
}

/** Who takes up a filed case of a near relative says first whether he is one; no answer is set beforehand (V12). */
export function RelationDeclaration({ detail, onAnswer }: RelationProps) {
  const t = useWords()
  const { send, phase, refused } = useCommand()
  if (detail.relation?.mustDeclare !== true) return null
  async function declare(isRelated: boolean): Promise<void> {
    const answer = await send(`/api/cases/${detail.row.id}/declare-relation`, { isRelated }, CaseAnswer)
    if (answer?.ok) onAnswer(answer.value)
  }
  return (
    <section className="card" aria-labelledby="relation-declare" data-testid="relation-declare">
      <h2 id="relation-declare">▲ {t('relation.ask')}</h2>
      <p>{t('relation.why')}</p>
      <div className="line">
        <CommandButton phase={phase} onPress={() => void declare(false)}>
          {t('relation.none')}
        </CommandButton>
        <CommandButton phase={phase} onPress={() => void declare(true)}>
          {t('relation.own')}
        </CommandButton>
      </div>
      <RefusalLine refused={refused} />
    </section>
  )
}

/** 近亲属: declared or found later, by whom, and who handles the case without being one (V12). */
export function CaseRelation({ detail, onAnswer }: RelationProps) {
  const t = useWords()
  const language = useDayLanguage()
  const { relation } = detail
  const role = useSession((state) => state.session?.role)
  const mayFind = role === 'supervisor' || role === 'handler'
  if (relation === undefined || !(relation.isRelative || mayFind)) return null
  const { found, unrelated } = relation
  return (
    <section className="card" aria-labelledby="case-relation" data-testid="case-relation">
      <h2 id="case-relation">{t('relation.title')}</h2>
      {relation.isRelative ? (
        <ul className="plain">
          {found === null ? (
            <li>▲ {t('relation.declared')}</li>
          ) : (
            <li>
              ▲ {t(`relation.found.${found.whose}`)} · {found.by} · {instantWords(found.at, language)}
              {found.reason !== '' && <p>{found.reason}</p>}
            </li>
          )}
          {relation.isFiled && <li>{t('relation.filed')}</li>}
          {unrelated.map(({ by, at }) => (
            <li key={`${by}${at}`}>
              {t('relation.unrelated', { name: by, at: instantWords(at, language) })}
            </li>
          ))}
        </ul>
      ) : (
        <FindRelation id={detail.row.id} onAnswer={onAnswer} />
      )}
    </section>
  )
}

function FindRelation({ id, onAnswer }: Pick<RelationProps, 'onAnswer'> & { readonly id: string }) {
  const t = useWords()
  const command = useCommand()
  const [whose, setWhose] = useState<RelationOf | ''>('')
  async function find(reason: string): Promise<void> {
    const answer = await command.send(`/api/cases/${id}/find-relation`, { whose, reason }, CaseAnswer)
    if (answer?.ok) onAnswer(answer.value)
  }
  return (
    <details>
      <summary>{t('relation.find')}</summary>
      <CommandForm
        command={command}
        reason={{ label: t('relation.reason'), most: 500 }}
        act={t('relation.record')}
        onSend={(reason) => void find(reason)}
      >
        <label className="field">
          {t('relation.whose')}
          <select
            required
            value={whose}
            onChange={({ target }) => {
              command.forget()
              setWhose(target.value as RelationOf | '')
            }}
          >
            <option value="">{t('relation.choose')}</option>
            {RELATION_OF.map((each) => (
              <option key={each} value={each}>
                {t(`relation.found.${each}`)}
              </option>
            ))}
          </select>
        </label>
      </CommandForm>
    </details>
  )
}
