type Kind =
  'agency' | 'person' | 'engagement' | 'question' | 'attribute' | 'code' | 'theme' | 'comment' | 'answer'

/** The ids that the parts of the example district got in the database, by the keys they have in it. */
export type Keys = {
  ids: Map<string, string>
  /** Agency key by engagement key. */
  agencyOf: Map<string, string>
  /** Time zone by agency key. */
  timeZones: Map<string, string>
}

export function emptyKeys(): Keys {
  return { ids: new Map(), agencyOf: new Map(), timeZones: new Map() }
}

/** The id of a part that was loaded before; a key that was not is a mistake in the example. */
export function idOf(keys: Keys, kind: Kind, key: string): string {
  const id = keys.ids.get(`${kind}:${key}`)
  if (id === undefined) throw new Error(`The example district has no ${kind} "${key}"`)
  return id
}

export function keepId(keys: Keys, kind: Kind, key: string, id: string): string {
  keys.ids.set(`${kind}:${key}`, id)
  return id
}

/** The id of the agency that an engagement belongs to. */
export function agencyIdOf(keys: Keys, engagementKey: string): string {
  return idOf(keys, 'agency', agencyKeyOf(keys, engagementKey))
}

export function timeZoneOf(keys: Keys, engagementKey: string): string {
  return keys.timeZones.get(agencyKeyOf(keys, engagementKey)) ?? 'UTC'
}

function agencyKeyOf(keys: Keys, engagementKey: string): string {
  const agency = keys.agencyOf.get(engagementKey)
  if (agency === undefined) throw new Error(`The example district has no engagement "${engagementKey}"`)
  return agency
}
