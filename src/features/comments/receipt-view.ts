import type { View } from '../../ui/view.ts'
import type { Agency } from '../agencies/agency.ts'

/** A receipt's address names no agency; its page still belongs to one, in its colours and its time zone. */
export function receiptView(view: View, agency: Agency): View {
  return {
    ...view,
    agency: { slug: agency.slug, name: agency.name, brandColor: agency.brandColor },
    timeZone: agency.timeZone,
  }
}
