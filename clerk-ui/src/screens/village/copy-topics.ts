/** Under these names lists that are no topic of the centre lie among an agent's sealed copies. */
export const PEOPLE_TOPIC = 'people'
export const ERRANDS_TOPIC = 'errands'
export const WALK_TOPIC = 'walk'
/** Up to where the copy of the own cases goes in the stream of the village (V55). */
export const PLACE_TOPIC = 'place'
