import type { CaseId, ItemCode, StaffId, UnitCode } from '@counter/shared/vocabulary/ids'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { findCase } from '../../counter-server/src/store/cases.ts'
import { acceptCase } from '../../counter-server/src/usecases/cases/accept-case.ts'
import { addNote } from '../../counter-server/src/usecases/cases/add-note.ts'
import { approveCase } from '../../counter-server/src/usecases/cases/approve-case.ts'
import { askPapers } from '../../counter-server/src/usecases/cases/ask-papers.ts'
import type { CaseCommand } from '../../counter-server/src/usecases/cases/case-scene.ts'
import { changeItem } from '../../counter-server/src/usecases/cases/change-item.ts'
import { voidCase } from '../../counter-server/src/usecases/cases/correct-case.ts'
import { decideCase } from '../../counter-server/src/usecases/cases/decide-case.ts'
import { deliverCase } from '../../counter-server/src/usecases/cases/deliver-case.ts'
import { askToExtend } from '../../counter-server/src/usecases/cases/extend-case.ts'
import { handIn } from '../../counter-server/src/usecases/cases/hand-in.ts'
import { handOverCases } from '../../counter-server/src/usecases/cases/hand-over-cases.ts'
import { makePledge } from '../../counter-server/src/usecases/cases/make-pledge.ts'
import { mergeCases, unmergeCases } from '../../counter-server/src/usecases/cases/merge-cases.ts'
import { pauseCase, resumeCase } from '../../counter-server/src/usecases/cases/pause-case.ts'
import { recuseCase } from '../../counter-server/src/usecases/cases/recuse-case.ts'
import { askToRefuse } from '../../counter-server/src/usecases/cases/refuse-case.ts'
import { requestSupplement } from '../../counter-server/src/usecases/cases/request-supplement.ts'
import { askToReturn } from '../../counter-server/src/usecases/cases/return-case.ts'
import { answerSubtask, openSubtask, waiveSubtask } from '../../counter-server/src/usecases/cases/subtasks.ts'
import { takeCase } from '../../counter-server/src/usecases/cases/take-case.ts'
import {
  sendBackCase,
  takeOverCase,
  transferCase,
} from '../../counter-server/src/usecases/cases/transfer-case.ts'
import { withdrawCase } from '../../counter-server/src/usecases/cases/withdraw-case.ts'
import type { Deps } from '../../counter-server/src/usecases/deps.ts'
import { type Act, ID_CARD, ITEMS } from './case-facts.ts'

const REASON = '按规定'
const LINES = [{ name: ID_CARD, problem: '不清楚' }]

/** What the names of the proof are in the product. */
interface ProductWorld {
  readonly kept: CaseId
  readonly staff: (name: string) => StaffId
  readonly subtask: (place: number) => string
}

/** One act as the product's own use case. */
export function sendAct(deps: Deps, command: CaseCommand, act: Act, world: ProductWorld): Promise<unknown> {
  switch (act.does) {
    case 'accept':
      return acceptCase(deps, command)
    case 'request_supplement':
      return requestSupplement(deps, command, { lines: LINES, reason: '' })
    case 'request_again':
      return requestSupplement(deps, command, { lines: LINES, reason: REASON })
    case 'hand_in':
      return handIn(deps, command, act.names)
    case 'refuse':
      return askToRefuse(deps, command, { reason: REASON, organ: '县局' })
    case 'take':
      return takeCase(deps, command)
    case 'pause':
      return pauseCase(deps, command, {
        reason: 'hearing',
        told: { value: 3, unit: 'workday' },
        noticeNumber: '特1',
      })
    case 'resume':
      return resumeCase(deps, command)
    case 'extend':
      return askToExtend(deps, command, { days: act.days, reason: REASON })
    case 'transfer':
      return transferCase(deps, command, { unit: act.to as UnitCode, reason: REASON })
    case 'take_over':
      return takeOverCase(deps, command)
    case 'send_back':
      return sendBackCase(deps, command, REASON)
    case 'decide':
      return decideCase(deps, command, { decision: 'granted', result: '同意', reason: '' })
    case 'deny':
      return decideCase(deps, command, { decision: 'denied', result: '不予', reason: REASON })
    case 'deliver':
      return deliverCase(deps, command, { way: 'collect', receiver: '示例甲', relation: '', postNumber: '' })
    case 'withdraw':
      return withdrawCase(deps, command, REASON)
    case 'void':
      return voidCase(deps, command, REASON)
    case 'return_case':
      return askToReturn(deps, command, REASON)
    case 'add_note':
      return addNote(deps, command, { text: REASON, received: [] })
    case 'bring':
      return addNote(deps, command, { text: REASON, received: papersOf(deps, command.id) })
    case 'ask_papers':
      return askPapers(deps, command, { lines: LINES, basis: '' })
    case 'pledge':
      return makePledge(deps, command)
    case 'change_item':
      return changeItem(deps, command, { item: act.to as ItemCode, reason: REASON })
    case 'assign':
      return assign(deps, command, act, world)
    case 'recuse':
      return recuseCase(deps, command, {
        unit: act.unit as UnitCode | null,
        person: act.person === null ? null : world.staff(act.person),
        reason: REASON,
      })
    case 'merge':
      return mergeCases(deps, command, world.kept)
    case 'unmerge':
      return unmergeCases(deps, command, REASON)
    case 'ask_part':
      return openSubtask(deps, command, {
        unit: act.unit as UnitCode,
        content: REASON,
        dueOn: civilDate(deps.store.read(({ at }) => at)),
      })
    case 'answer_part':
      return answerSubtask(deps, command, { subtask: world.subtask(act.part), result: REASON })
    case 'waive_part':
      return waiveSubtask(deps, command, { subtask: world.subtask(act.part), reason: REASON })
    case 'approve':
      return approveCase(deps, command, { isApproved: true, reason: '' })
    case 'decline':
      return approveCase(deps, command, { isApproved: false, reason: REASON })
  }
}

function assign(
  deps: Deps,
  { asker, id }: CaseCommand,
  { from, to }: { readonly from: string; readonly to: string },
  { staff }: ProductWorld,
) {
  return handOverCases(deps, asker, { from: staff(from), to: staff(to), cases: [id], reason: REASON })
}

function papersOf({ store }: Deps, id: CaseId): readonly string[] {
  const item = store.read((tx) => findCase(tx, id)?.item)
  return ITEMS[item === 'NJ-003' ? 'NJ-003' : 'LY-001'].papers
}
