import type { LeaseAttention, LeaseBlock } from '@counter/shared/contract/leases'
import { printedQueryCode } from '@counter/shared/vocabulary/number'
import type { LentBlock } from '../usecases/hall/renew-lease.ts'
import type { AttentionFacts } from '../usecases/hall/settle-attention.ts'

export function toLeaseBlock({ lease, businessDate, numbers }: LentBlock, publicUrl: string): LeaseBlock {
  return {
    lease,
    businessDate,
    numbers: numbers.map(({ number, token, queryCode }) => ({
      number,
      token,
      queryCode: printedQueryCode(queryCode),
      link: `${publicUrl}/t#${token}`,
    })),
  }
}

export function toLeaseAttention({
  id,
  kiosk,
  code,
  receivedAt,
  take,
  canQueue,
}: AttentionFacts): LeaseAttention {
  return {
    id,
    kiosk,
    number: take?.number ?? null,
    topic: take?.topic ?? null,
    code,
    receivedAt,
    canQueue,
  }
}
