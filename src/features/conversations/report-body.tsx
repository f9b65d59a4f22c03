import type { View } from '../../ui/components.ts'
import { OpinionMap } from './opinion-map.tsx'
import type { OpinionReport } from './opinion-report.ts'
import { AcrossDeclared, AllStatements, Method, WhoTookPart } from './report-people.tsx'
import { Groups } from './report-groups.tsx'
import { CommonGround, Divides, InShort, Slate, Unsure } from './report-sections.tsx'
import { VotePatterns } from './vote-bars.tsx'

/**
 * The report from the findings to the figures: common ground first, then the groups, then what divides. The parts named
 * by `data-live` are replaced while people vote.
 */
export function ReportBody({ view, report, csv }: { view: View; report: OpinionReport; csv?: string }) {
  const tooFew = report.standing === 'too-few'
  return (
    <div class="opinion-report">
      <VotePatterns />
      <div data-live="short">
        <InShort view={view} report={report} />
      </div>
      {!tooFew && (
        <>
          <div data-live="common">
            <CommonGround view={view} report={report} />
          </div>
          <div data-live="groups">
            <Groups view={view} report={report} />
          </div>
          <div data-live="map">
            <OpinionMap view={view} report={report} />
          </div>
          <div data-live="differ">
            <Divides view={view} report={report} />
            <Unsure view={view} report={report} />
          </div>
          <div data-live="slate">
            <Slate view={view} report={report} />
          </div>
          <AcrossDeclared view={view} report={report} />
          <WhoTookPart view={view} report={report} />
          <Method view={view} report={report} />
          <AllStatements view={view} report={report} csv={csv} />
        </>
      )}
    </div>
  )
}
