/** What a person can put right in a form: the name of the field and a sentence that says how. */
export type Fault = { field: string; message: string }

/** The id of the input for a field name; the error summary links to it. */
export function fieldId(name: string): string {
  return `field-${name.replace(/[^\w-]+/g, '-')}`
}

/** The first fault of a field. */
export function faultOf(faults: readonly Fault[] | undefined, name: string): string | undefined {
  return faults?.find((fault) => fault.field === name)?.message
}
