import type { OpinionDocument, RepresentativeDocument } from '../../analysis/opinion/opinion-document.ts'

/** The answer in words, for reading in a terminal. */
export function opinionInWords(document: OpinionDocument, texts: Readonly<Record<string, string>>): string {
  const lines = [
    `${count(document.participants, 'person', 'people')}, ${count(document.statements, 'statement')}, ${count(document.votes, 'vote')}` +
      (document.deduplicated > 0 ? ` (${count(document.deduplicated, 'repeat')} left out).` : '.'),
    '',
  ]
  const named = (id: string) => {
    const text = (texts[id] ?? '').replace(/\s+/g, ' ').trim()
    return text === '' ? id : `${id}  ${text.length > 90 ? `${text.slice(0, 89)}…` : text}`
  }

  lines.push(document.clear_groups ? `${document.k} groups of opinion.` : 'No clear groups yet.')
  const test = document.null_test
  if (test) {
    lines.push(
      test.significant === 0
        ? `Votes differ no more than chance would have it (${test.permutations} shuffles).`
        : `${count(test.significant, 'direction')} of difference ${test.significant === 1 ? 'stands' : 'stand'} out from chance (${test.permutations} shuffles).`,
    )
  }

  lines.push('', 'Common ground')
  const { agree, disagree } = document.consensus
  if (agree.length + disagree.length === 0) lines.push('  none that is certain yet')
  for (const [entries, word] of [
    [agree, 'agree'],
    [disagree, 'disagree'],
  ] as const) {
    for (const entry of entries) {
      const floor = entry.lower === undefined ? '' : `, at least ${percent(entry.lower)} in every group`
      lines.push(
        `  ${percent(entry.n_success / entry.n_trials)} ${word}${floor}: ${named(entry.statement_id)}`,
      )
    }
  }

  for (const group of document.groups) {
    const stability = group.stability === null ? '' : `, stability ${group.stability.toFixed(2)}`
    lines.push('', `Group ${group.id}: ${count(group.size, 'person', 'people')}${stability}`)
    for (const entry of group.representative) lines.push(`  ${inFavor(entry)}: ${named(entry.statement_id)}`)
  }

  const { slate } = document
  if (slate.statement_ids.length > 0) {
    lines.push('', `Short list: ${percent(slate.coverage)} of the people agree with something in it`)
    for (const id of slate.statement_ids) lines.push(`  ${named(id)}`)
    lines.push(
      `  largest group with nothing of its own in it: ${slate.largest_unrepresented.toFixed(2)} of a share (below 1 is fair)`,
    )
  }
  if (document.holdout) {
    const { hidden, log_loss, log_loss_column_rate, log_loss_reference_groups } = document.holdout
    lines.push(
      '',
      `${count(hidden, 'hidden vote')} foretold with a log loss of ${log_loss.toFixed(3)} (statement's rate ${log_loss_column_rate.toFixed(3)}, reference groups ${log_loss_reference_groups.toFixed(3)})`,
    )
  }
  if (document.route) {
    const { participant, statement_id, probability } = document.route
    lines.push(
      '',
      statement_id === null
        ? `Participant ${participant} has voted on everything.`
        : `Next for participant ${participant} (drawn with a chance of ${percent(probability)}): ${named(statement_id)}`,
    )
  }
  return `${lines.join('\n')}\n`
}

function inFavor({ n_success, n_trials, direction }: RepresentativeDocument): string {
  return `${n_success} of ${n_trials} ${direction}`
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`
}

function percent(share: number): string {
  return Number.isFinite(share) ? `${Math.round(share * 100)} %` : '–'
}
