import { paths } from '../../paths.ts'
import { Button, type Fault, Form, TextField, type View } from '../../ui/components.ts'

type Place = { language: View['language']; agency: string; engagement: string }

/** Where someone leaves an address to hear of news. */
export function FollowForm({
  view,
  place,
  address = '',
  faults,
}: {
  view: View
  place: Place
  address?: string
  faults?: readonly Fault[]
}) {
  const { t } = view
  return (
    <Form view={view} action={paths.follow.to(place)}>
      <TextField
        view={view}
        name="address"
        label={t('engagements.follow.address')}
        type="email"
        autocomplete="email"
        size="medium"
        value={address}
        faults={faults}
        required
      />
      <Button kind="quiet">{t('engagements.follow.ask')}</Button>
    </Form>
  )
}

/** The same as a part of another page. */
export function FollowInvitation({ view, place }: { view: View; place: Place }) {
  return (
    <section aria-labelledby="follow">
      <h2 id="follow">{view.t('engagements.follow.title')}</h2>
      <p>{view.t('engagements.follow.lead')}</p>
      <FollowForm view={view} place={place} />
    </section>
  )
}
