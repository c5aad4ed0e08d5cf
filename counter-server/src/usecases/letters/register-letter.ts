import { isPhone } from '@counter/shared/vocabulary/identity'
import type { PaperId } from '@counter/shared/vocabulary/ids'
import { normalQueryCode } from '@counter/shared/vocabulary/number'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { replyOnSpot } from '../../domain/letter/answer-letter.ts'
import { letterDueOn } from '../../domain/letter/assign-letter.ts'
import { hearsDueAtOnce } from '../../domain/letter/letter-act.ts'
import { NEW_LETTER } from '../../domain/letter/letter-state.ts'
import {
  checkArrival,
  registerLetter as decide,
  type LetterComing,
} from '../../domain/letter/register-letter.ts'
import { Refusal } from '../../domain/refusal.ts'
import { nextCaseNumber } from '../../store/case-numbers.ts'
import { hashToken, lookUp } from '../../store/crypto.ts'
import { dropDraft } from '../../store/drafts.ts'
import { findLetter, insertLetter } from '../../store/letters.ts'
import { once } from '../../store/receipts.ts'
import { readSettings } from '../../store/settings.ts'
import type { Tx } from '../../store/tx.ts'
import type { CaseAsker } from '../cases/case-asker.ts'
import { clockContext } from '../cases/case-rules.ts'
import { newSecrets } from '../cases/open-receipt.ts'
import { staffIdOf } from '../cases/staff-id.ts'
import type { Deps } from '../deps.ts'
import { insertWriter, type Writer } from './insert-writer.ts'
import { makeLetterPapers } from './letter-papers.ts'
import { appendLetterFact, type LetterScene, recordLetterFacts, tellLetter } from './letter-scene.ts'
import { projectLetterRow } from './project-letter.ts'

/** Letters count apart from the cases of hall and villages (C1101). */
const SOURCE = '99'

/** A letter on its way in. */
export interface RegisterLetter {
  readonly coming: Omit<LetterComing, 'isAnonymous'>
  readonly writer: Writer
  /** When it came, if that was before now, and why it is registered only now (C306). */
  readonly arrived: { readonly at: Instant; readonly reason: string } | null
  /** Said on the call or on the spot; empty when it is still to be answered. */
  readonly answer: string
}

/** What the writer is given: number and code to ask with, and the day by which there is an answer. */
export interface RegisteredLetter {
  readonly id: string
  readonly number: string
  readonly queryCode: string
  readonly token: string
  readonly dueOn: PlainDate | null
  /** The receipt that waits to be printed; none for what came by the website. */
  readonly paper: PaperId | null
}

/** Registers a letter, and answers it at once when that was asked for (C1301, C1303). Refusals: `letter.*`, `contact.phone`, `event.backdate_range`. */
export function registerLetter(
  deps: Deps,
  asker: CaseAsker,
  asked: RegisterLetter,
): Promise<RegisteredLetter> {
  const { origin } = asker
  const { channel } = asked.coming
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'letter.register', subject: channel, content: asked }, () => {
      const secrets = newSecrets()
      const scene = enter(deps, tx, asker, asked, secrets)
      const paper = makeLetterPapers(scene, 1)
      if (asker.staff !== null) dropDraft(tx, { staff: staffIdOf(asker), log: 'letter_log' })
      if (asked.answer.trim() !== '') {
        const replied = replyOnSpot(scene.context, staffIdOf(asker), asked.answer)
        recordLetterFacts(scene, [replied], { text: asked.answer })
      }
      const { id, number } = scene.facts
      return { id, number, ...secrets, dueOn: letterDueOn(scene.context), paper }
    }),
  )
}

function enter(
  { newId }: Deps,
  tx: Tx,
  asker: CaseAsker,
  { coming, writer, arrived }: RegisterLetter,
  secrets: Pick<RegisteredLetter, 'queryCode' | 'token'>,
): LetterScene {
  if (writer.phone !== '' && !isPhone(writer.phone)) throw new Refusal('contact.phone')
  const at = arrived?.at ?? tx.at
  const rules = clockContext(tx)
  if (arrived !== null) checkArrival({ ...rules, at: tx.at }, arrived.at, arrived.reason)
  const isAnonymous = writer.name.trim() === ''
  const context = { ...rules, at, actor: asker.actor }
  const fact = decide(context, { ...coming, isAnonymous }, readSettings(tx))
  const id = newId()
  const begun = { tx, newId, asker, facts: { id }, events: [], context: { ...context, state: NEW_LETTER } }
  const { text, leader } = coming
  // Without a name there is nobody to look up, so the number they left lies with the words.
  const contact: Record<string, string> = isAnonymous ? { phone: writer.phone, address: writer.address } : {}
  const words = { text, leader, ...contact, lateReason: arrived?.reason ?? '' }
  const { events, context: after } = appendLetterFact(begun, fact, {
    words,
    occurredAt: at,
    isTold: hearsDueAtOnce(coming.channel),
  })
  insertLetter(tx, {
    ...projectLetterRow(rules, after.state, tx.at),
    id,
    number: nextCaseNumber(tx, SOURCE),
    person: isAnonymous ? null : insertWriter(tx, newId(), writer),
    queryCodeLook: lookUp(tx.keys, 'query_code', normalQueryCode(secrets.queryCode)),
    tokenHash: hashToken(secrets.token),
  })
  tellLetter(tx, id, [])
  const facts = findLetter(tx, id)
  if (facts === undefined) throw new Error('the letter was not written')
  return { tx, newId, asker, facts, events, context: { ...after, at: tx.at } }
}
