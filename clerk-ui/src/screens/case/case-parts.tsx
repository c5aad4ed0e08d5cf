import type { CaseAnswer, CaseDetail } from '@counter/shared/contract/cases'
import { PartGuard } from '../../components/part-guard.tsx'
import { CaseAgency } from './case-agency.tsx'
import { CaseClocks } from './case-clocks.tsx'
import { CaseDuplicates } from './case-duplicates.tsx'
import { CaseLegs } from './case-legs.tsx'
import { CaseMaterials } from './case-materials.tsx'
import { CaseOrders } from './case-orders.tsx'
import { CasePapers } from './case-papers.tsx'
import { CaseRelation } from './case-relation.tsx'
import { CaseSubtasks } from './case-subtasks.tsx'
import { CaseTimeline } from './case-timeline.tsx'

interface CasePartsProps {
  readonly detail: CaseDetail
  readonly onAnswer: (answer: CaseAnswer) => void
}

/** What stands below the head of a case; a part that fails leaves the others (U11). */
export function CaseParts({ detail, onAnswer }: CasePartsProps) {
  return (
    <div className="case-parts">
      <div>
        <PartGuard>
          <CaseDuplicates detail={detail} />
        </PartGuard>
        <PartGuard>
          <CaseOrders detail={detail} />
        </PartGuard>
        <PartGuard>
          <CaseTimeline events={detail.events} />
        </PartGuard>
      </div>
      <div>
        <PartGuard>
          <CaseClocks detail={detail} />
        </PartGuard>
        <CaseLegs detail={detail} />
        <CaseSubtasks detail={detail} />
        <PartGuard>
          <CaseMaterials detail={detail} onAnswer={onAnswer} />
        </PartGuard>
        <PartGuard>
          <CasePapers papers={detail.papers} of={`/api/cases/${detail.row.id}`} />
        </PartGuard>
        <CaseAgency detail={detail} />
        <PartGuard>
          <CaseRelation detail={detail} onAnswer={onAnswer} />
        </PartGuard>
      </div>
    </div>
  )
}
