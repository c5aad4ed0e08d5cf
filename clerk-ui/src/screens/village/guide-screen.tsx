import type { Guide } from '@counter/shared/contract/public/guide'
import { type ReactNode, useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { PaperSample } from '../../components/paper-sample.tsx'
import { useVillageWords } from '../../text/village-words.ts'
import { withItem } from './draft.ts'
import { useDrafts } from './draft-store.ts'
import { Again, agencyProblem, foundItems, PackAge } from './item-picker.tsx'
import { changeNewCase, openNewCase } from './new-cases.ts'
import { DraftsFull } from './next-case-screen.tsx'
import { Opening } from './opening.tsx'
import { readComplaintPhone, readGuide, useGuideList } from './use-guide.ts'

const MOST_SHOWN = 80

/** The guides: what the village can do for a resident, and what to bring. */
export function GuideScreen(): ReactNode {
  const words = useVillageWords()
  const { answer, again } = useGuideList()
  const [find, setFind] = useState('')
  const rows = answer?.ok === true ? answer.value.value.items : []
  const shown = foundItems(rows, find, MOST_SHOWN)
  return (
    <section className="v-stack" data-screen="V-6" data-state={answer === null ? 'loading' : 'normal'}>
      <h1 tabIndex={-1}>{words('village.guide.title')}</h1>
      <Complaints />
      {answer?.ok === true ? <PackAge copiedOn={answer.value.copiedOn} /> : null}
      <label className="v-field">
        {words('village.guide.find')}
        <input type="search" value={find} maxLength={40} onChange={(event) => setFind(event.target.value)} />
      </label>
      {answer === null ? <Opening /> : null}
      {answer?.ok === false ? <Again onAgain={again} /> : null}
      {answer?.ok === true && shown.length === 0 ? <p role="status">{words('village.new.none')}</p> : null}
      <ul className="v-rows">
        {shown.map(({ code, name, villageAgency, committedText }) => (
          <li key={code}>
            <GuideLine code={code} name={name}>
              {`${words(villageAgency ? 'village.guide.agency' : 'village.guide.hall')} · ${committedText}`}
            </GuideLine>
          </li>
        ))}
      </ul>
    </section>
  )
}

// The app takes no complaints: it says where they are taken (V5).
function Complaints(): ReactNode {
  const words = useVillageWords()
  const [phone, setPhone] = useState<string | null>(null)
  useEffect(() => {
    let isCurrent = true
    void readComplaintPhone().then((told) => isCurrent && setPhone(told))
    return () => {
      isCurrent = false
    }
  }, [])
  return <p>{phone === null ? words('village.guide.box') : words('village.guide.complain', { phone })}</p>
}

interface GuideLineProps {
  readonly code: string
  readonly name: string
  readonly children: string
}

// A native disclosure: it opens by keyboard and by touch, and its content is read when it is first opened.
function GuideLine({ code, name, children }: GuideLineProps): ReactNode {
  const [guide, setGuide] = useState<Guide | 'broken' | null>(null)
  const load = async () => {
    const answer = await readGuide(code)
    setGuide(answer.ok ? answer.value : 'broken')
  }
  return (
    <details onToggle={(event) => event.currentTarget.open && guide === null && void load()}>
      <summary>
        <strong>{name}</strong>
        <br />
        {children}
      </summary>
      {guide === null ? <Opening /> : null}
      {guide === 'broken' ? <Again onAgain={() => void load()} /> : null}
      {guide === null || guide === 'broken' ? null : <GuideFacts guide={guide} />}
    </details>
  )
}

function GuideFacts({ guide }: { readonly guide: Guide }): ReactNode {
  const words = useVillageWords()
  return (
    <>
      <h2>{words('village.guide.materials')}</h2>
      <ul>
        {guide.materials.map((material) => (
          <li key={material.name}>
            {material.name}
            {material.note === null ? null : ` · ${material.note}`}
            <PaperSample code={guide.code} material={material} word={words('village.guide.sample')} />
          </li>
        ))}
      </ul>
      <dl className="v-facts">
        <dt>{words('village.guide.limit')}</dt>
        <dd>{guide.committed?.text}</dd>
        <dt>{words('village.guide.fee')}</dt>
        <dd>{guide.feeText}</dd>
      </dl>
      {agencyProblem(guide) === null ? <StartCase guide={guide} /> : null}
    </>
  )
}

// A form of its own: one that is half written is another resident's (U15). Pressed before the disk has said which there are, it
// opens as soon as it has (V27).
function StartCase({ guide }: { readonly guide: Guide }): ReactNode {
  const words = useVillageWords()
  const [, navigate] = useLocation()
  const isRead = useDrafts((state) => state.isRead)
  const [isAsked, setAsked] = useState(false)
  const [isFull, setFull] = useState(false)
  useEffect(() => {
    const opened = isAsked && isRead ? openNewCase() : null
    if (opened === null) return
    setAsked(false)
    setFull(opened === 'full')
    if (opened === 'full') return
    changeNewCase(opened, (draft) => withItem(draft, guide))
    navigate(`/village/new/${opened}`)
  }, [isAsked, isRead, guide, navigate])
  return (
    <>
      <button type="button" className="v-main" aria-busy={isAsked} onClick={() => setAsked(true)}>
        {words('village.guide.start')}
      </button>
      {isAsked ? <Opening isLocal /> : null}
      {isFull ? <DraftsFull /> : null}
    </>
  )
}
