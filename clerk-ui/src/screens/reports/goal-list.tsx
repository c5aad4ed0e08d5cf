import type { Report } from '@counter/shared/contract/reports'
import { useWords } from '../../text/words.ts'

const GOALS = ['kept', 'bias', 'rmse'] as const

/** Whether what was told kept its monthly goals, in sign and word (Q64). */
export function GoalList({ goals }: { readonly goals: Report['goals'] }) {
  const t = useWords()
  return (
    <ul className="plain goals" aria-label={t('report.goals')}>
      {GOALS.map((goal) => (
        <li key={goal} data-goal={goal}>
          {t(`report.goal.${goal}`)}：{t(wordOf(goals[goal]))}
        </li>
      ))}
    </ul>
  )
}

function wordOf(isMet: boolean | null) {
  if (isMet === null) return 'report.goalUnknown'
  return isMet ? 'report.goalMet' : 'report.goalMissed'
}
