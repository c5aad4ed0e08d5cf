import type { VillageAttention } from '@counter/shared/contract/village-attention'
import { refusalSentence } from '@counter/shared/text/refusal-text'
import type { AttentionLine } from '../usecases/village/read-attention.ts'

export function toVillageAttention(line: AttentionLine): VillageAttention {
  const { params } = line.content
  return {
    id: line.command,
    village: line.village,
    villageName: line.villageName,
    agent: line.agentName,
    type: line.type as VillageAttention['type'],
    code: line.code,
    message: refusalSentence(line.code, params, 'zh-CN'),
    caseId: line.number === null ? null : line.caseId,
    number: line.number,
    item: line.itemName,
    applicant: line.applicant,
    missing: line.code === 'material.missing' ? String(params['list'] ?? '').split('、') : [],
    files: line.header.files.length,
    capturedAt: line.header.capturedAt,
    receivedAt: line.receivedAt,
    handedAt: line.handedAt,
  }
}
