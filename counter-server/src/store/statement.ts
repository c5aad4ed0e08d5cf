import type { Query, Tx } from './tx.ts'

/** A query of the busy paths, built and prepared once per connection: building one costs more than running it. */
export function statement<P>(prepare: (query: Query) => P): (tx: Pick<Tx, 'query'>) => P {
  const prepared = new WeakMap<Query, P>()
  return ({ query }) => {
    const known = prepared.get(query)
    if (known !== undefined) return known
    const made = prepare(query)
    prepared.set(query, made)
    return made
  }
}
