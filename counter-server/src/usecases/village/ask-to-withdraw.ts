import { askWithdrawal } from '../../domain/case/ask-withdrawal.ts'
import { addNoteOn } from '../cases/add-note.ts'
import type { CaseScene } from '../cases/case-scene.ts'
import { recordFacts } from '../cases/record-facts.ts'
import type { FollowUp } from './errands.ts'

/** 申请撤件, judged by the case as it stands now; said again while the first waits it is a note (V73). */
export function askToWithdraw(scene: CaseScene, reason: string): FollowUp {
  const asked = askWithdrawal(scene.context, reason)
  if (asked === null) {
    addNoteOn(scene, { text: `又申请撤件：${reason}` })
    return 'merged'
  }
  recordFacts(scene, [asked])
  return 'applied'
}
