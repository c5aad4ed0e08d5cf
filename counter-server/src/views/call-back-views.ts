import type { CallBackLine, CallBackList } from '@counter/shared/contract/call-backs'
import type { CallBackBoard } from '../usecases/village/call-backs.ts'

/** 回访抽查, masked as every list (V20). */
export function toCallBackList({ mayCall, clerk, clerks, draws, lines }: CallBackBoard): CallBackList {
  return {
    mayCall,
    clerk: clerk === null ? null : { id: clerk.id, name: clerk.name },
    clerks: clerks.map(({ id, name }) => ({ id, name })),
    draws: draws.map(({ village, month, seed, deliveries, drawn }) => ({
      village,
      month,
      seed,
      deliveries,
      drawn,
    })),
    items: lines.map(toLine),
  }
}

function toLine(line: CallBackBoard['lines'][number]): CallBackLine {
  return {
    case: line.case,
    number: line.number,
    itemName: line.itemName,
    applicant: line.applicant,
    phone: line.phone,
    village: line.village,
    villageName: line.villageName,
    month: line.month,
    why: line.why,
    deliveredAt: line.deliveredAt,
    settledAt: line.settledAt,
    tries: line.tries.map(({ at, by, isReached, satisfaction, remark }) => ({
      at,
      by,
      isReached,
      satisfaction,
      remark,
    })),
  }
}
