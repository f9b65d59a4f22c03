import type { View } from '../../ui/components.ts'
import type { WaysIn } from './ways-in.ts'

/** Every way to take part besides the web form. */
export function OtherWays({ view, ways }: { view: View; ways: WaysIn }) {
  const { t } = view
  return (
    <>
      <h3>{t('engagements.hub.otherWays')}</h3>
      <ul>
        {ways.mailAddress && (
          <li>
            {t('engagements.hub.byMail')}{' '}
            <a href={`mailto:${ways.mailAddress}`} class="address">
              {ways.mailAddress}
            </a>
          </li>
        )}
        {ways.sms && (
          <li>
            {t('engagements.hub.bySms')} <bdi class="keyword">{ways.sms.keyword}</bdi>{' '}
            {t('engagements.hub.bySmsTo')}{' '}
            <a href={`sms:${ways.sms.number}`}>
              <bdi>{ways.sms.number}</bdi>
            </a>
          </li>
        )}
        {ways.phone && (
          <li>
            {t('engagements.hub.byPhone')}{' '}
            <a href={telephone(ways.phone)}>
              <bdi>{ways.phone}</bdi>
            </a>
          </li>
        )}
        <li>{t('engagements.hub.byPaper', { name: ways.contactName })}</li>
      </ul>
    </>
  )
}

/** A number as phones dial it; extensions and words are left out. */
export function telephone(phone: string): string {
  const [number = ''] = phone.split(/ext|#|,/i)
  return `tel:${number.replace(/[^+\d]/g, '')}`
}
