import { paths } from '../../paths.ts'
import {
  Button,
  Buttons,
  Details,
  ErrorSummary,
  type Fault,
  Form,
  Layout,
  PageHead,
  TextField,
  type View,
} from '../../ui/components.ts'

/** Where someone types the code from their receipt. */
export function ReceiptLookupPage({
  view,
  typed = '',
  faults,
}: {
  view: View
  typed?: string
  faults?: readonly Fault[]
}) {
  const { t, language } = view
  return (
    <Layout view={view} title={t('comments.lookup.title')} faulty={Boolean(faults?.length)}>
      <PageHead title={t('comments.lookup.title')} lead={t('comments.lookup.lead')} />
      <ErrorSummary view={view} faults={faults} />
      <Form view={view} action={paths.receipts.to({ language })} label={t('comments.lookup.title')}>
        <TextField
          view={view}
          name="code"
          label={t('comments.lookup.code')}
          hint={t('comments.lookup.codeHint')}
          value={typed}
          faults={faults}
          autocomplete="off"
          size="medium"
          literal
          required
        />
        <Buttons>
          <Button>{t('comments.lookup.open')}</Button>
        </Buttons>
      </Form>
      <Details summary={t('comments.lookup.lost')}>
        <p>{t('comments.lookup.lostText')}</p>
      </Details>
    </Layout>
  )
}
