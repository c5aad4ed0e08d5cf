import { WordingDraft, WordingView } from '@counter/shared/contract/wordings'
import { CASE_PAPERS, type CasePaperKind } from '@counter/shared/vocabulary/case-paper'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import { paperTitle, SHIPPED_WORDING, shippedWording } from '@counter/shared/vocabulary/shipped-wording'
import { useState } from 'react'
import { Link } from 'wouter'
import { ActButton } from '../../components/command-button.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useSession } from '../../state/session.ts'
import { useReading } from '../../state/use-reading.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { AdminPage, pageState } from '../admin/admin-page.tsx'
import '../catalogue/catalogue.css'
import { WordingCard } from './wording-card.tsx'
import { WordingPreview } from './wording-preview.tsx'

/** the wording of one kind of paper: its draft, how it is printed now, and every version that was (C901). */
export function WordingScreen({ kind: asked }: { readonly kind: string }) {
  const words = useWords()
  const language = useDayLanguage()
  const role = useSession(({ session }) => session?.role)
  const kind: CasePaperKind = CASE_PAPERS.find((each) => each === asked) ?? 'receipt'
  const { value, refused, reread, put } = useReading(`/api/wordings/${kind}`, WordingView)
  const [done, setDone] = useState<WordingDraft | null>(null)
  const open = value?.drafts.find(({ state }) => state === 'draft' || state === 'submitted')
  const present = value?.versions[0]?.wording ?? shippedWording(kind)
  const keep = (draft: WordingDraft) => {
    setDone(draft)
    put((known) => withDraft(known, draft))
    reread()
  }
  return (
    <AdminPage
      screen="A-1"
      title={`${words('wording.title')} · ${paperTitle(kind, language)}`}
      state={pageState(value === null ? null : [value], refused)}
    >
      <p>
        <Link href="/admin/wordings">{words('wording.back')}</Link>
      </p>
      <RefusalLine refused={refused} />
      {done !== null && done.id !== open?.id && <p role="status">✓ {words(`wording.done.${done.state}`)}</p>}
      {open !== undefined && <WordingCard draft={open} present={present} onChanged={keep} />}
      {value !== null && open === undefined && role === 'admin' && (
        <div>
          <ActButton
            type="primary"
            path={`/api/wordings/${kind}/draft`}
            body={{}}
            parser={WordingDraft}
            onDone={keep}
          >
            {words('wording.change')}
          </ActButton>
        </div>
      )}
      {value !== null && open === undefined && (
        <section className="card stack" aria-labelledby="wording-now">
          <h2 id="wording-now">{words('wording.now')}</h2>
          <WordingPreview kind={kind} wording={present} label={words('wording.preview')} />
        </section>
      )}
      {value !== null && <Versions view={value} />}
    </AdminPage>
  )
}

/** Every wording that papers were given with, newest first; the first one came with the system. */
function Versions({ view: { kind, versions } }: { readonly view: WordingView }) {
  const words = useWords()
  const language = useDayLanguage()
  return (
    <section className="card stack" aria-labelledby="wording-versions">
      <h2 id="wording-versions">{words('wording.versions')}</h2>
      <ol className="rows">
        {versions.map(({ version, publishedBy, publishedAt, wording }) => {
          const name = words('wording.version', { n: version - SHIPPED_WORDING })
          return (
            <li key={version} className="stack" data-version={version}>
              <p className="line">
                <strong>{name}</strong>
                <span className="quiet">
                  {words('wording.published', { name: publishedBy, t: instantWords(publishedAt, language) })}
                </span>
              </p>
              <details>
                <summary>{words('wording.look')}</summary>
                <WordingPreview kind={kind} wording={wording} label={name} />
              </details>
            </li>
          )
        })}
        <li className="stack" data-version={SHIPPED_WORDING}>
          <strong>{words('wording.shipped')}</strong>
          <details>
            <summary>{words('wording.look')}</summary>
            <WordingPreview kind={kind} wording={shippedWording(kind)} label={words('wording.shipped')} />
          </details>
        </li>
      </ol>
    </section>
  )
}

function withDraft(known: WordingView | null, draft: WordingDraft): WordingView {
  if (known === null) throw new Error('a draft was answered before its paper was read')
  return { ...known, drafts: [draft, ...known.drafts.filter(({ id }) => id !== draft.id)] }
}
