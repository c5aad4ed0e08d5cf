import type { Hall } from '../../../counter-server/test/app.ts'
import { applyCommit, type DiskImage } from '../badlink/disk-image.ts'
import { aPhone, type ModelPhone } from './model-phone.ts'

/** A phone of village 05 whose disk is copied at each commit, as a thief finds it. */
export async function aKeptPhone(hall: Hall): Promise<{ phone: ModelPhone; image: DiskImage }> {
  const image: DiskImage = new Map()
  const phone = await aPhone(hall, 'v05', {
    image: new Map(),
    committed: (commit) => applyCommit(image, structuredClone(commit)),
    passes: () => undefined,
  })
  await phone.settle()
  return { phone, image }
}
