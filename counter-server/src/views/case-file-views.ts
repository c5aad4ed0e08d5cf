import type { CaseFile, CaseMaterial } from '@counter/shared/contract/case-material'
import type { FileLine, MaterialLine } from '../usecases/cases/case-detail-facts.ts'

export function toMaterial({ material, state, promisedOn, files }: MaterialLine): CaseMaterial {
  const { name, original, copies, required, deferrable, source } = material
  return {
    name,
    original,
    copies,
    required,
    deferrable,
    source,
    state,
    promisedOn,
    files: files.map(toFile),
  }
}

export function toFile({ file, by, at }: FileLine): CaseFile {
  const { sha256, size, mime, isStored } = file
  return { sha256, size, mime, isStored, by, at }
}
