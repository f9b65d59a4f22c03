import { numberInWords, type View } from '../../ui/components.ts'
import { type Decision, votePassed } from './decision.ts'

/** How it was decided, in a sentence: also for documents and feeds. */
export function methodInWords(
  { t, language }: Pick<View, 't' | 'language'>,
  { method, methodDetail: detail }: Pick<Decision, 'method' | 'methodDetail'>,
): string {
  switch (method) {
    case 'consensus':
      return detail.level
        ? t('decisions.method.consensusLevel', { level: detail.level })
        : t('decisions.method.consensus')
    case 'advisory':
      return detail.body
        ? t('decisions.method.advisoryBody', { body: detail.body })
        : t('decisions.method.advisory')
    case 'vote': {
      const passed = votePassed(detail)
      if (passed === undefined) return t('decisions.method.vote')
      const count = (value: number | undefined) => numberInWords({ language }, value ?? 0)
      const counts = t('decisions.method.counts', {
        for: count(detail.for),
        against: count(detail.against),
        abstained: count(detail.abstained),
      })
      const needed = t(`decisions.threshold.${detail.threshold ?? 'majority'}`)
      return `${counts} ${t(passed ? 'decisions.method.passed' : 'decisions.method.failed', { needed })}`
    }
  }
}
