import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** One test of minutes on one core; begun last it would leave the other core without work. */
const LONGEST = 'scripts/proofs/hall-model.test.ts'

/** The usual order, but the longest file goes first and the others run beside it. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files)
    const isLongest = ({ moduleId }: TestSpecification) => moduleId.endsWith(LONGEST)
    return [...usual.filter(isLongest), ...usual.filter((file) => !isLongest(file))]
  }
}
