import { paths } from '../../paths.ts'
import {
  Button,
  ButtonLink,
  Buttons,
  Checkbox,
  ErrorSummary,
  type Fault,
  Form,
  Layout,
  Notice,
  PageHead,
  type View,
} from '../../ui/components.ts'

/** What erasing an account does, before it is done. */
export function EraseAccountPage(props: {
  view: View
  needed: { agencies: string[]; asOperator: boolean }
  faults?: readonly Fault[]
}) {
  const { view, needed, faults } = props
  const { t, language } = view
  const kept = needed.agencies.length > 0 || needed.asOperator
  return (
    <Layout view={view} title={t('people.erase.title')} faulty={Boolean(faults?.length)} unlisted>
      <PageHead title={t('people.erase.title')} lead={t('people.erase.lead')} />
      <ErrorSummary view={view} faults={faults} />
      <ul>
        <li>{t('people.erase.goes')}</li>
        <li>{t('people.erase.stays')}</li>
        <li>{t('people.erase.forGood')}</li>
      </ul>
      {kept ? (
        <Notice view={view} kind="warning" title={t('people.erase.neededTitle')}>
          <ul>
            {needed.asOperator && <li>{t('people.erase.operator')}</li>}
            {needed.agencies.map((agency) => (
              <li>{t('people.erase.administrator', { agency })}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <Form view={view} action={paths.accountErase.to({ language })}>
          <Checkbox view={view} name="sure" label={t('people.erase.sure')} faults={faults} required />
          <Buttons>
            <Button kind="danger">{t('people.erase.erase')}</Button>
            <ButtonLink kind="quiet" href={paths.account.to({ language })}>
              {t('people.erase.keep')}
            </ButtonLink>
          </Buttons>
        </Form>
      )}
    </Layout>
  )
}

/** Said once the account is gone. */
export function ErasedPage({ view }: { view: View }) {
  return (
    <Layout view={view} title={view.t('people.erase.doneTitle')} unlisted>
      <PageHead title={view.t('people.erase.doneTitle')} lead={view.t('people.erase.done')} />
    </Layout>
  )
}
