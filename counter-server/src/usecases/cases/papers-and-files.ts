import { findAgency } from '../../store/agency.ts'
import { type CaseFile, findCaseFiles } from '../../store/case-files.ts'
import type { CaseDetailFacts, FileLine } from './case-detail-facts.ts'
import type { CaseScene } from './case-scene.ts'

/** Each material of the list as it stands, with its files, and the files beside the list; what was taken back is no more (C302). */
export function papersAndFiles(
  scene: CaseScene,
  people: (actor: string) => string,
  voided: ReadonlySet<string>,
): Pick<CaseDetailFacts, 'materials' | 'otherFiles'> {
  const { tx, facts, item, context } = scene
  const files = findCaseFiles(tx, facts.id).filter(({ event }) => event === null || !voided.has(event))
  const lines = files.map((file) => lineOf(scene, people, file))
  const materials = item.content.materials.map((material) => {
    const mark = context.state.materials.find(({ name }) => name === material.name)
    return {
      material,
      state: mark?.state ?? 'missing',
      promisedOn: mark?.promisedOn ?? null,
      files: lines.filter(({ file }) => file.role === material.name),
    }
  })
  const signature = findAgency(tx, facts.id)?.signature ?? null
  const isListed = ({ file }: FileLine) => item.content.materials.some(({ name }) => name === file.role)
  return {
    materials,
    // The authority is shown with the agency and not among the papers (V9).
    otherFiles: lines.filter((line) => !isListed(line) && line.file.sha256 !== signature),
  }
}

function lineOf({ events, facts }: CaseScene, people: (actor: string) => string, file: CaseFile): FileLine {
  const event = events.find(({ id }) => id === file.event)
  if (event === undefined) return { file, by: facts.villageName ?? '', at: file.namedAt }
  return { file, by: people(event.actor), at: event.occurredAt }
}
