import { EditConflicts } from '@counter/shared/contract/village'
import type { SlipCase, VillageAttention } from '@counter/shared/contract/village-attention'
import { refusalSentence } from '@counter/shared/text/refusal-text'
import { type EditedField, maskedFact } from '@counter/shared/vocabulary/edit'
import { maskedSlipFact } from '@counter/shared/vocabulary/late-slip'
import type { AttentionLine, SlipCaseLine } from '../usecases/village/read-attention.ts'

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
    messageEn: refusalSentence(line.code, params, 'en'),
    caseId: line.number === null ? null : line.standsId,
    number: line.number,
    item: line.itemName,
    applicant: line.applicant,
    topic: line.topic,
    missing: line.code === 'material.missing' ? String(params['list'] ?? '').split('、') : [],
    conflicts: conflictsOf(line),
    slipCase: line.slipCase && toSlipCase(line.slipCase),
    files: line.header.files.length,
    capturedAt: line.header.capturedAt,
    receivedAt: line.receivedAt,
    handedAt: line.handedAt,
  }
}

function toSlipCase({
  id,
  number,
  itemName,
  nameMasked,
  receivedAt,
  isVoid,
  differences,
}: SlipCaseLine): SlipCase {
  return {
    id,
    number,
    item: itemName,
    applicant: nameMasked,
    receivedAt,
    isVoid,
    differences: differences.map(({ field, theirs, yours }) => ({
      field,
      theirs: maskedSlipFact(field, theirs),
      yours: maskedSlipFact(field, yours),
    })),
  }
}

function conflictsOf({ content }: AttentionLine): VillageAttention['conflicts'] {
  const { conflicts } = content.params
  if (typeof conflicts !== 'string') return []
  const wrote = content.payload as { readonly [Field in EditedField]?: string }
  return EditConflicts.parse(JSON.parse(conflicts)).fields.map((each) => ({
    ...each,
    yours: maskedFact(each.field, wrote[each.field] ?? ''),
  }))
}
