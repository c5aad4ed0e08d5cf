import type { Account, AccountPlaces } from '@counter/shared/contract/accounts'
import { ROLES, type Role } from '@counter/shared/vocabulary/actor'
import { useWords } from '../../text/words.ts'

/** What makes a post: name, role, and the place that belongs to the role. */
export type Post = Pick<Account, 'displayName' | 'role' | 'unit' | 'village' | 'windows'> & {
  /** As typed, with blanks between. */
  readonly posts: string
}

interface PostFieldsProps {
  readonly post: Post
  readonly places: AccountPlaces
  readonly onChange: (more: Partial<Post>) => void
}

/** The fields of a post; those that its role cannot have are not shown (P11). */
export function PostFields({ post, places, onChange }: PostFieldsProps) {
  const words = useWords()
  return (
    <>
      <div className="fields">
        <label className="field">
          {words('a3.name')}
          <input
            required
            maxLength={60}
            value={post.displayName}
            onChange={(event) => onChange({ displayName: event.target.value })}
          />
          <span className="hint">{words('a3.nameHint')}</span>
        </label>
        <label className="field">
          {words('a3.role')}
          <select value={post.role} onChange={(event) => onChange({ role: event.target.value as Role })}>
            {ROLES.map((role) => (
              <option key={role} value={role}>
                {words(`role.${role}`)}
              </option>
            ))}
          </select>
        </label>
        {post.role === 'agent' ? (
          <Choice
            label={words('a3.village')}
            value={post.village}
            options={places.villages.map(({ village, name }) => [village, name])}
            onChange={(village) => onChange({ village: village as Post['village'] })}
          />
        ) : (
          <Choice
            label={words('a3.unit')}
            value={post.unit}
            options={places.units.map(({ unit, name }) => [unit, name])}
            onChange={(unit) => onChange({ unit: unit as Post['unit'] })}
          />
        )}
        <label className="field">
          {words('a3.posts')}
          <input
            maxLength={200}
            value={post.posts}
            onChange={(event) => onChange({ posts: event.target.value })}
          />
          <span className="hint">{words('a3.postsHint')}</span>
        </label>
      </div>
      {post.role === 'clerk' && (
        <WindowRights windows={post.windows} places={places} onChange={(windows) => onChange({ windows })} />
      )}
    </>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly value: string | null
  readonly options: readonly (readonly [string, string])[]
  readonly onChange: (value: string | null) => void
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  const words = useWords()
  return (
    <label className="field">
      {label}
      <select
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      >
        <option value="">{words('a3.choose')}</option>
        {options.map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

interface WindowRightsProps {
  readonly windows: Post['windows']
  readonly places: AccountPlaces
  readonly onChange: (windows: Post['windows']) => void
}

function WindowRights({ windows, places, onChange }: WindowRightsProps) {
  const words = useWords()
  const toggle = (window: number, isOn: boolean) =>
    onChange(isOn ? [...(windows ?? []), window] : (windows ?? []).filter((each) => each !== window))
  return (
    <fieldset className="service">
      <legend>{words('a3.windows')}</legend>
      <label>
        <input
          type="checkbox"
          checked={windows === null}
          onChange={(event) => onChange(event.target.checked ? null : [])}
        />
        {words('a3.allWindows')}
      </label>
      {windows !== null &&
        places.windows.map(({ window, name }) => (
          <label key={window}>
            <input
              type="checkbox"
              checked={windows.includes(window)}
              onChange={(event) => toggle(window, event.target.checked)}
            />
            {name}
          </label>
        ))}
    </fieldset>
  )
}

/** The post as a command sends it. */
export function postBody({ posts, ...post }: Post) {
  return {
    ...post,
    displayName: post.displayName.trim(),
    posts: posts.split(/[\s,，、]+/).filter((each) => each !== ''),
  }
}
