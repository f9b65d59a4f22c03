/** What a person typed, by field name; kept so that a form with errors comes back as it was sent. */
export type Typed = Readonly<Record<string, string | string[] | undefined>>

export type Fault = { field: string; message: string }

/** The one value of a field; the first when it was sent several times, empty when it was not sent. */
export function typedText(typed: Typed, field: string): string {
  const value = typed[field]
  return (Array.isArray(value) ? value[0] : value) ?? ''
}

/** Every value of a field that may be sent several times, such as a group of check boxes. */
export function typedList(typed: Typed, field: string): string[] {
  const value = typed[field]
  return value === undefined ? [] : Array.isArray(value) ? value : [value]
}
