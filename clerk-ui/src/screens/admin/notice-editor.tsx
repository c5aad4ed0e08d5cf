import { NOTICE_LENGTH, type Notice } from '@counter/shared/contract/notices'
import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { useWords } from '../../text/words.ts'

interface NoticeEditorProps {
  /** Null for a new one. */
  readonly notice: Notice | null
  readonly today: string
  readonly place: number
  /** True when it was saved. */
  readonly onSave: (page: object) => Promise<boolean>
  readonly onClose: () => void
}

/** One page of the notices, with how it will look on the wall. */
export function NoticeEditor({ notice, today, place, onSave, onClose }: NoticeEditorProps) {
  const words = useWords()
  const [text, setText] = useState(notice?.text ?? '')
  const left = NOTICE_LENGTH - [...text].length
  const title = words(notice === null ? 'a6.add' : 'a6.changeOf')
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (left < 0) return
    const form = new FormData(event.currentTarget)
    const toOn = String(form.get('to'))
    const page = {
      text: text.trim(),
      fromOn: String(form.get('from')),
      toOn: toOn === '' ? null : toOn,
      place: Number(form.get('place')),
    }
    if (await onSave(page)) onClose()
  }
  return (
    <form className="card stack" aria-label={title} onSubmit={(event) => void save(event)}>
      <h2>{title}</h2>
      <label className="field">
        {words('a6.text')}
        <input
          required
          value={text}
          autoComplete="off"
          aria-invalid={left < 0}
          aria-describedby="notice-left"
          onChange={(event) => setText(event.target.value)}
        />
        <small id="notice-left" role="status">
          {left < 0 ? `■ ${words('a6.tooLong', { n: -left })}` : words('a6.left', { n: left })}
        </small>
      </label>
      <div className="fields">
        <label className="field">
          {words('a6.from')}
          <input type="date" name="from" required defaultValue={notice?.fromOn ?? today} />
        </label>
        <label className="field">
          {words('a6.to')}
          <input type="date" name="to" defaultValue={notice?.toOn ?? ''} />
        </label>
        <label className="field">
          {words('a6.place')}
          <input type="number" name="place" min={1} max={99} required defaultValue={Math.min(place, 99)} />
        </label>
      </div>
      <figure className="notice-preview">
        <figcaption>{words('a6.preview')}</figcaption>
        <p>{text === '' ? '…' : text}</p>
      </figure>
      <div className="line">
        <Button type="primary" htmlType="submit" aria-disabled={left < 0}>
          {words('admin.save')}
        </Button>
        <Button onClick={onClose}>{words('admin.drop')}</Button>
      </div>
    </form>
  )
}
