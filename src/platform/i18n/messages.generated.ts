// Made by bin/messages.mjs from locales/en; do not edit.
export type MessageArguments = {
  'agencies.kind.sea': Record<never, never>
  'agencies.kind.lea': Record<never, never>
  'agencies.kind.school': Record<never, never>
  'agencies.role.administrator': Record<never, never>
  'agencies.role.coordinator': Record<never, never>
  'agencies.role.facilitator': Record<never, never>
  'agencies.role.note-taker': Record<never, never>
  'agencies.role.analyst': Record<never, never>
  'agencies.role.member': Record<never, never>
  'agencies.role.partner': Record<never, never>
  'agencies.role.assessor': Record<never, never>
  'agencies.role.records-officer': Record<never, never>
  'agencies.roleText.administrator': Record<never, never>
  'agencies.roleText.coordinator': Record<never, never>
  'agencies.roleText.facilitator': Record<never, never>
  'agencies.roleText.note-taker': Record<never, never>
  'agencies.roleText.analyst': Record<never, never>
  'agencies.roleText.member': Record<never, never>
  'agencies.roleText.partner': Record<never, never>
  'agencies.roleText.assessor': Record<never, never>
  'agencies.roleText.records-officer': Record<never, never>
  'agencies.frame.label': Record<never, never>
  'agencies.frame.work': Record<never, never>
  'agencies.frame.agency': Record<never, never>
  'agencies.frame.members': Record<never, never>
  'agencies.frame.outbox': Record<never, never>
  'agencies.frame.smsSimulator': Record<never, never>
  'agencies.frame.audit': Record<never, never>
  'agencies.frame.providers': Record<never, never>
  'agencies.frame.integrations': Record<never, never>
  'agencies.frame.retention': Record<never, never>
  'agencies.frame.export': Record<never, never>
  'agencies.contact.title': Record<never, never>
  'agencies.contact.lead': { agency: string | number }
  'agencies.contact.name': Record<never, never>
  'agencies.contact.address': Record<never, never>
  'agencies.contact.phone': Record<never, never>
  'agencies.contact.nobody': { agency: string | number }
  'agencies.faults.name': Record<never, never>
  'agencies.faults.nameLong': Record<never, never>
  'agencies.faults.nameTaken': Record<never, never>
  'agencies.faults.languages': Record<never, never>
  'agencies.faults.timeZone': Record<never, never>
  'agencies.faults.minimum': Record<never, never>
  'agencies.faults.address': Record<never, never>
  'agencies.faults.tooLong': Record<never, never>
  'agencies.faults.color': Record<never, never>
  'agencies.faults.contrast': Record<never, never>
  'agencies.faults.parent': Record<never, never>
  'agencies.faults.kind': Record<never, never>
  'agencies.settings.title': Record<never, never>
  'agencies.settings.lead': Record<never, never>
  'agencies.settings.saved': Record<never, never>
  'agencies.settings.name': Record<never, never>
  'agencies.settings.languages': Record<never, never>
  'agencies.settings.timeZone': Record<never, never>
  'agencies.settings.minimum': Record<never, never>
  'agencies.settings.minimumHint': Record<never, never>
  'agencies.settings.parent': Record<never, never>
  'agencies.settings.parentHint': Record<never, never>
  'agencies.settings.contact': Record<never, never>
  'agencies.settings.contactHint': Record<never, never>
  'agencies.settings.color': Record<never, never>
  'agencies.settings.colorHint': Record<never, never>
  'agencies.settings.colorPasses': { ratio: number }
  'agencies.settings.colorFails': { ratio: number }
  'agencies.settings.save': Record<never, never>
  'agencies.outbox.title': Record<never, never>
  'agencies.outbox.lead': Record<never, never>
  'agencies.outbox.noMailTitle': Record<never, never>
  'agencies.outbox.noMail': Record<never, never>
  'agencies.outbox.noTextsTitle': Record<never, never>
  'agencies.outbox.noTexts': Record<never, never>
  'agencies.outbox.none': Record<never, never>
  'agencies.outbox.noneWhy': Record<never, never>
  'agencies.outbox.message': Record<never, never>
  'agencies.outbox.textMessage': Record<never, never>
  'agencies.outbox.to': Record<never, never>
  'agencies.outbox.channel': Record<never, never>
  'agencies.outbox.channels.mail': Record<never, never>
  'agencies.outbox.channels.sms': Record<never, never>
  'agencies.outbox.when': Record<never, never>
  'agencies.outbox.sentAt': Record<never, never>
  'agencies.outbox.stateLabel': Record<never, never>
  'agencies.outbox.state.waiting': Record<never, never>
  'agencies.outbox.state.sent': Record<never, never>
  'agencies.outbox.state.refused': Record<never, never>
  'agencies.outbox.state.outbox': Record<never, never>
  'agencies.outbox.problem.waiting': Record<never, never>
  'agencies.outbox.problem.sent': Record<never, never>
  'agencies.outbox.problem.refused': Record<never, never>
  'agencies.outbox.problem.outbox': Record<never, never>
  'agencies.outbox.language': Record<never, never>
  'agencies.outbox.stop': Record<never, never>
  'agencies.outbox.stopText': Record<never, never>
  'agencies.outbox.text': Record<never, never>
  'agencies.outbox.retry': Record<never, never>
  'agencies.outbox.retried': Record<never, never>
  'agencies.operations.title': Record<never, never>
  'agencies.operations.lead': Record<never, never>
  'agencies.operations.gigabytes': { count: string | number }
  'agencies.operations.database': Record<never, never>
  'agencies.operations.disk': Record<never, never>
  'agencies.operations.diskFree': { free: string | number; total: string | number }
  'agencies.operations.diskUnknown': Record<never, never>
  'agencies.operations.queue': Record<never, never>
  'agencies.operations.queueText': { count: number; seconds: number }
  'agencies.operations.mail': Record<never, never>
  'agencies.operations.mailOn': Record<never, never>
  'agencies.operations.mailOff': Record<never, never>
  'agencies.operations.oldTitle': Record<never, never>
  'agencies.operations.old': { days: number; version: string | number }
  'agencies.operations.vacuumTitle': Record<never, never>
  'agencies.operations.vacuum': Record<never, never>
  'agencies.operations.fullTitle': Record<never, never>
  'agencies.operations.full': { free: string | number }
  'agencies.operations.failed': Record<never, never>
  'agencies.operations.noneFailed': Record<never, never>
  'agencies.operations.job': Record<never, never>
  'agencies.operations.attempts': Record<never, never>
  'agencies.operations.failedAt': Record<never, never>
  'agencies.operations.error': Record<never, never>
  'agencies.operations.act': Record<never, never>
  'agencies.operations.retry': Record<never, never>
  'agencies.operations.retryOf': { job: string | number }
  'agencies.operations.agencies': Record<never, never>
  'agencies.operations.agency': Record<never, never>
  'agencies.operations.kind': Record<never, never>
  'agencies.operations.below': Record<never, never>
  'agencies.operations.top': Record<never, never>
  'agencies.operations.add': Record<never, never>
  'agencies.operations.addText': Record<never, never>
  'agencies.operations.addAct': Record<never, never>
  'agencies.operations.news.retried': Record<never, never>
  'agencies.operations.news.agency-added': Record<never, never>
  'app.name': Record<never, never>
  'app.home.title': Record<never, never>
  'app.home.lead': Record<never, never>
  'app.home.emptyTitle': Record<never, never>
  'app.home.empty': Record<never, never>
  'app.home.comment': Record<never, never>
  'app.home.receiptTitle': Record<never, never>
  'app.home.receiptText': Record<never, never>
  'app.home.receipt': Record<never, never>
  'app.refusal.home': Record<never, never>
  'app.refusal.reference': { reference: string | number }
  'app.refusal.notFound.title': Record<never, never>
  'app.refusal.notFound.text': Record<never, never>
  'app.refusal.forbidden.title': Record<never, never>
  'app.refusal.forbidden.text': Record<never, never>
  'app.refusal.failure.title': Record<never, never>
  'app.refusal.failure.text': Record<never, never>
  'app.refusal.unavailable.title': Record<never, never>
  'app.refusal.unavailable.text': Record<never, never>
  'app.privacy.title': Record<never, never>
  'app.privacy.lead': Record<never, never>
  'app.privacy.record.title': Record<never, never>
  'app.privacy.record.text': Record<never, never>
  'app.privacy.about.title': Record<never, never>
  'app.privacy.about.text': Record<never, never>
  'app.privacy.contact.title': Record<never, never>
  'app.privacy.contact.text': Record<never, never>
  'app.privacy.children.title': Record<never, never>
  'app.privacy.children.text': Record<never, never>
  'app.privacy.cookies.title': Record<never, never>
  'app.privacy.cookies.text': Record<never, never>
  'app.privacy.yours.title': Record<never, never>
  'app.privacy.yours.text': Record<never, never>
  'app.privacy.kept.title': Record<never, never>
  'app.privacy.kept.text': Record<never, never>
  'app.accessibility.title': Record<never, never>
  'app.accessibility.lead': Record<never, never>
  'app.accessibility.aim.title': Record<never, never>
  'app.accessibility.aim.text': Record<never, never>
  'app.accessibility.checked.title': Record<never, never>
  'app.accessibility.checked.text': Record<never, never>
  'app.accessibility.unchecked.title': Record<never, never>
  'app.accessibility.unchecked.text': Record<never, never>
  'app.accessibility.otherWays.title': Record<never, never>
  'app.accessibility.otherWays.text': Record<never, never>
  'app.accessibility.contact': Record<never, never>
  'app.contact.title': Record<never, never>
  'app.contact.lead': Record<never, never>
  'app.contact.none': Record<never, never>
  'comments-staff.saved': Record<never, never>
  'comments-staff.cancel': Record<never, never>
  'comments-staff.questions.title': Record<never, never>
  'comments-staff.questions.lead': Record<never, never>
  'comments-staff.questions.empty': Record<never, never>
  'comments-staff.questions.emptyWhy': Record<never, never>
  'comments-staff.questions.addFirst': Record<never, never>
  'comments-staff.questions.add': Record<never, never>
  'comments-staff.questions.answers': { count: number }
  'comments-staff.questions.required': Record<never, never>
  'comments-staff.questions.actsFor': { question: string | number }
  'comments-staff.questions.edit': Record<never, never>
  'comments-staff.questions.up': Record<never, never>
  'comments-staff.questions.down': Record<never, never>
  'comments-staff.questions.remove': Record<never, never>
  'comments-staff.questions.removed': Record<never, never>
  'comments-staff.questions.removedText': Record<never, never>
  'comments-staff.questions.restore': Record<never, never>
  'comments-staff.questions.kind': Record<never, never>
  'comments-staff.questions.kindChange': Record<never, never>
  'comments-staff.questions.kindFixed': Record<never, never>
  'comments-staff.questions.editTitle': { code: string | number }
  'comments-staff.questions.newTitle.text': Record<never, never>
  'comments-staff.questions.newTitle.single': Record<never, never>
  'comments-staff.questions.newTitle.multiple': Record<never, never>
  'comments-staff.questions.newTitle.scale': Record<never, never>
  'comments-staff.questions.newTitle.ranking': Record<never, never>
  'comments-staff.questions.prompt': { language: string | number }
  'comments-staff.questions.hint': { language: string | number }
  'comments-staff.questions.scale': Record<never, never>
  'comments-staff.questions.points': Record<never, never>
  'comments-staff.questions.pointsHint': { fewest: number; most: number }
  'comments-staff.questions.low': { language: string | number }
  'comments-staff.questions.high': { language: string | number }
  'comments-staff.questions.options': Record<never, never>
  'comments-staff.questions.optionsHint': Record<never, never>
  'comments-staff.questions.option': { language: string | number; number: number }
  'comments-staff.questions.moreOptions': Record<never, never>
  'comments-staff.questions.moreHint': Record<never, never>
  'comments-staff.questions.mustAnswer': Record<never, never>
  'comments-staff.questions.mustAnswerHint': Record<never, never>
  'comments-staff.questions.save': Record<never, never>
  'comments-staff.kind.text': Record<never, never>
  'comments-staff.kind.single': Record<never, never>
  'comments-staff.kind.multiple': Record<never, never>
  'comments-staff.kind.scale': Record<never, never>
  'comments-staff.kind.ranking': Record<never, never>
  'comments-staff.kindHint.text': Record<never, never>
  'comments-staff.kindHint.single': Record<never, never>
  'comments-staff.kindHint.multiple': Record<never, never>
  'comments-staff.kindHint.scale': Record<never, never>
  'comments-staff.kindHint.ranking': Record<never, never>
  'comments-staff.questionFaults.promptMissing': Record<never, never>
  'comments-staff.questionFaults.tooLong': { detail: string | number }
  'comments-staff.questionFaults.optionsTooFew': Record<never, never>
  'comments-staff.questionFaults.optionsTooMany': { detail: string | number }
  'comments-staff.questionFaults.optionInUse': Record<never, never>
  'comments-staff.questionFaults.optionsUneven': { detail: string | number }
  'comments-staff.questionFaults.scalePoints': { detail: string | number }
  'comments-staff.questionFaults.scaleInUse': { detail: string | number }
  'comments-staff.about.title': Record<never, never>
  'comments-staff.about.lead': Record<never, never>
  'comments-staff.about.open': Record<never, never>
  'comments-staff.about.protect': { minimum: number }
  'comments-staff.about.add': Record<never, never>
  'comments-staff.state.waiting': Record<never, never>
  'comments-staff.state.published': Record<never, never>
  'comments-staff.state.held': Record<never, never>
  'comments-staff.state.spam': Record<never, never>
  'comments-staff.state.withdrawn': Record<never, never>
  'comments-staff.state.erased': Record<never, never>
  'comments-staff.clock.running': { day: string | number }
  'comments-staff.clock.late': { day: string | number }
  'comments-staff.clock.answered': Record<never, never>
  'comments-staff.clock.answered-late': Record<never, never>
  'comments-staff.promise.open': Record<never, never>
  'comments-staff.promise.late': Record<never, never>
  'comments-staff.promise.answered': Record<never, never>
  'comments-staff.list.title': Record<never, never>
  'comments-staff.list.lead': { count: number }
  'comments-staff.list.late': { count: number }
  'comments-staff.list.showLate': Record<never, never>
  'comments-staff.list.stateCount': { count: number; state: string | number }
  'comments-staff.list.filter': Record<never, never>
  'comments-staff.list.search': Record<never, never>
  'comments-staff.list.stateColumn': Record<never, never>
  'comments-staff.list.promise': Record<never, never>
  'comments-staff.list.channel': Record<never, never>
  'comments-staff.list.language': Record<never, never>
  'comments-staff.list.question': Record<never, never>
  'comments-staff.list.comment': Record<never, never>
  'comments-staff.list.received': Record<never, never>
  'comments-staff.list.show': Record<never, never>
  'comments-staff.list.all': Record<never, never>
  'comments-staff.list.found': { count: number }
  'comments-staff.list.nothingFits': Record<never, never>
  'comments-staff.list.noWords': Record<never, never>
  'comments-staff.list.duplicate': Record<never, never>
  'comments-staff.list.empty': Record<never, never>
  'comments-staff.list.emptyWhy': Record<never, never>
  'comments-staff.list.openForm': Record<never, never>
  'comments-staff.list.out': Record<never, never>
  'comments-staff.list.xlsx': Record<never, never>
  'comments-staff.list.csv': Record<never, never>
  'comments-staff.list.dictionary': Record<never, never>
  'comments-staff.list.log': Record<never, never>
  'comments-staff.list.public': Record<never, never>
  'comments-staff.one.title': { when: string | number }
  'comments-staff.one.back': Record<never, never>
  'comments-staff.one.erased': Record<never, never>
  'comments-staff.one.translated.machine': { language: string | number }
  'comments-staff.one.translated.human': { language: string | number }
  'comments-staff.one.contact.mail': Record<never, never>
  'comments-staff.one.contact.sms': Record<never, never>
  'comments-staff.one.noContact': Record<never, never>
  'comments-staff.one.someone': Record<never, never>
  'comments-staff.one.history': Record<never, never>
  'comments-staff.one.noteLine': { note: string | number }
  'comments-staff.done.answered': Record<never, never>
  'comments-staff.done.redacted': Record<never, never>
  'comments-staff.done.translated': Record<never, never>
  'comments-staff.answer.title': Record<never, never>
  'comments-staff.answer.words': Record<never, never>
  'comments-staff.answer.hint': Record<never, never>
  'comments-staff.answer.send': Record<never, never>
  'comments-staff.answer.again': Record<never, never>
  'comments-staff.answer.reopen': Record<never, never>
  'comments-staff.moderate.title': Record<never, never>
  'comments-staff.moderate.before': Record<never, never>
  'comments-staff.moderate.after': Record<never, never>
  'comments-staff.moderate.reason': Record<never, never>
  'comments-staff.moderate.reasonHint': Record<never, never>
  'comments-staff.moderate.note': Record<never, never>
  'comments-staff.moderate.approve': Record<never, never>
  'comments-staff.moderate.hold': Record<never, never>
  'comments-staff.moderate.release': Record<never, never>
  'comments-staff.moderate.spam': Record<never, never>
  'comments-staff.move.title': Record<never, never>
  'comments-staff.move.where': Record<never, never>
  'comments-staff.move.hint': Record<never, never>
  'comments-staff.move.question': { from: string | number; to: string | number }
  'comments-staff.move.do': Record<never, never>
  'comments-staff.moved.choice': { answer: string | number; question: string | number }
  'comments-staff.near.title': Record<never, never>
  'comments-staff.near.lead': Record<never, never>
  'comments-staff.near.head': Record<never, never>
  'comments-staff.near.under': { count: number }
  'comments-staff.near.found': { count: number }
  'comments-staff.near.mark': Record<never, never>
  'comments-staff.near.unmark': Record<never, never>
  'comments-staff.from.title': Record<never, never>
  'comments-staff.from.channel': Record<never, never>
  'comments-staff.from.received': Record<never, never>
  'comments-staff.from.language': Record<never, never>
  'comments-staff.from.due': Record<never, never>
  'comments-staff.from.entered': Record<never, never>
  'comments-staff.from.paperBy': { name: string | number }
  'comments-staff.from.by': { name: string | number }
  'comments-staff.from.note': Record<never, never>
  'comments-staff.from.file': Record<never, never>
  'comments-staff.from.row': Record<never, never>
  'comments-staff.from.reference': Record<never, never>
  'comments-staff.from.paperNumber': Record<never, never>
  'comments-staff.from.secondBy': Record<never, never>
  'comments-staff.from.meeting': Record<never, never>
  'comments-staff.from.attachments': Record<never, never>
  'comments-staff.from.charsetInDoubt': Record<never, never>
  'comments-staff.from.messageId': Record<never, never>
  'comments-staff.rests.title': Record<never, never>
  'comments-staff.rests.nothing': Record<never, never>
  'comments-staff.rests.corrected': { when: string | number }
  'comments-staff.rests.read': { count: number }
  'comments-staff.rests.codes': { codes: string | number }
  'comments-staff.rests.themes': Record<never, never>
  'comments-staff.rests.decisions': Record<never, never>
  'comments-staff.redact.link': Record<never, never>
  'comments-staff.redact.title': Record<never, never>
  'comments-staff.redact.lead': Record<never, never>
  'comments-staff.redact.check': Record<never, never>
  'comments-staff.redact.checkLead': Record<never, never>
  'comments-staff.redact.forGood': Record<never, never>
  'comments-staff.redact.suggested': Record<never, never>
  'comments-staff.redact.suggestedHint': Record<never, never>
  'comments-staff.redact.kind.mail': Record<never, never>
  'comments-staff.redact.kind.phone': Record<never, never>
  'comments-staff.redact.kind.number': Record<never, never>
  'comments-staff.redact.kind.name': Record<never, never>
  'comments-staff.redact.kind.address': Record<never, never>
  'comments-staff.redact.words': Record<never, never>
  'comments-staff.redact.wordsHint': Record<never, never>
  'comments-staff.redact.reasonHint': Record<never, never>
  'comments-staff.redact.show': Record<never, never>
  'comments-staff.redact.do': Record<never, never>
  'comments-staff.redact.change': Record<never, never>
  'comments-staff.translate.link': Record<never, never>
  'comments-staff.translate.title': { language: string | number }
  'comments-staff.translate.lead': { language: string | number }
  'comments-staff.translate.into': { language: string | number }
  'comments-staff.translate.machine': Record<never, never>
  'comments-staff.translate.asked': Record<never, never>
  'comments-staff.translate.askedText': Record<never, never>
  'comments-staff.translate.words': { language: string | number }
  'comments-staff.translate.there.machine': Record<never, never>
  'comments-staff.translate.there.human': Record<never, never>
  'comments-staff.translate.save': Record<never, never>
  'comments-staff.faults.reasonMissing': Record<never, never>
  'comments-staff.faults.reasonLong': { most: number }
  'comments-staff.faults.changed': Record<never, never>
  'comments-staff.faults.doesNotFit': Record<never, never>
  'comments-staff.faults.noAct': Record<never, never>
  'comments-staff.faults.coded': Record<never, never>
  'comments-staff.faults.held': Record<never, never>
  'comments-staff.faults.choicesOnly': Record<never, never>
  'comments-staff.faults.noTarget': Record<never, never>
  'comments-staff.faults.nothingChosen': Record<never, never>
  'comments-staff.faults.wordsNotFound': { words: string | number }
  'comments-staff.faults.nothingTranslated': Record<never, never>
  'comments-staff.log.day': Record<never, never>
  'comments-staff.log.act': Record<never, never>
  'comments-staff.log.reason': Record<never, never>
  'comments-staff.log.count': Record<never, never>
  'comments-staff.told.subject.held': { agency: string | number }
  'comments-staff.told.subject.released': Record<never, never>
  'comments-staff.told.subject.redacted': { agency: string | number }
  'comments-staff.told.subject.moved': { agency: string | number }
  'comments-staff.told.subject.answered': { agency: string | number }
  'comments-staff.told.text.held': { agency: string | number; engagement: string | number }
  'comments-staff.told.text.released': { agency: string | number; engagement: string | number }
  'comments-staff.told.text.redacted': { agency: string | number; engagement: string | number }
  'comments-staff.told.text.moved': { agency: string | number; engagement: string | number }
  'comments-staff.told.text.answered': { agency: string | number; engagement: string | number }
  'comments-staff.told.next': Record<never, never>
  'comments-staff.told.open': Record<never, never>
  'comments-staff.told.sms.held': { agency: string | number; reason: string | number; url: string | number }
  'comments-staff.told.sms.released': { agency: string | number; reason: string | number; url: string | number }
  'comments-staff.told.sms.redacted': { agency: string | number; reason: string | number; url: string | number }
  'comments-staff.told.sms.moved': { agency: string | number; reason: string | number; url: string | number }
  'comments-staff.told.sms.answered': { agency: string | number; reason: string | number; url: string | number }
  'comments-staff.enter.link': Record<never, never>
  'comments-staff.enter.title': Record<never, never>
  'comments-staff.enter.lead': Record<never, never>
  'comments-staff.enter.channel': Record<never, never>
  'comments-staff.enter.channels.paper': Record<never, never>
  'comments-staff.enter.channels.meeting': Record<never, never>
  'comments-staff.enter.channels.phone': Record<never, never>
  'comments-staff.enter.paperNumber': Record<never, never>
  'comments-staff.enter.paperNumberHint': Record<never, never>
  'comments-staff.enter.paperNumberTwice': Record<never, never>
  'comments-staff.enter.day': Record<never, never>
  'comments-staff.enter.dayHint': Record<never, never>
  'comments-staff.enter.language': Record<never, never>
  'comments-staff.enter.languageHint': Record<never, never>
  'comments-staff.enter.age': Record<never, never>
  'comments-staff.enter.ages.adult': Record<never, never>
  'comments-staff.enter.ages.13-17': Record<never, never>
  'comments-staff.enter.ages.under-13': Record<never, never>
  'comments-staff.enter.consent': Record<never, never>
  'comments-staff.enter.contact': Record<never, never>
  'comments-staff.enter.contactHint': Record<never, never>
  'comments-staff.enter.contacts.none': Record<never, never>
  'comments-staff.enter.contacts.mail': Record<never, never>
  'comments-staff.enter.contacts.sms': Record<never, never>
  'comments-staff.enter.mail': Record<never, never>
  'comments-staff.enter.phone': Record<never, never>
  'comments-staff.enter.note': Record<never, never>
  'comments-staff.enter.noteHint': Record<never, never>
  'comments-staff.enter.save': Record<never, never>
  'comments-staff.enter.saveFirst': Record<never, never>
  'comments-staff.enter.done': Record<never, never>
  'comments-staff.enter.doneLead': Record<never, never>
  'comments-staff.enter.another': Record<never, never>
  'comments-staff.enterFaults.channelMissing': Record<never, never>
  'comments-staff.enterFaults.dayMissing': Record<never, never>
  'comments-staff.enterFaults.dayFuture': Record<never, never>
  'comments-staff.enterFaults.languageMissing': Record<never, never>
  'comments-staff.enterFaults.paperNumberMissing': Record<never, never>
  'comments-staff.enterFaults.paperNumberWrong': Record<never, never>
  'comments-staff.enterFaults.noteLong': Record<never, never>
  'comments-staff.enterFaults.closed': Record<never, never>
  'comments-staff.enterFaults.paperTaken': Record<never, never>
  'comments-staff.enterFaults.paperWaits': Record<never, never>
  'comments-staff.enterFaults.notSettled': Record<never, never>
  'comments-staff.paper.formLink': Record<never, never>
  'comments-staff.paper.entriesLink': Record<never, never>
  'comments-staff.paper.entries': Record<never, never>
  'comments-staff.paper.entriesLead': Record<never, never>
  'comments-staff.paper.none': Record<never, never>
  'comments-staff.paper.noneWhy': Record<never, never>
  'comments-staff.paper.number': Record<never, never>
  'comments-staff.paper.keyedBy': Record<never, never>
  'comments-staff.paper.keyedAt': Record<never, never>
  'comments-staff.paper.act': Record<never, never>
  'comments-staff.paper.byYou': Record<never, never>
  'comments-staff.paper.keySecond': { number: string | number }
  'comments-staff.paper.drop': Record<never, never>
  'comments-staff.paper.dropLabel': { number: string | number }
  'comments-staff.paper.dropped': Record<never, never>
  'comments-staff.paper.kept': { number: string | number }
  'comments-staff.paper.secondTitle': { number: string | number }
  'comments-staff.paper.secondLead': Record<never, never>
  'comments-staff.paper.samePerson': Record<never, never>
  'comments-staff.paper.samePersonText': Record<never, never>
  'comments-staff.paper.compare': Record<never, never>
  'comments-staff.paper.differences': { count: number }
  'comments-staff.paper.settleLead': Record<never, never>
  'comments-staff.paper.first': Record<never, never>
  'comments-staff.paper.second': Record<never, never>
  'comments-staff.paper.own': Record<never, never>
  'comments-staff.paper.ownWords': Record<never, never>
  'comments-staff.paper.left': Record<never, never>
  'comments-staff.paper.settle': Record<never, never>
  'comments-staff.paper.fields.receivedOn': Record<never, never>
  'comments-staff.paper.fields.language': Record<never, never>
  'comments-staff.paper.fields.age': Record<never, never>
  'comments-staff.paper.fields.guardianConsent': Record<never, never>
  'comments-staff.paper.fields.contact': Record<never, never>
  'comments-staff.paper.fields.contactMail': Record<never, never>
  'comments-staff.paper.fields.contactPhone': Record<never, never>
  'comments-staff.paper.bar': Record<never, never>
  'comments-staff.paper.back': Record<never, never>
  'comments-staff.paper.largePrint': Record<never, never>
  'comments-staff.paper.usualPrint': Record<never, never>
  'comments-staff.paper.copies': { count: number }
  'comments-staff.form.title': Record<never, never>
  'comments-staff.form.number': Record<never, never>
  'comments-staff.form.qr': Record<never, never>
  'comments-staff.form.online': Record<never, never>
  'comments-staff.form.rights': { agency: string | number }
  'comments-staff.form.how.text': Record<never, never>
  'comments-staff.form.how.single': Record<never, never>
  'comments-staff.form.how.multiple': Record<never, never>
  'comments-staff.form.how.scale': Record<never, never>
  'comments-staff.form.how.ranking': Record<never, never>
  'comments-staff.form.children': Record<never, never>
  'comments-staff.form.reach': Record<never, never>
  'comments-staff.form.giveBack': { address: string | number; name: string | number }
  'comments-staff.import.link': Record<never, never>
  'comments-staff.import.title': Record<never, never>
  'comments-staff.import.lead': Record<never, never>
  'comments-staff.import.file': Record<never, never>
  'comments-staff.import.kinds': Record<never, never>
  'comments-staff.import.upload': Record<never, never>
  'comments-staff.import.fileMissing': Record<never, never>
  'comments-staff.import.fileTooLarge': Record<never, never>
  'comments-staff.import.drafts': Record<never, never>
  'comments-staff.import.done': Record<never, never>
  'comments-staff.import.rows': Record<never, never>
  'comments-staff.import.by': Record<never, never>
  'comments-staff.import.when': Record<never, never>
  'comments-staff.import.undoColumn': Record<never, never>
  'comments-staff.import.undoLabel': { file: string | number }
  'comments-staff.import.undo': Record<never, never>
  'comments-staff.import.sure': Record<never, never>
  'comments-staff.import.sureMissing': Record<never, never>
  'comments-staff.import.undone': Record<never, never>
  'comments-staff.import.undoneText': Record<never, never>
  'comments-staff.import.gaveUp': Record<never, never>
  'comments-staff.import.held': Record<never, never>
  'comments-staff.import.builtOn': { count: number }
  'comments-staff.import.wait.read': Record<never, never>
  'comments-staff.import.wait.check': Record<never, never>
  'comments-staff.import.wait.commit': Record<never, never>
  'comments-staff.import.wait.leave': Record<never, never>
  'comments-staff.import.wait.text': Record<never, never>
  'comments-staff.import.wait.look': Record<never, never>
  'comments-staff.import.giveUp': Record<never, never>
  'comments-staff.import.unreadable': Record<never, never>
  'comments-staff.import.nothingKept': Record<never, never>
  'comments-staff.import.place': { column: string | number; row: number }
  'comments-staff.import.map': Record<never, never>
  'comments-staff.import.mapLead': Record<never, never>
  'comments-staff.import.checked': Record<never, never>
  'comments-staff.import.change': Record<never, never>
  'comments-staff.import.encoding': Record<never, never>
  'comments-staff.import.delimiter': Record<never, never>
  'comments-staff.import.tab': Record<never, never>
  'comments-staff.import.sheet': Record<never, never>
  'comments-staff.import.emptyColumn': Record<never, never>
  'comments-staff.import.uses.ignore': Record<never, never>
  'comments-staff.import.uses.question': { question: string | number }
  'comments-staff.import.uses.about': { question: string | number }
  'comments-staff.import.uses.language': Record<never, never>
  'comments-staff.import.uses.received': Record<never, never>
  'comments-staff.import.uses.channel': Record<never, never>
  'comments-staff.import.uses.reference': Record<never, never>
  'comments-staff.import.language': Record<never, never>
  'comments-staff.import.languageHint': Record<never, never>
  'comments-staff.import.channel': Record<never, never>
  'comments-staff.import.channelHint': Record<never, never>
  'comments-staff.import.received': Record<never, never>
  'comments-staff.import.receivedHint': Record<never, never>
  'comments-staff.import.check': Record<never, never>
  'comments-staff.import.comments': Record<never, never>
  'comments-staff.import.ofRows': { count: number; rows: number }
  'comments-staff.import.blank': Record<never, never>
  'comments-staff.import.rowCount': { count: number }
  'comments-staff.import.repeated': Record<never, never>
  'comments-staff.import.repeatedText': { count: number }
  'comments-staff.import.counted': { count: number; name: string | number }
  'comments-staff.import.faulty': { count: number }
  'comments-staff.import.faultyText': Record<never, never>
  'comments-staff.import.faults': Record<never, never>
  'comments-staff.import.row': Record<never, never>
  'comments-staff.import.column': Record<never, never>
  'comments-staff.import.value': Record<never, never>
  'comments-staff.import.what': Record<never, never>
  'comments-staff.import.leaveOut': { count: number }
  'comments-staff.import.leaveOutMissing': Record<never, never>
  'comments-staff.import.commitLabel': Record<never, never>
  'comments-staff.import.commit': { count: number }
  'comments-staff.import.refused.draft': Record<never, never>
  'comments-staff.import.refused.faulty': Record<never, never>
  'comments-staff.import.refused.gone': Record<never, never>
  'comments-staff.mappingFaults.noQuestion': Record<never, never>
  'comments-staff.mappingFaults.usedTwice': { use: string | number }
  'comments-staff.mappingFaults.noSuchUse': Record<never, never>
  'comments-staff.mappingFaults.language': Record<never, never>
  'comments-staff.mappingFaults.channel': Record<never, never>
  'comments-staff.mappingFaults.received': Record<never, never>
  'comments-staff.rowFaults.tooLong': Record<never, never>
  'comments-staff.rowFaults.noSuchChoice': Record<never, never>
  'comments-staff.rowFaults.oneOnly': Record<never, never>
  'comments-staff.rowFaults.rankTwice': Record<never, never>
  'comments-staff.rowFaults.noSuchDay': Record<never, never>
  'comments-staff.rowFaults.dayFuture': Record<never, never>
  'comments-staff.rowFaults.noSuchLanguage': Record<never, never>
  'comments-staff.rowFaults.noSuchChannel': Record<never, never>
  'comments-staff.rowFaults.noSuchAbout': Record<never, never>
  'comments-staff.tableFaults.empty': Record<never, never>
  'comments-staff.tableFaults.too-large': Record<never, never>
  'comments-staff.tableFaults.too-many-rows': { detail: string | number }
  'comments-staff.tableFaults.too-many-columns': Record<never, never>
  'comments-staff.tableFaults.too-many-sheets': Record<never, never>
  'comments-staff.tableFaults.cell-too-long': { detail: string | number }
  'comments-staff.tableFaults.not-a-table': Record<never, never>
  'comments-staff.tableFaults.old-excel': Record<never, never>
  'comments-staff.tableFaults.password-protected': Record<never, never>
  'comments-staff.tableFaults.expands-too-far': Record<never, never>
  'comments-staff.tableFaults.broken-file': Record<never, never>
  'comments-staff.tableFaults.unclosed-quote': Record<never, never>
  'comments-staff.tableFaults.no-such-sheet': Record<never, never>
  'comments-staff.tableFaults.no-rows': Record<never, never>
  'comments-staff.tableNotes.encoding-guessed': Record<never, never>
  'comments-staff.tableNotes.bad-characters': Record<never, never>
  'comments-staff.tableNotes.control-characters-removed': Record<never, never>
  'comments-staff.tableNotes.rows-before-header': Record<never, never>
  'comments-staff.tableNotes.no-header': Record<never, never>
  'comments-staff.tableNotes.header-empty': Record<never, never>
  'comments-staff.tableNotes.header-repeated': Record<never, never>
  'comments-staff.tableNotes.ragged-rows': Record<never, never>
  'comments-staff.tableNotes.blank-rows': Record<never, never>
  'comments-staff.tableNotes.more-sheets': Record<never, never>
  'comments-staff.export.sheet': Record<never, never>
  'comments-staff.export.dictionary': Record<never, never>
  'comments-staff.export.sheetColumn': Record<never, never>
  'comments-staff.export.column': Record<never, never>
  'comments-staff.export.meaning': Record<never, never>
  'comments-staff.export.id.name': Record<never, never>
  'comments-staff.export.id.meaning': Record<never, never>
  'comments-staff.export.received.name': Record<never, never>
  'comments-staff.export.received.meaning': Record<never, never>
  'comments-staff.export.channel.name': Record<never, never>
  'comments-staff.export.channel.meaning': Record<never, never>
  'comments-staff.export.language.name': Record<never, never>
  'comments-staff.export.language.meaning': Record<never, never>
  'comments-staff.export.state.name': Record<never, never>
  'comments-staff.export.state.meaning': Record<never, never>
  'comments-staff.export.redacted.name': Record<never, never>
  'comments-staff.export.redacted.meaning': Record<never, never>
  'comments-staff.export.answered.name': Record<never, never>
  'comments-staff.export.answered.meaning': Record<never, never>
  'comments-staff.export.duplicateOf.name': Record<never, never>
  'comments-staff.export.duplicateOf.meaning': Record<never, never>
  'comments-staff.export.file.name': Record<never, never>
  'comments-staff.export.file.meaning': Record<never, never>
  'comments-staff.export.row.name': Record<never, never>
  'comments-staff.export.row.meaning': Record<never, never>
  'comments-staff.mailReply.subject.closed': { agency: string | number }
  'comments-staff.mailReply.subject.empty': { agency: string | number }
  'comments-staff.mailReply.subject.tooLong': { agency: string | number }
  'comments-staff.mailReply.subject.noQuestion': { agency: string | number }
  'comments-staff.mailReply.subject.notAllowed': { agency: string | number }
  'comments-staff.mailReply.subject.attachments': { agency: string | number }
  'comments-staff.mailReply.text.closed': { engagement: string | number }
  'comments-staff.mailReply.text.empty': { engagement: string | number }
  'comments-staff.mailReply.text.tooLong': { engagement: string | number }
  'comments-staff.mailReply.text.noQuestion': { engagement: string | number }
  'comments-staff.mailReply.text.notAllowed': { engagement: string | number }
  'comments-staff.mailReply.text.attachments': { engagement: string | number }
  'comments-staff.mailReply.open': Record<never, never>
  'comments-staff.mailReply.ask': { address: string | number; name: string | number }
  'comments-staff.mailReply.why': { agency: string | number }
  'comments-staff.smsReply.which': { agency: string | number; choices: string | number }
  'comments-staff.smsReply.choice': { keyword: string | number; title: string | number }
  'comments-staff.smsReply.words': { agency: string | number }
  'comments-staff.smsReply.closed': { agency: string | number; contact: string | number }
  'comments-staff.smsReply.tooLong': { agency: string | number; most: number }
  'comments-staff.smsReply.help': { agency: string | number; choices: string | number; contact: string | number }
  'comments-staff.smsReply.start': { agency: string | number }
  'comments-staff.sms.title': Record<never, never>
  'comments-staff.sms.lead': Record<never, never>
  'comments-staff.sms.leadReal': Record<never, never>
  'comments-staff.sms.empty': Record<never, never>
  'comments-staff.sms.emptyWhy': Record<never, never>
  'comments-staff.sms.all': Record<never, never>
  'comments-staff.sms.with': Record<never, never>
  'comments-staff.sms.write': Record<never, never>
  'comments-staff.sms.number': Record<never, never>
  'comments-staff.sms.numberHint': Record<never, never>
  'comments-staff.sms.text': Record<never, never>
  'comments-staff.sms.textHint': Record<never, never>
  'comments-staff.sms.textMissing': Record<never, never>
  'comments-staff.sms.send': Record<never, never>
  'comments-staff.sms.result.accepted': Record<never, never>
  'comments-staff.sms.result.repeated': Record<never, never>
  'comments-staff.sms.result.stop': Record<never, never>
  'comments-staff.sms.result.start': Record<never, never>
  'comments-staff.sms.result.help': Record<never, never>
  'comments-staff.sms.result.asked': Record<never, never>
  'comments-staff.sms.result.tooMany': Record<never, never>
  'comments.form.title': Record<never, never>
  'comments.form.above': { engagement: string | number }
  'comments.form.description': { engagement: string | number }
  'comments.form.minutes': { count: number }
  'comments.form.decided': Record<never, never>
  'comments.form.decidedBy': Record<never, never>
  'comments.form.inputUse': Record<never, never>
  'comments.form.answer': Record<never, never>
  'comments.form.answerBy': { agency: string | number; day: string | number }
  'comments.form.takes': Record<never, never>
  'comments.form.hardest': Record<never, never>
  'comments.form.contact': Record<never, never>
  'comments.form.record': Record<never, never>
  'comments.form.recordText': { agency: string | number }
  'comments.form.moderationBefore': Record<never, never>
  'comments.form.moderationAfter': Record<never, never>
  'comments.form.policy': Record<never, never>
  'comments.form.who': Record<never, never>
  'comments.form.whoHint': Record<never, never>
  'comments.form.adult': Record<never, never>
  'comments.form.teen': Record<never, never>
  'comments.form.child': Record<never, never>
  'comments.form.childHint': Record<never, never>
  'comments.form.teenHint': Record<never, never>
  'comments.form.consent': Record<never, never>
  'comments.form.consentHint': Record<never, never>
  'comments.form.place': { place: number }
  'comments.form.rankingHint': Record<never, never>
  'comments.form.about': Record<never, never>
  'comments.form.aboutHint': { agency: string | number; minimum: number }
  'comments.form.tell': Record<never, never>
  'comments.form.tellHint': Record<never, never>
  'comments.form.tellNone': Record<never, never>
  'comments.form.tellMail': Record<never, never>
  'comments.form.tellSms': Record<never, never>
  'comments.form.mail': Record<never, never>
  'comments.form.phone': Record<never, never>
  'comments.form.phoneHint': Record<never, never>
  'comments.form.trap': Record<never, never>
  'comments.form.send': Record<never, never>
  'comments.form.sendNext': Record<never, never>
  'comments.form.keep': Record<never, never>
  'comments.form.draftFound': Record<never, never>
  'comments.form.draftFoundText': { when: string | number }
  'comments.form.draftSaved': Record<never, never>
  'comments.form.draftSavedText': Record<never, never>
  'comments.form.tooMany': Record<never, never>
  'comments.form.tooManyText': { when: string | number }
  'comments.faults.missing': { question: string | number }
  'comments.faults.tooLong': { most: number; question: string | number }
  'comments.faults.noSuchChoice': { question: string | number }
  'comments.faults.oneOnly': { question: string | number }
  'comments.faults.rankTwice': { question: string | number }
  'comments.faults.noSuchRank': { question: string | number }
  'comments.faults.under13Text': Record<never, never>
  'comments.faults.under13Contact': Record<never, never>
  'comments.faults.consentMissing': Record<never, never>
  'comments.faults.empty': Record<never, never>
  'comments.faults.ageMissing': Record<never, never>
  'comments.faults.contactMail': Record<never, never>
  'comments.faults.contactPhone': Record<never, never>
  'comments.faults.notCheckedForStudents': Record<never, never>
  'comments.faults.parentsFirst': Record<never, never>
  'comments.faults.unreadable': Record<never, never>
  'comments.closed.title': Record<never, never>
  'comments.closed.notYet': { day: string | number }
  'comments.closed.over': { day: string | number }
  'comments.closed.overSimple': Record<never, never>
  'comments.closed.kept': Record<never, never>
  'comments.closed.read': Record<never, never>
  'comments.closed.hub': Record<never, never>
  'comments.sent.title': Record<never, never>
  'comments.sent.lead': Record<never, never>
  'comments.sent.code': Record<never, never>
  'comments.sent.qr': { code: string | number }
  'comments.sent.address': Record<never, never>
  'comments.sent.open': Record<never, never>
  'comments.sent.print': Record<never, never>
  'comments.sent.printHint': Record<never, never>
  'comments.sent.next': Record<never, never>
  'comments.sent.waiting': Record<never, never>
  'comments.sent.published': Record<never, never>
  'comments.sent.looked': Record<never, never>
  'comments.sent.read': { agency: string | number }
  'comments.sent.decide': { who: string | number }
  'comments.sent.promise': { agency: string | number; day: string | number }
  'comments.sent.told': Record<never, never>
  'comments.sent.another': Record<never, never>
  'comments.sent.all': Record<never, never>
  'comments.mail.subject': { agency: string | number }
  'comments.mail.title': Record<never, never>
  'comments.mail.preheader': { code: string | number }
  'comments.mail.received': { agency: string | number; engagement: string | number }
  'comments.mail.next': { agency: string | number; day: string | number }
  'comments.mail.open': Record<never, never>
  'comments.mail.keep': Record<never, never>
  'comments.mail.why': { agency: string | number }
  'comments.sms.receipt': { agency: string | number; code: string | number; url: string | number }
  'comments.lookup.title': Record<never, never>
  'comments.lookup.lead': Record<never, never>
  'comments.lookup.code': Record<never, never>
  'comments.lookup.codeHint': Record<never, never>
  'comments.lookup.open': Record<never, never>
  'comments.lookup.unreadable': Record<never, never>
  'comments.lookup.unknown': Record<never, never>
  'comments.lookup.tooMany': { when: string | number }
  'comments.lookup.lost': Record<never, never>
  'comments.lookup.lostText': Record<never, never>
  'comments.receipt.title': Record<never, never>
  'comments.receipt.short': { code: string | number }
  'comments.receipt.above': { code: string | number }
  'comments.receipt.lead': { agency: string | number; when: string | number }
  'comments.receipt.way': Record<never, never>
  'comments.receipt.received': Record<never, never>
  'comments.receipt.read': Record<never, never>
  'comments.receipt.themes': Record<never, never>
  'comments.receipt.decided': Record<never, never>
  'comments.receipt.told': Record<never, never>
  'comments.receipt.stateTitle': Record<never, never>
  'comments.receipt.state.waiting': Record<never, never>
  'comments.receipt.state.published': Record<never, never>
  'comments.receipt.state.held': Record<never, never>
  'comments.receipt.state.spam': Record<never, never>
  'comments.receipt.state.withdrawn': Record<never, never>
  'comments.receipt.state.erased': Record<never, never>
  'comments.receipt.promise': Record<never, never>
  'comments.receipt.promiseRunning': { agency: string | number; day: string | number }
  'comments.receipt.promiseLate': { address: string | number; agency: string | number; day: string | number; name: string | number }
  'comments.receipt.promiseKept': { agency: string | number; day: string | number }
  'comments.receipt.cameOf': Record<never, never>
  'comments.receipt.nothingYet': Record<never, never>
  'comments.receipt.yours': Record<never, never>
  'comments.receipt.by': Record<never, never>
  'comments.receipt.aboutYou': Record<never, never>
  'comments.receipt.redacted': Record<never, never>
  'comments.receipt.happened': Record<never, never>
  'comments.receipt.reason': { reason: string | number }
  'comments.receipt.yourRights': Record<never, never>
  'comments.receipt.correct': Record<never, never>
  'comments.receipt.withdraw': Record<never, never>
  'comments.receipt.dataJson': Record<never, never>
  'comments.receipt.dataCsv': Record<never, never>
  'comments.receipt.erase': Record<never, never>
  'comments.receipt.keepSecret': Record<never, never>
  'comments.receipt.contact': { address: string | number; name: string | number }
  'comments.receipt.done.corrected': Record<never, never>
  'comments.receipt.done.correctedWaiting': Record<never, never>
  'comments.receipt.done.withdrawn': Record<never, never>
  'comments.receipt.done.erased': Record<never, never>
  'comments.receipt.anew': Record<never, never>
  'comments.acts.approved': Record<never, never>
  'comments.acts.held': Record<never, never>
  'comments.acts.released': Record<never, never>
  'comments.acts.spam': Record<never, never>
  'comments.acts.redacted': Record<never, never>
  'comments.acts.moved': Record<never, never>
  'comments.acts.duplicate': Record<never, never>
  'comments.acts.notDuplicate': Record<never, never>
  'comments.acts.answered': { agency: string | number }
  'comments.acts.corrected': Record<never, never>
  'comments.acts.withdrawn': Record<never, never>
  'comments.acts.erased': Record<never, never>
  'comments.acts.translated': Record<never, never>
  'comments.channel.web': Record<never, never>
  'comments.channel.mail': Record<never, never>
  'comments.channel.sms': Record<never, never>
  'comments.channel.paper': Record<never, never>
  'comments.channel.meeting': Record<never, never>
  'comments.channel.phone': Record<never, never>
  'comments.channel.import': Record<never, never>
  'comments.channel.api': Record<never, never>
  'comments.correct.title': Record<never, never>
  'comments.correct.lead': Record<never, never>
  'comments.correct.next': Record<never, never>
  'comments.correct.save': Record<never, never>
  'comments.correct.back': Record<never, never>
  'comments.correct.meanwhile': Record<never, never>
  'comments.correct.meanwhileText': Record<never, never>
  'comments.correct.tooLate': Record<never, never>
  'comments.correct.tooLateText': Record<never, never>
  'comments.withdraw.title': Record<never, never>
  'comments.withdraw.text': Record<never, never>
  'comments.withdraw.yes': Record<never, never>
  'comments.withdraw.no': Record<never, never>
  'comments.erase.title': Record<never, never>
  'comments.erase.text': Record<never, never>
  'comments.erase.yes': Record<never, never>
  'comments.erase.no': Record<never, never>
  'comments.data.section': Record<never, never>
  'comments.data.item': Record<never, never>
  'comments.data.value': Record<never, never>
  'comments.list.title': Record<never, never>
  'comments.list.lead': { count: number }
  'comments.list.filter': Record<never, never>
  'comments.list.question': Record<never, never>
  'comments.list.language': Record<never, never>
  'comments.list.search': Record<never, never>
  'comments.list.show': Record<never, never>
  'comments.list.clear': Record<never, never>
  'comments.list.found': { count: number }
  'comments.list.more': Record<never, never>
  'comments.list.first': Record<never, never>
  'comments.list.empty': Record<never, never>
  'comments.list.emptyWhy': Record<never, never>
  'comments.list.emptyFound': Record<never, never>
  'comments.list.emptyFoundWhy': Record<never, never>
  'comments.list.about': { question: string | number }
  'comments.list.duplicates': { count: number }
  'comments.list.machine': Record<never, never>
  'comments.list.human': Record<never, never>
  'comments.list.original': { language: string | number }
  'comments.list.redacted': Record<never, never>
  'comments.list.say': Record<never, never>
  'comments.list.moderation': Record<never, never>
  'comments.list.waiting': Record<never, never>
  'comments.written.machine': Record<never, never>
  'comments.written.stale': Record<never, never>
  'comments.offline.title': Record<never, never>
  'comments.offline.waiting': { count: number }
  'comments.offline.sent': { code: string | number }
  'comments.offline.sentOpen': Record<never, never>
  'comments.offline.forget': Record<never, never>
  'comments.offline.refused': { count: number }
  'comments.offline.edit': Record<never, never>
  'comments.offline.closed': Record<never, never>
  'comments.offline.tryNow': Record<never, never>
  'comments.offline.draftRestored': Record<never, never>
  'comments.offline.draftForget': Record<never, never>
  'conversation-work.title': Record<never, never>
  'conversation-work.saved': Record<never, never>
  'conversation-work.cancel': Record<never, never>
  'conversation-work.standing.draft': Record<never, never>
  'conversation-work.standing.soon': Record<never, never>
  'conversation-work.standing.open': Record<never, never>
  'conversation-work.standing.over': Record<never, never>
  'conversation-work.standing.closed': Record<never, never>
  'conversation-work.origin.agency': Record<never, never>
  'conversation-work.origin.voter': Record<never, never>
  'conversation-work.origin.import': Record<never, never>
  'conversation-work.state.waiting': Record<never, never>
  'conversation-work.state.shown': Record<never, never>
  'conversation-work.state.rejected': Record<never, never>
  'conversation-work.state.withdrawn': Record<never, never>
  'conversation-work.about': Record<never, never>
  'conversation-work.list.lead': Record<never, never>
  'conversation-work.list.empty': Record<never, never>
  'conversation-work.list.emptyWhy': Record<never, never>
  'conversation-work.list.begin': Record<never, never>
  'conversation-work.list.bringIn': Record<never, never>
  'conversation-work.list.counts': { shown: number; voters: number; votes: number }
  'conversation-work.list.waiting': { count: number }
  'conversation-work.list.imported': Record<never, never>
  'conversation-work.form.newTitle': Record<never, never>
  'conversation-work.form.editTitle': Record<never, never>
  'conversation-work.form.newLead': Record<never, never>
  'conversation-work.form.words': Record<never, never>
  'conversation-work.form.question': Record<never, never>
  'conversation-work.form.questionHint': Record<never, never>
  'conversation-work.form.questionStays': Record<never, never>
  'conversation-work.form.introduction': Record<never, never>
  'conversation-work.form.introductionHint': Record<never, never>
  'conversation-work.form.statements': Record<never, never>
  'conversation-work.form.whoAdds': Record<never, never>
  'conversation-work.form.whoAddsVoters': Record<never, never>
  'conversation-work.form.whoAddsVotersHint': Record<never, never>
  'conversation-work.form.whoAddsStaff': Record<never, never>
  'conversation-work.form.statementLength': Record<never, never>
  'conversation-work.form.statementLengthHint': Record<never, never>
  'conversation-work.form.moderation': Record<never, never>
  'conversation-work.form.moderationBefore': Record<never, never>
  'conversation-work.form.moderationBeforeHint': Record<never, never>
  'conversation-work.form.moderationAfter': Record<never, never>
  'conversation-work.form.moderationAfterHint': Record<never, never>
  'conversation-work.form.moderationPolicy': Record<never, never>
  'conversation-work.form.moderationPolicyHint': Record<never, never>
  'conversation-work.form.policyDefault': Record<never, never>
  'conversation-work.form.times': Record<never, never>
  'conversation-work.form.opensOn': Record<never, never>
  'conversation-work.form.opensAt': Record<never, never>
  'conversation-work.form.closesOn': Record<never, never>
  'conversation-work.form.closesAt': Record<never, never>
  'conversation-work.form.timesHint': { zone: string | number }
  'conversation-work.form.results': Record<never, never>
  'conversation-work.form.resultsShown': Record<never, never>
  'conversation-work.form.resultsAfterVoting': Record<never, never>
  'conversation-work.form.resultsAfterVotingHint': Record<never, never>
  'conversation-work.form.resultsAlways': Record<never, never>
  'conversation-work.form.resultsWhenClosed': Record<never, never>
  'conversation-work.form.embedding': Record<never, never>
  'conversation-work.form.embedOrigins': Record<never, never>
  'conversation-work.form.embedOriginsHint': Record<never, never>
  'conversation-work.form.saveNew': Record<never, never>
  'conversation-work.form.save': Record<never, never>
  'conversation-work.faults.questionMissing': Record<never, never>
  'conversation-work.faults.questionLong': Record<never, never>
  'conversation-work.faults.introductionLong': Record<never, never>
  'conversation-work.faults.moderationPolicyLong': Record<never, never>
  'conversation-work.faults.policyMissing': Record<never, never>
  'conversation-work.faults.whoAdds': Record<never, never>
  'conversation-work.faults.statementLength': Record<never, never>
  'conversation-work.faults.moderation': Record<never, never>
  'conversation-work.faults.resultsShown': Record<never, never>
  'conversation-work.faults.day': Record<never, never>
  'conversation-work.faults.clock': Record<never, never>
  'conversation-work.faults.closesFirst': Record<never, never>
  'conversation-work.faults.embedOrigin': Record<never, never>
  'conversation-work.faults.embedOrigins': Record<never, never>
  'conversation-work.faults.sure': Record<never, never>
  'conversation-work.faults.archiveMissing': Record<never, never>
  'conversation-work.faults.archiveTooLarge': Record<never, never>
  'conversation-work.faults.importLanguage': Record<never, never>
  'conversation-work.faults.importOver': Record<never, never>
  'conversation-work.faults.noneChosen': Record<never, never>
  'conversation-work.faults.noAct': Record<never, never>
  'conversation-work.faults.reasonMissing': Record<never, never>
  'conversation-work.faults.reasonLong': Record<never, never>
  'conversation-work.faults.reasonNotNeeded': Record<never, never>
  'conversation-work.statementFaults.missing': Record<never, never>
  'conversation-work.statementFaults.long': { detail: string | number; line: string | number }
  'conversation-work.statementFaults.uneven': { detail: number }
  'conversation-work.statementFaults.twice': { line: string | number }
  'conversation-work.statementFaults.there': { line: string | number }
  'conversation-work.statementFaults.many': { detail: string | number }
  'conversation-work.statementFaults.wordless': { line: string | number }
  'conversation-work.conflict.title': Record<never, never>
  'conversation-work.conflict.text': Record<never, never>
  'conversation-work.conflict.caption': Record<never, never>
  'conversation-work.conflict.field': Record<never, never>
  'conversation-work.conflict.theirs': Record<never, never>
  'conversation-work.conflict.yours': Record<never, never>
  'conversation-work.conflict.nothing': Record<never, never>
  'conversation-work.one.untitled': Record<never, never>
  'conversation-work.one.next.statements': Record<never, never>
  'conversation-work.one.next.statementsWhy': { fewest: string | number }
  'conversation-work.one.next.statementsAct': Record<never, never>
  'conversation-work.one.next.complete': Record<never, never>
  'conversation-work.one.next.open': Record<never, never>
  'conversation-work.one.next.openWhy': Record<never, never>
  'conversation-work.one.next.openAct': Record<never, never>
  'conversation-work.one.next.read': { count: number }
  'conversation-work.one.next.readWhy': Record<never, never>
  'conversation-work.one.next.readAct': Record<never, never>
  'conversation-work.one.next.invite': Record<never, never>
  'conversation-work.one.next.inviteWhy': Record<never, never>
  'conversation-work.one.next.inviteAct': Record<never, never>
  'conversation-work.one.next.results': Record<never, never>
  'conversation-work.one.next.resultsWhy': Record<never, never>
  'conversation-work.one.next.resultsAct': Record<never, never>
  'conversation-work.one.need.engagement': Record<never, never>
  'conversation-work.one.need.protectedTopics': Record<never, never>
  'conversation-work.one.need.question': Record<never, never>
  'conversation-work.one.need.policy': Record<never, never>
  'conversation-work.one.need.statements': Record<never, never>
  'conversation-work.one.need.closing': Record<never, never>
  'conversation-work.one.counts': Record<never, never>
  'conversation-work.one.people': Record<never, never>
  'conversation-work.one.votes': Record<never, never>
  'conversation-work.one.shown': Record<never, never>
  'conversation-work.one.waiting': Record<never, never>
  'conversation-work.one.rejected': Record<never, never>
  'conversation-work.one.see': Record<never, never>
  'conversation-work.one.settings': Record<never, never>
  'conversation-work.one.edit': Record<never, never>
  'conversation-work.one.opens': Record<never, never>
  'conversation-work.one.closes': Record<never, never>
  'conversation-work.one.byHand': Record<never, never>
  'conversation-work.one.noEnd': Record<never, never>
  'conversation-work.one.closedAt': Record<never, never>
  'conversation-work.one.share': Record<never, never>
  'conversation-work.one.link': Record<never, never>
  'conversation-work.one.qr': Record<never, never>
  'conversation-work.one.qrLabel': Record<never, never>
  'conversation-work.one.embed': Record<never, never>
  'conversation-work.one.embedText': Record<never, never>
  'conversation-work.one.embedSites': { sites: string | number }
  'conversation-work.one.embedNone': Record<never, never>
  'conversation-work.one.embedTitle': { question: string | number }
  'conversation-work.one.close': Record<never, never>
  'conversation-work.one.closeText': Record<never, never>
  'conversation-work.one.closeSure': Record<never, never>
  'conversation-work.one.closeAct': Record<never, never>
  'conversation-work.one.opened': Record<never, never>
  'conversation-work.one.closed': Record<never, never>
  'conversation-work.one.closedFixed': Record<never, never>
  'conversation-work.one.notPossible': Record<never, never>
  'conversation-work.one.beside': Record<never, never>
  'conversation-work.one.statements': Record<never, never>
  'conversation-work.one.results': Record<never, never>
  'conversation-work.one.report': Record<never, never>
  'conversation-work.one.publicPage': Record<never, never>
  'conversation-work.one.takeOut': Record<never, never>
  'conversation-work.one.takeOutHint': Record<never, never>
  'conversation-work.statements.title': Record<never, never>
  'conversation-work.statements.lead': Record<never, never>
  'conversation-work.statements.which': Record<never, never>
  'conversation-work.statements.all': { count: string | number }
  'conversation-work.statements.waiting': { count: string | number }
  'conversation-work.statements.shown': { count: string | number }
  'conversation-work.statements.rejected': { count: string | number }
  'conversation-work.statements.caption': Record<never, never>
  'conversation-work.statements.none': Record<never, never>
  'conversation-work.statements.noVotes': Record<never, never>
  'conversation-work.statements.look': Record<never, never>
  'conversation-work.statements.lookLabel': { number: string | number }
  'conversation-work.statements.near': { numbers: string | number }
  'conversation-work.statements.translate': { languages: string | number }
  'conversation-work.statements.reason': { reason: string | number }
  'conversation-work.statements.write': Record<never, never>
  'conversation-work.statements.writeLead': { longest: string | number }
  'conversation-work.statements.wordsIn': { language: string | number }
  'conversation-work.statements.linesHint': Record<never, never>
  'conversation-work.statements.add': Record<never, never>
  'conversation-work.statements.written': { count: number }
  'conversation-work.statements.closed': Record<never, never>
  'conversation-work.moderate.title': Record<never, never>
  'conversation-work.moderate.policy': Record<never, never>
  'conversation-work.moderate.reason': Record<never, never>
  'conversation-work.moderate.reasonHint': Record<never, never>
  'conversation-work.moderate.approve': Record<never, never>
  'conversation-work.moderate.reject': Record<never, never>
  'conversation-work.moderate.undo': Record<never, never>
  'conversation-work.moderate.meta': Record<never, never>
  'conversation-work.moderate.not-meta': Record<never, never>
  'conversation-work.moderate.metaHint': Record<never, never>
  'conversation-work.moderate.done': { count: number }
  'conversation-work.moderate.skipped': { count: number }
  'conversation-work.statement.title': { number: string | number }
  'conversation-work.statement.added': Record<never, never>
  'conversation-work.statement.decided': Record<never, never>
  'conversation-work.statement.decidedBy': { name: string | number; when: string | number }
  'conversation-work.statement.someone': Record<never, never>
  'conversation-work.statement.reason': Record<never, never>
  'conversation-work.statement.votes': Record<never, never>
  'conversation-work.statement.votesCounts': { agree: string | number; disagree: string | number; pass: string | number }
  'conversation-work.statement.near': Record<never, never>
  'conversation-work.statement.nearText': Record<never, never>
  'conversation-work.statement.decide': Record<never, never>
  'conversation-work.statement.translate': Record<never, never>
  'conversation-work.statement.original': { language: string | number }
  'conversation-work.statement.originalStays': Record<never, never>
  'conversation-work.statement.in': { language: string | number }
  'conversation-work.statement.save': Record<never, never>
  'conversation-work.statement.conflict': { theirs: string | number }
  'conversation-work.statement.theme': Record<never, never>
  'conversation-work.import.title': Record<never, never>
  'conversation-work.import.lead': Record<never, never>
  'conversation-work.import.file': Record<never, never>
  'conversation-work.import.kinds': Record<never, never>
  'conversation-work.import.upload': Record<never, never>
  'conversation-work.import.begun': Record<never, never>
  'conversation-work.import.wait': Record<never, never>
  'conversation-work.import.waitText': Record<never, never>
  'conversation-work.import.look': Record<never, never>
  'conversation-work.import.giveUp': Record<never, never>
  'conversation-work.import.gaveUp': Record<never, never>
  'conversation-work.import.unreadable': Record<never, never>
  'conversation-work.import.unreadableReason.not-an-archive': Record<never, never>
  'conversation-work.import.unreadableReason.too-large': Record<never, never>
  'conversation-work.import.unreadableReason.damaged': Record<never, never>
  'conversation-work.import.faulty': { count: number }
  'conversation-work.import.faultyText': Record<never, never>
  'conversation-work.import.faultyCaption': Record<never, never>
  'conversation-work.import.faultyMore': { count: string | number }
  'conversation-work.import.faultFile': Record<never, never>
  'conversation-work.import.faultRow': Record<never, never>
  'conversation-work.import.faultWhat': Record<never, never>
  'conversation-work.import.problem.fileMissing': Record<never, never>
  'conversation-work.import.problem.unreadable': Record<never, never>
  'conversation-work.import.problem.columnMissing': { detail: string | number }
  'conversation-work.import.problem.idNotNumber': { detail: string | number }
  'conversation-work.import.problem.timestamp': { detail: string | number }
  'conversation-work.import.problem.voteValue': { detail: string | number }
  'conversation-work.import.problem.commentUnknown': { detail: string | number }
  'conversation-work.import.problem.commentTwice': { detail: string | number }
  'conversation-work.import.problem.participantTwice': { detail: string | number }
  'conversation-work.import.problem.bodyMissing': Record<never, never>
  'conversation-work.import.problem.bodyLong': { detail: string | number }
  'conversation-work.import.problem.moderated': { detail: string | number }
  'conversation-work.import.problem.trueOrFalse': { detail: string | number }
  'conversation-work.import.problem.language': { detail: string | number }
  'conversation-work.import.problem.empty': Record<never, never>
  'conversation-work.import.ready': Record<never, never>
  'conversation-work.import.statements': Record<never, never>
  'conversation-work.import.statementsCount': { count: string | number; rejected: string | number }
  'conversation-work.import.people': Record<never, never>
  'conversation-work.import.votesCast': Record<never, never>
  'conversation-work.import.span': Record<never, never>
  'conversation-work.import.spanValue': { first: string | number; last: string | number }
  'conversation-work.import.groups': Record<never, never>
  'conversation-work.import.question': Record<never, never>
  'conversation-work.import.language': Record<never, never>
  'conversation-work.import.languageHint': Record<never, never>
  'conversation-work.import.over': Record<never, never>
  'conversation-work.import.overNo': Record<never, never>
  'conversation-work.import.overNoHint': Record<never, never>
  'conversation-work.import.overYes': Record<never, never>
  'conversation-work.import.overYesHint': Record<never, never>
  'conversation-work.import.bringIn': Record<never, never>
  'conversation-work.import.coming': Record<never, never>
  'conversation-work.import.progress': Record<never, never>
  'decisions.decision': Record<never, never>
  'decisions.decided': Record<never, never>
  'decisions.why': Record<never, never>
  'decisions.points': Record<never, never>
  'decisions.options': Record<never, never>
  'decisions.minority': Record<never, never>
  'decisions.voices': { count: number }
  'decisions.readAll': Record<never, never>
  'decisions.outcome.adopted': Record<never, never>
  'decisions.outcome.in-part': Record<never, never>
  'decisions.outcome.not': Record<never, never>
  'decisions.outcome.already': Record<never, never>
  'decisions.outcome.out-of-scope': Record<never, never>
  'decisions.outcomeHint.adopted': Record<never, never>
  'decisions.outcomeHint.in-part': Record<never, never>
  'decisions.outcomeHint.not': Record<never, never>
  'decisions.outcomeHint.already': Record<never, never>
  'decisions.outcomeHint.out-of-scope': Record<never, never>
  'decisions.followUp.done': Record<never, never>
  'decisions.followUp.dropped': Record<never, never>
  'decisions.threshold.majority': Record<never, never>
  'decisions.threshold.two-thirds': Record<never, never>
  'decisions.threshold.three-quarters': Record<never, never>
  'decisions.method.consensus': Record<never, never>
  'decisions.method.consensusHint': Record<never, never>
  'decisions.method.consensusLevel': { level: string | number }
  'decisions.method.vote': Record<never, never>
  'decisions.method.voteHint': Record<never, never>
  'decisions.method.counts': { abstained: string | number; against: string | number; for: string | number }
  'decisions.method.passed': { needed: string | number }
  'decisions.method.failed': { needed: string | number }
  'decisions.method.advisory': Record<never, never>
  'decisions.method.advisoryHint': Record<never, never>
  'decisions.method.advisoryBody': { body: string | number }
  'decisions.fact.how': Record<never, never>
  'decisions.fact.decidedOn': Record<never, never>
  'decisions.fact.responsible': Record<never, never>
  'decisions.fact.reviewOn': Record<never, never>
  'decisions.field.question': Record<never, never>
  'decisions.field.questionHint': Record<never, never>
  'decisions.field.optionsHint': Record<never, never>
  'decisions.field.result': Record<never, never>
  'decisions.field.resultHint': Record<never, never>
  'decisions.field.minorityHint': Record<never, never>
  'decisions.field.theme': Record<never, never>
  'decisions.field.themes': Record<never, never>
  'decisions.field.themesHint': Record<never, never>
  'decisions.field.level': Record<never, never>
  'decisions.field.levelHint': Record<never, never>
  'decisions.field.vote': Record<never, never>
  'decisions.field.abstained': Record<never, never>
  'decisions.field.threshold': Record<never, never>
  'decisions.field.body': Record<never, never>
  'decisions.field.bodyHint': Record<never, never>
  'decisions.field.responsibleHint': Record<never, never>
  'decisions.work.title': Record<never, never>
  'decisions.work.lead': Record<never, never>
  'decisions.work.empty': Record<never, never>
  'decisions.work.emptyWhy': Record<never, never>
  'decisions.work.themes': { count: number }
  'decisions.work.missing': { count: number }
  'decisions.work.unanswered': Record<never, never>
  'decisions.work.begin': Record<never, never>
  'decisions.work.beginIt': Record<never, never>
  'decisions.work.points': Record<never, never>
  'decisions.work.noThemes': Record<never, never>
  'decisions.work.noOutcome': Record<never, never>
  'decisions.work.noReason': Record<never, never>
  'decisions.work.act': Record<never, never>
  'decisions.work.answer': Record<never, never>
  'decisions.work.translate': Record<never, never>
  'decisions.work.followUp': Record<never, never>
  'decisions.work.words': Record<never, never>
  'decisions.work.translations': Record<never, never>
  'decisions.work.save': Record<never, never>
  'decisions.work.publishedOn': Record<never, never>
  'decisions.work.publicPage': Record<never, never>
  'decisions.work.meanwhile': Record<never, never>
  'decisions.work.meanwhileText': Record<never, never>
  'decisions.answer.outcome': Record<never, never>
  'decisions.answer.reason': Record<never, never>
  'decisions.answer.reasonHint': Record<never, never>
  'decisions.answer.published': Record<never, never>
  'decisions.answer.save': Record<never, never>
  'decisions.answer.back': Record<never, never>
  'decisions.missing.question': Record<never, never>
  'decisions.missing.result': Record<never, never>
  'decisions.missing.method': Record<never, never>
  'decisions.missing.responsible': Record<never, never>
  'decisions.missing.decidedOn': Record<never, never>
  'decisions.missing.themes': Record<never, never>
  'decisions.missing.outcome': { theme: string | number }
  'decisions.missing.reason': { theme: string | number }
  'decisions.publish.title': Record<never, never>
  'decisions.publish.look': Record<never, never>
  'decisions.publish.missing': { count: number }
  'decisions.publish.complete': Record<never, never>
  'decisions.publish.reaches': { count: number }
  'decisions.publish.stays': Record<never, never>
  'decisions.publish.untranslated': Record<never, never>
  'decisions.publish.untranslatedText': Record<never, never>
  'decisions.publish.changed': Record<never, never>
  'decisions.publish.yes': Record<never, never>
  'decisions.publish.no': Record<never, never>
  'decisions.told.mail': { count: number }
  'decisions.told.sms': { count: number }
  'decisions.told.receipt': { count: number }
  'decisions.toldBy.mail': Record<never, never>
  'decisions.toldBy.sms': Record<never, never>
  'decisions.toldBy.receipt': Record<never, never>
  'decisions.follow.title': Record<never, never>
  'decisions.follow.lead': Record<never, never>
  'decisions.follow.what': Record<never, never>
  'decisions.follow.doneHint': Record<never, never>
  'decisions.follow.droppedHint': Record<never, never>
  'decisions.follow.note': Record<never, never>
  'decisions.follow.noteHint': Record<never, never>
  'decisions.follow.save': Record<never, never>
  'decisions.follow.once': Record<never, never>
  'decisions.ledger.title': Record<never, never>
  'decisions.ledger.description': { engagement: string | number }
  'decisions.ledger.lead': { comments: number; decidedBy: string | number }
  'decisions.ledger.empty': Record<never, never>
  'decisions.ledger.emptyWhy': { agency: string | number }
  'decisions.ledger.say': Record<never, never>
  'decisions.ledger.undecided': Record<never, never>
  'decisions.ledger.undecidedText': Record<never, never>
  'decisions.ledger.yours': Record<never, never>
  'decisions.ledger.yoursText': Record<never, never>
  'decisions.ledger.lookUp': Record<never, never>
  'decisions.ledger.comments': Record<never, never>
  'decisions.ledger.feed': Record<never, never>
  'decisions.ledger.csv': Record<never, never>
  'decisions.ledger.address': Record<never, never>
  'decisions.mail.subject': { agency: string | number }
  'decisions.mail.followUpSubject': { agency: string | number }
  'decisions.mail.intro': { agency: string | number; day: string | number; engagement: string | number }
  'decisions.mail.question': Record<never, never>
  'decisions.mail.outcome': Record<never, never>
  'decisions.mail.why': { reason: string | number }
  'decisions.mail.now': Record<never, never>
  'decisions.mail.open': Record<never, never>
  'decisions.mail.footer': { agency: string | number }
  'decisions.sms.one': { agency: string | number; outcome: string | number; theme: string | number; url: string | number }
  'decisions.sms.several': { agency: string | number; count: number; url: string | number }
  'decisions.fault.question': Record<never, never>
  'decisions.fault.count': Record<never, never>
  'decisions.fault.day': Record<never, never>
  'decisions.fault.options': Record<never, never>
  'decisions.fault.optionLines': Record<never, never>
  'decisions.fault.outcome': Record<never, never>
  'decisions.fault.reason': Record<never, never>
  'decisions.fault.followUp': Record<never, never>
  'decisions.fault.note': Record<never, never>
  'engagements.steps.overview': Record<never, never>
  'engagements.steps.timeline': Record<never, never>
  'engagements.steps.questions': Record<never, never>
  'engagements.steps.comments': Record<never, never>
  'engagements.steps.coding': Record<never, never>
  'engagements.steps.themes': Record<never, never>
  'engagements.steps.conversations': Record<never, never>
  'engagements.steps.decisions': Record<never, never>
  'engagements.steps.records': Record<never, never>
  'engagements.steps.publicPage': Record<never, never>
  'engagements.status.draft': Record<never, never>
  'engagements.status.open': Record<never, never>
  'engagements.status.closed': Record<never, never>
  'engagements.agency.title': Record<never, never>
  'engagements.agency.lead': { agency: string | number }
  'engagements.agency.partOf': Record<never, never>
  'engagements.agency.toWork': Record<never, never>
  'engagements.agency.open': Record<never, never>
  'engagements.agency.emptyTitle': Record<never, never>
  'engagements.agency.empty': { agency: string | number }
  'engagements.agency.past': Record<never, never>
  'engagements.agency.below': Record<never, never>
  'engagements.agency.nobody': Record<never, never>
  'engagements.hub.draftTitle': Record<never, never>
  'engagements.hub.draft': Record<never, never>
  'engagements.hub.decision': Record<never, never>
  'engagements.hub.decidedBy': Record<never, never>
  'engagements.hub.inputUse': Record<never, never>
  'engagements.hub.promise': { days: number }
  'engagements.hub.hardestIssue': Record<never, never>
  'engagements.hub.invite': Record<never, never>
  'engagements.hub.openUntil': Record<never, never>
  'engagements.hub.openNow': Record<never, never>
  'engagements.hub.opensOn': Record<never, never>
  'engagements.hub.comment': Record<never, never>
  'engagements.hub.takes': Record<never, never>
  'engagements.hub.otherWays': Record<never, never>
  'engagements.hub.byMail': Record<never, never>
  'engagements.hub.bySms': Record<never, never>
  'engagements.hub.bySmsTo': Record<never, never>
  'engagements.hub.byPhone': Record<never, never>
  'engagements.hub.byPaper': { name: string | number }
  'engagements.hub.soonTitle': Record<never, never>
  'engagements.hub.overTitle': Record<never, never>
  'engagements.hub.overText': Record<never, never>
  'engagements.hub.toDecisions': Record<never, never>
  'engagements.hub.nextChance': Record<never, never>
  'engagements.hub.heard': Record<never, never>
  'engagements.hub.comments': { count: number }
  'engagements.hub.decided': { count: number }
  'engagements.hub.kept': { share: number }
  'engagements.hub.dates': Record<never, never>
  'engagements.hub.allDates': Record<never, never>
  'engagements.hub.person': Record<never, never>
  'engagements.hub.moderation': Record<never, never>
  'engagements.hub.moderated.after': Record<never, never>
  'engagements.hub.moderated.before': Record<never, never>
  'engagements.hub.share': Record<never, never>
  'engagements.hub.poster': Record<never, never>
  'engagements.hub.timeline': Record<never, never>
  'engagements.timeline.title': Record<never, never>
  'engagements.timeline.lead': Record<never, never>
  'engagements.timeline.emptyTitle': Record<never, never>
  'engagements.timeline.empty': Record<never, never>
  'engagements.timeline.atom': Record<never, never>
  'engagements.timeline.calendar': Record<never, never>
  'engagements.timeline.cancelled': Record<never, never>
  'engagements.timeline.place': Record<never, never>
  'engagements.timeline.when': Record<never, never>
  'engagements.timeline.what': Record<never, never>
  'engagements.timeline.state': Record<never, never>
  'engagements.timeline.at': { day: string | number; time: string | number }
  'engagements.timeline.fromTo': { day: string | number; from: string | number; to: string | number }
  'engagements.timeline.participation': Record<never, never>
  'engagements.timeline.workLead': { count: number }
  'engagements.timeline.workEmpty': Record<never, never>
  'engagements.timeline.addTitle': Record<never, never>
  'engagements.timeline.add': Record<never, never>
  'engagements.timeline.editTitle': Record<never, never>
  'engagements.timeline.save': Record<never, never>
  'engagements.timeline.back': Record<never, never>
  'engagements.timeline.day': Record<never, never>
  'engagements.timeline.times': Record<never, never>
  'engagements.timeline.timesHint': { zone: string | number }
  'engagements.timeline.starts': Record<never, never>
  'engagements.timeline.ends': Record<never, never>
  'engagements.timeline.titleHint': Record<never, never>
  'engagements.timeline.placeHint': Record<never, never>
  'engagements.timeline.takesPart': Record<never, never>
  'engagements.timeline.takesPartHint': Record<never, never>
  'engagements.timeline.detail': Record<never, never>
  'engagements.timeline.detailHint': Record<never, never>
  'engagements.timeline.cancelTitle': Record<never, never>
  'engagements.timeline.cancelText': Record<never, never>
  'engagements.timeline.cancel': Record<never, never>
  'engagements.timeline.cancelledText': Record<never, never>
  'engagements.timeline.restoreTitle': Record<never, never>
  'engagements.timeline.restoreText': Record<never, never>
  'engagements.timeline.restore': Record<never, never>
  'engagements.poster.title': { title: string | number }
  'engagements.poster.lead': Record<never, never>
  'engagements.poster.pdf': Record<never, never>
  'engagements.poster.noPdf': Record<never, never>
  'engagements.poster.problem.no-font': Record<never, never>
  'engagements.poster.problem.too-long': Record<never, never>
  'engagements.poster.problem.bad-address': Record<never, never>
  'engagements.poster.problem.no-title': Record<never, never>
  'engagements.poster.tooMany': Record<never, never>
  'engagements.poster.dates': Record<never, never>
  'engagements.poster.lastDay': Record<never, never>
  'engagements.poster.scan': Record<never, never>
  'engagements.poster.qr': { url: string | number }
  'engagements.poster.contact': Record<never, never>
  'engagements.poster.note': { languages: string | number }
  'engagements.follow.title': Record<never, never>
  'engagements.follow.lead': Record<never, never>
  'engagements.follow.address': Record<never, never>
  'engagements.follow.ask': Record<never, never>
  'engagements.follow.privacy': Record<never, never>
  'engagements.follow.tooMany': { minutes: number }
  'engagements.follow.askedTitle': Record<never, never>
  'engagements.follow.asked': Record<never, never>
  'engagements.follow.askedNext': Record<never, never>
  'engagements.follow.noMail': Record<never, never>
  'engagements.follow.back': Record<never, never>
  'engagements.follow.confirmTitle': Record<never, never>
  'engagements.follow.confirmText': Record<never, never>
  'engagements.follow.confirm': Record<never, never>
  'engagements.follow.followingTitle': Record<never, never>
  'engagements.follow.following': Record<never, never>
  'engagements.follow.overTitle': Record<never, never>
  'engagements.follow.over': Record<never, never>
  'engagements.follow.stopTitle': Record<never, never>
  'engagements.follow.stopText': Record<never, never>
  'engagements.follow.stop': Record<never, never>
  'engagements.follow.stoppedTitle': Record<never, never>
  'engagements.follow.stopped': Record<never, never>
  'engagements.follow.mail.confirmSubject': { title: string | number }
  'engagements.follow.mail.confirmText': { agency: string | number; title: string | number }
  'engagements.follow.mail.confirmButton': Record<never, never>
  'engagements.follow.mail.confirmUntil': { days: number }
  'engagements.follow.mail.notYou': Record<never, never>
  'engagements.follow.mail.alreadySubject': { title: string | number }
  'engagements.follow.mail.alreadyText': { agency: string | number; title: string | number }
  'engagements.follow.mail.why': { agency: string | number; title: string | number }
  'engagements.follow.mail.stop': Record<never, never>
  'engagements.follow.mail.addedSubject': { title: string | number }
  'engagements.follow.mail.addedText': { agency: string | number; title: string | number }
  'engagements.follow.mail.changedSubject': { title: string | number }
  'engagements.follow.mail.changedText': { agency: string | number; title: string | number }
  'engagements.follow.mail.cancelledSubject': { title: string | number }
  'engagements.follow.mail.cancelledText': { agency: string | number; title: string | number }
  'engagements.follow.mail.restoredSubject': { title: string | number }
  'engagements.follow.mail.restoredText': { agency: string | number; title: string | number }
  'engagements.follow.mail.takePart': Record<never, never>
  'engagements.follow.mail.timelineButton': Record<never, never>
  'engagements.follow.mail.decisionSubject': { title: string | number }
  'engagements.follow.mail.decisionText': { agency: string | number; title: string | number }
  'engagements.follow.mail.decisionButton': Record<never, never>
  'engagements.translation.partlyTitle': { own: string | number }
  'engagements.translation.partly': { other: string | number }
  'engagements.translation.note.machine': Record<never, never>
  'engagements.translation.note.stale': Record<never, never>
  'engagements.translation.status.source': Record<never, never>
  'engagements.translation.status.human': Record<never, never>
  'engagements.translation.status.reviewed': Record<never, never>
  'engagements.translation.status.machine': Record<never, never>
  'engagements.translation.status.stale': Record<never, never>
  'engagements.translation.status.missing': Record<never, never>
  'engagements.translation.count.missing': Record<never, never>
  'engagements.translation.count.stale': Record<never, never>
  'engagements.translation.count.machine': Record<never, never>
  'engagements.translation.check': { language: string | number }
  'engagements.work.title': Record<never, never>
  'engagements.work.lead': Record<never, never>
  'engagements.work.publicPage': Record<never, never>
  'engagements.work.emptyTitle': Record<never, never>
  'engagements.work.empty': Record<never, never>
  'engagements.work.next': Record<never, never>
  'engagements.new.title': Record<never, never>
  'engagements.new.lead': Record<never, never>
  'engagements.new.source': Record<never, never>
  'engagements.new.sourceHint': Record<never, never>
  'engagements.new.create': Record<never, never>
  'engagements.next.complete.title': Record<never, never>
  'engagements.next.complete.why': Record<never, never>
  'engagements.next.complete.act': Record<never, never>
  'engagements.next.open.title': Record<never, never>
  'engagements.next.open.why': Record<never, never>
  'engagements.next.open.act': Record<never, never>
  'engagements.next.close.title': Record<never, never>
  'engagements.next.close.why': Record<never, never>
  'engagements.next.close.act': Record<never, never>
  'engagements.next.translate.title': Record<never, never>
  'engagements.next.translate.why': Record<never, never>
  'engagements.next.translate.act': Record<never, never>
  'engagements.next.plan.title': Record<never, never>
  'engagements.next.plan.why': Record<never, never>
  'engagements.next.plan.act': Record<never, never>
  'engagements.next.read.title': Record<never, never>
  'engagements.next.read.why': Record<never, never>
  'engagements.next.read.act': Record<never, never>
  'engagements.next.decide.title': Record<never, never>
  'engagements.next.decide.why': Record<never, never>
  'engagements.next.decide.act': Record<never, never>
  'engagements.need.title': Record<never, never>
  'engagements.need.purpose': Record<never, never>
  'engagements.need.decisionQuestion': Record<never, never>
  'engagements.need.decidedBy': Record<never, never>
  'engagements.need.inputUse': Record<never, never>
  'engagements.need.contact': Record<never, never>
  'engagements.need.protectedTopics': Record<never, never>
  'engagements.overview.beside': Record<never, never>
  'engagements.overview.set': Record<never, never>
  'engagements.overview.unset': Record<never, never>
  'engagements.overview.edit': Record<never, never>
  'engagements.overview.yes': Record<never, never>
  'engagements.overview.no': Record<never, never>
  'engagements.overview.responseDays': { days: number }
  'engagements.overview.noFramework': Record<never, never>
  'engagements.overview.completeTitle': Record<never, never>
  'engagements.overview.complete': Record<never, never>
  'engagements.overview.missingTitle': { count: number }
  'engagements.overview.translations': Record<never, never>
  'engagements.overview.language': Record<never, never>
  'engagements.overview.preview': Record<never, never>
  'engagements.overview.hub': Record<never, never>
  'engagements.overview.followers': { count: number }
  'engagements.overview.to.open': Record<never, never>
  'engagements.overview.to.closed': Record<never, never>
  'engagements.overview.change.closedTitle': Record<never, never>
  'engagements.overview.change.closed': Record<never, never>
  'engagements.overview.change.openTitle': Record<never, never>
  'engagements.overview.change.open': Record<never, never>
  'engagements.edit.title': Record<never, never>
  'engagements.edit.lead': Record<never, never>
  'engagements.edit.words': Record<never, never>
  'engagements.edit.who': Record<never, never>
  'engagements.edit.when': Record<never, never>
  'engagements.edit.comments': Record<never, never>
  'engagements.edit.students': Record<never, never>
  'engagements.edit.contact': Record<never, never>
  'engagements.edit.frameworks': Record<never, never>
  'engagements.edit.save': Record<never, never>
  'engagements.edit.leave': Record<never, never>
  'engagements.edit.label.title': Record<never, never>
  'engagements.edit.label.purpose': Record<never, never>
  'engagements.edit.label.decisionQuestion': Record<never, never>
  'engagements.edit.label.decidedBy': Record<never, never>
  'engagements.edit.label.inputUse': Record<never, never>
  'engagements.edit.label.hardestIssue': Record<never, never>
  'engagements.edit.label.moderationPolicy': Record<never, never>
  'engagements.edit.label.languages': Record<never, never>
  'engagements.edit.label.contactName': Record<never, never>
  'engagements.edit.label.contactAddress': Record<never, never>
  'engagements.edit.label.contactPhone': Record<never, never>
  'engagements.edit.label.opensOn': Record<never, never>
  'engagements.edit.label.closesOn': Record<never, never>
  'engagements.edit.label.responseDays': Record<never, never>
  'engagements.edit.label.moderation': Record<never, never>
  'engagements.edit.label.smsKeyword': Record<never, never>
  'engagements.edit.label.doubleEntry': Record<never, never>
  'engagements.edit.label.asksStudents': Record<never, never>
  'engagements.edit.label.protectedTopics': Record<never, never>
  'engagements.edit.label.protectedTopicsChecked': Record<never, never>
  'engagements.edit.label.frameworks': Record<never, never>
  'engagements.edit.hint.title': Record<never, never>
  'engagements.edit.hint.purpose': Record<never, never>
  'engagements.edit.hint.decisionQuestion': Record<never, never>
  'engagements.edit.hint.decidedBy': Record<never, never>
  'engagements.edit.hint.inputUse': Record<never, never>
  'engagements.edit.hint.hardestIssue': Record<never, never>
  'engagements.edit.hint.moderationPolicy': Record<never, never>
  'engagements.edit.hint.languages': { source: string | number }
  'engagements.edit.hint.contact': Record<never, never>
  'engagements.edit.hint.opensOn': Record<never, never>
  'engagements.edit.hint.closesOn': Record<never, never>
  'engagements.edit.hint.responseDays': Record<never, never>
  'engagements.edit.hint.moderation': Record<never, never>
  'engagements.edit.hint.smsKeyword': Record<never, never>
  'engagements.edit.hint.doubleEntry': Record<never, never>
  'engagements.edit.hint.frameworks': Record<never, never>
  'engagements.edit.hint.asksStudents': Record<never, never>
  'engagements.edit.hint.protectedTopics': Record<never, never>
  'engagements.edit.moderation.after': Record<never, never>
  'engagements.edit.moderation.before': Record<never, never>
  'engagements.protectedTopics.politics': Record<never, never>
  'engagements.protectedTopics.mentalHealth': Record<never, never>
  'engagements.protectedTopics.sexuality': Record<never, never>
  'engagements.protectedTopics.wrongdoing': Record<never, never>
  'engagements.protectedTopics.familyJudgment': Record<never, never>
  'engagements.protectedTopics.confidentialTies': Record<never, never>
  'engagements.protectedTopics.religion': Record<never, never>
  'engagements.protectedTopics.income': Record<never, never>
  'engagements.frameworks.californiaSevenSteps': Record<never, never>
  'engagements.frameworks.promisingPractices': Record<never, never>
  'engagements.frameworks.wisconsinFourI': Record<never, never>
  'engagements.frameworks.essaConsultation': Record<never, never>
  'engagements.conflict.title': Record<never, never>
  'engagements.conflict.text': Record<never, never>
  'engagements.conflict.caption': Record<never, never>
  'engagements.conflict.field': Record<never, never>
  'engagements.conflict.theirs': Record<never, never>
  'engagements.conflict.yours': Record<never, never>
  'engagements.conflict.nothing': Record<never, never>
  'engagements.faults.titleMissing': Record<never, never>
  'engagements.faults.titleLong': Record<never, never>
  'engagements.faults.textLong': Record<never, never>
  'engagements.faults.lineLong': Record<never, never>
  'engagements.faults.address': Record<never, never>
  'engagements.faults.phone': Record<never, never>
  'engagements.faults.day': Record<never, never>
  'engagements.faults.dayMissing': Record<never, never>
  'engagements.faults.daysOrder': Record<never, never>
  'engagements.faults.time': Record<never, never>
  'engagements.faults.timesOrder': Record<never, never>
  'engagements.faults.timeMissing': Record<never, never>
  'engagements.faults.responseDays': Record<never, never>
  'engagements.faults.moderation': Record<never, never>
  'engagements.faults.source': Record<never, never>
  'engagements.faults.keyword': Record<never, never>
  'engagements.faults.keywordTaken': Record<never, never>
  'engagements.faults.status': Record<never, never>
  'engagements.faults.statusRace': Record<never, never>
  'integrations.title': Record<never, never>
  'integrations.lead': { agency: string | number }
  'integrations.description': Record<never, never>
  'integrations.act': Record<never, never>
  'integrations.confirmTitle': Record<never, never>
  'integrations.confirmText': Record<never, never>
  'integrations.confirm': Record<never, never>
  'integrations.news.revoked': Record<never, never>
  'integrations.scope.read': Record<never, never>
  'integrations.scope.write': Record<never, never>
  'integrations.scopeHint.read': Record<never, never>
  'integrations.scopeHint.write': Record<never, never>
  'integrations.tokens.title': Record<never, never>
  'integrations.tokens.lead': Record<never, never>
  'integrations.tokens.none': Record<never, never>
  'integrations.tokens.noneWhy': Record<never, never>
  'integrations.tokens.name': Record<never, never>
  'integrations.tokens.nameHint': Record<never, never>
  'integrations.tokens.may': Record<never, never>
  'integrations.tokens.program': Record<never, never>
  'integrations.tokens.rights': Record<never, never>
  'integrations.tokens.madeBy': Record<never, never>
  'integrations.tokens.lastUsed': Record<never, never>
  'integrations.tokens.never': Record<never, never>
  'integrations.tokens.state': Record<never, never>
  'integrations.tokens.until': Record<never, never>
  'integrations.tokens.life': Record<never, never>
  'integrations.tokens.days': { days: number }
  'integrations.tokens.noExpiry': Record<never, never>
  'integrations.tokens.make': Record<never, never>
  'integrations.tokens.revoke': Record<never, never>
  'integrations.tokens.revokeNamed': { name: string | number }
  'integrations.tokens.states.active': Record<never, never>
  'integrations.tokens.states.expired': Record<never, never>
  'integrations.tokens.states.revoked': Record<never, never>
  'integrations.event.comment': Record<never, never>
  'integrations.event.decision': Record<never, never>
  'integrations.event.engagement': Record<never, never>
  'integrations.webhooks.title': Record<never, never>
  'integrations.webhooks.lead': Record<never, never>
  'integrations.webhooks.none': Record<never, never>
  'integrations.webhooks.noneWhy': Record<never, never>
  'integrations.webhooks.url': Record<never, never>
  'integrations.webhooks.urlHint': Record<never, never>
  'integrations.webhooks.events': Record<never, never>
  'integrations.webhooks.hears': Record<never, never>
  'integrations.webhooks.state': Record<never, never>
  'integrations.webhooks.make': Record<never, never>
  'integrations.webhooks.on': Record<never, never>
  'integrations.webhooks.off': Record<never, never>
  'integrations.webhooks.offWhy': { reason: string | number }
  'integrations.webhook.title': { host: string | number }
  'integrations.webhook.lead': Record<never, never>
  'integrations.webhook.since': Record<never, never>
  'integrations.webhook.test': Record<never, never>
  'integrations.webhook.switchOff': Record<never, never>
  'integrations.webhook.switchOn': Record<never, never>
  'integrations.webhook.news.tested': Record<never, never>
  'integrations.webhook.news.on': Record<never, never>
  'integrations.webhook.news.off': Record<never, never>
  'integrations.webhook.deliveries': Record<never, never>
  'integrations.webhook.deliveriesLead': { attempts: number }
  'integrations.webhook.none': Record<never, never>
  'integrations.webhook.noneWhy': Record<never, never>
  'integrations.webhook.when': Record<never, never>
  'integrations.webhook.event': Record<never, never>
  'integrations.webhook.outcome': Record<never, never>
  'integrations.webhook.content': Record<never, never>
  'integrations.webhook.show': Record<never, never>
  'integrations.webhook.attempts': { count: number }
  'integrations.webhook.state.waiting': Record<never, never>
  'integrations.webhook.state.delivered': Record<never, never>
  'integrations.webhook.state.failing': Record<never, never>
  'integrations.webhook.state.given-up': Record<never, never>
  'integrations.secret.once': Record<never, never>
  'integrations.secret.onceText': Record<never, never>
  'integrations.secret.done': Record<never, never>
  'integrations.secret.token.title': Record<never, never>
  'integrations.secret.token.lead': Record<never, never>
  'integrations.secret.token.name': Record<never, never>
  'integrations.secret.token.secret': Record<never, never>
  'integrations.secret.token.use': Record<never, never>
  'integrations.secret.webhook.title': Record<never, never>
  'integrations.secret.webhook.lead': Record<never, never>
  'integrations.secret.webhook.name': Record<never, never>
  'integrations.secret.webhook.secret': Record<never, never>
  'integrations.secret.webhook.use': Record<never, never>
  'integrations.faults.name': Record<never, never>
  'integrations.faults.nameLong': Record<never, never>
  'integrations.faults.scopes': Record<never, never>
  'integrations.faults.life': Record<never, never>
  'integrations.faults.events': Record<never, never>
  'integrations.faults.url.unreadable': Record<never, never>
  'integrations.faults.url.tooLong': Record<never, never>
  'integrations.faults.url.notHttps': Record<never, never>
  'integrations.faults.url.credentials': Record<never, never>
  'integrations.faults.url.notPublic': Record<never, never>
  'opinion-report.above': Record<never, never>
  'opinion-report.lead': { people: number; statements: number; votes: number }
  'opinion-report.leadFew': Record<never, never>
  'opinion-report.everyone': Record<never, never>
  'opinion-report.group': { letter: string | number }
  'opinion-report.percentAgree': { share: string | number }
  'opinion-report.percentPass': { share: string | number }
  'opinion-report.percentDisagree': { share: string | number }
  'opinion-report.ofVotes': { votes: number }
  'opinion-report.fewVotes': Record<never, never>
  'opinion-report.origin.agency': Record<never, never>
  'opinion-report.origin.voter': Record<never, never>
  'opinion-report.origin.import': Record<never, never>
  'opinion-report.statement': { number: string | number }
  'opinion-report.direction.agree': Record<never, never>
  'opinion-report.direction.disagree': Record<never, never>
  'opinion-report.bar.agree': Record<never, never>
  'opinion-report.bar.pass': Record<never, never>
  'opinion-report.bar.disagree': Record<never, never>
  'opinion-report.how': Record<never, never>
  'opinion-report.howBars': Record<never, never>
  'opinion-report.more': { count: number }
  'opinion-report.live.newest': Record<never, never>
  'opinion-report.live.note': Record<never, never>
  'opinion-report.live.counted': { time: string | number }
  'opinion-report.provisional.title': Record<never, never>
  'opinion-report.provisional.text': Record<never, never>
  'opinion-report.frozen.title': Record<never, never>
  'opinion-report.frozen.text': { when: string | number }
  'opinion-report.frozen.seal': Record<never, never>
  'opinion-report.preparing.title': Record<never, never>
  'opinion-report.preparing.text': Record<never, never>
  'opinion-report.short.title': Record<never, never>
  'opinion-report.short.commonSeveral': { count: number }
  'opinion-report.short.commonOne': { count: number }
  'opinion-report.short.groups': { count: number }
  'opinion-report.short.noGroups': Record<never, never>
  'opinion-report.short.tooFew': { minimum: string | number }
  'opinion-report.short.differ': { count: number }
  'opinion-report.short.notSample': Record<never, never>
  'opinion-report.common.title': Record<never, never>
  'opinion-report.common.intro': Record<never, never>
  'opinion-report.common.introOne': Record<never, never>
  'opinion-report.common.none': Record<never, never>
  'opinion-report.common.lowerAgree': { share: string | number }
  'opinion-report.common.lowerDisagree': { share: string | number }
  'opinion-report.common.lowerAgreeOne': { share: string | number }
  'opinion-report.common.lowerDisagreeOne': { share: string | number }
  'opinion-report.common.how': Record<never, never>
  'opinion-report.groups.title': Record<never, never>
  'opinion-report.groups.titleOne': Record<never, never>
  'opinion-report.groups.titleFew': Record<never, never>
  'opinion-report.groups.intro': Record<never, never>
  'opinion-report.groups.none': { permutations: number }
  'opinion-report.groups.noneUnstable': Record<never, never>
  'opinion-report.groups.noneUntested': Record<never, never>
  'opinion-report.groups.size': { people: number }
  'opinion-report.groups.unplaced': { people: string | number }
  'opinion-report.groups.firm': Record<never, never>
  'opinion-report.groups.tentative': Record<never, never>
  'opinion-report.groups.weak': Record<never, never>
  'opinion-report.groups.unmeasured': Record<never, never>
  'opinion-report.groups.firmText': { share: string | number }
  'opinion-report.groups.tentativeText': { share: string | number }
  'opinion-report.groups.weakText': { share: string | number }
  'opinion-report.groups.unmeasuredText': Record<never, never>
  'opinion-report.groups.agreeMore': Record<never, never>
  'opinion-report.groups.disagreeMore': Record<never, never>
  'opinion-report.groups.nOf': { count: string | number; total: string | number }
  'opinion-report.groups.nothing': Record<never, never>
  'opinion-report.groups.how': Record<never, never>
  'opinion-report.groups.agreeHere': { here: string | number; others: string | number }
  'opinion-report.groups.disagreeHere': { here: string | number; others: string | number }
  'opinion-report.groups.notYet': Record<never, never>
  'opinion-report.slate.title': Record<never, never>
  'opinion-report.slate.intro': { count: number; share: string | number }
  'opinion-report.slate.promise': { units: string | number }
  'opinion-report.slate.broken': Record<never, never>
  'opinion-report.slate.how': { count: string | number }
  'opinion-report.map.title': Record<never, never>
  'opinion-report.map.finding': { groups: number }
  'opinion-report.map.findingOne': Record<never, never>
  'opinion-report.map.intro': Record<never, never>
  'opinion-report.map.legendSize': Record<never, never>
  'opinion-report.map.unplaced': Record<never, never>
  'opinion-report.map.left': Record<never, never>
  'opinion-report.map.right': Record<never, never>
  'opinion-report.map.bottom': Record<never, never>
  'opinion-report.map.top': Record<never, never>
  'opinion-report.map.table': Record<never, never>
  'opinion-report.map.where': Record<never, never>
  'opinion-report.map.place.tl': Record<never, never>
  'opinion-report.map.place.tc': Record<never, never>
  'opinion-report.map.place.tr': Record<never, never>
  'opinion-report.map.place.ml': Record<never, never>
  'opinion-report.map.place.mc': Record<never, never>
  'opinion-report.map.place.mr': Record<never, never>
  'opinion-report.map.place.bl': Record<never, never>
  'opinion-report.map.place.bc': Record<never, never>
  'opinion-report.map.place.br': Record<never, never>
  'opinion-report.map.people': Record<never, never>
  'opinion-report.map.how': { share: string | number }
  'opinion-report.differ.title': Record<never, never>
  'opinion-report.differ.intro': Record<never, never>
  'opinion-report.differ.introOne': Record<never, never>
  'opinion-report.differ.none': Record<never, never>
  'opinion-report.differ.how': Record<never, never>
  'opinion-report.unsure.title': Record<never, never>
  'opinion-report.unsure.intro': Record<never, never>
  'opinion-report.unsure.item': { share: string | number }
  'opinion-report.across.title': Record<never, never>
  'opinion-report.across.intro': Record<never, never>
  'opinion-report.across.finding': { count: number; total: number }
  'opinion-report.across.language': Record<never, never>
  'opinion-report.across.table': { question: string | number }
  'opinion-report.across.moreThan': { share: string | number }
  'opinion-report.across.lessThan': { share: string | number }
  'opinion-report.across.withheld': Record<never, never>
  'opinion-report.across.how': { minimum: string | number }
  'opinion-report.who.title': Record<never, never>
  'opinion-report.who.intro': Record<never, never>
  'opinion-report.who.unanswered': Record<never, never>
  'opinion-report.who.none': Record<never, never>
  'opinion-report.who.compare': Record<never, never>
  'opinion-report.who.answer': Record<never, never>
  'opinion-report.who.protects': Record<never, never>
  'opinion-report.who.how': { minimum: string | number }
  'opinion-report.all.title': Record<never, never>
  'opinion-report.all.intro': Record<never, never>
  'opinion-report.all.csv': Record<never, never>
  'opinion-report.all.text': Record<never, never>
  'opinion-report.all.byGroup': Record<never, never>
  'opinion-report.all.even': { share: string | number }
  'opinion-report.method.title': Record<never, never>
  'opinion-report.method.nullPassed': { p: string | number; permutations: number; significant: number }
  'opinion-report.method.nullFailed': { p: string | number; permutations: number }
  'opinion-report.method.firm': Record<never, never>
  'opinion-report.method.missing': Record<never, never>
  'opinion-report.method.meta': Record<never, never>
  'opinion-report.method.moderation': Record<never, never>
  'opinion-report.method.compat': Record<never, never>
  'opinion-report.method.sources': Record<never, never>
  'opinion-report.method.even': Record<never, never>
  'opinion-report.early.title': Record<never, never>
  'opinion-report.early.afterVoting': { count: number }
  'opinion-report.early.whenClosed': Record<never, never>
  'opinion-report.early.notOpen': Record<never, never>
  'opinion-report.early.vote': Record<never, never>
  'opinion-report.none.title': Record<never, never>
  'opinion-report.none.why': Record<never, never>
  'opinion-report.work.title': Record<never, never>
  'opinion-report.work.lead': Record<never, never>
  'opinion-report.work.public': Record<never, never>
  'opinion-report.work.seenNow': Record<never, never>
  'opinion-report.work.seenAfterVoting': Record<never, never>
  'opinion-report.work.seenClosed': Record<never, never>
  'opinion-report.work.export': Record<never, never>
  'opinion-report.work.check': Record<never, never>
  'opinion-report.work.counted': Record<never, never>
  'opinion-report.work.took': Record<never, never>
  'opinion-report.work.seconds': { seconds: string | number }
  'opinion-report.work.votes': Record<never, never>
  'opinion-report.work.state': Record<never, never>
  'opinion-report.work.stateProvisional': Record<never, never>
  'opinion-report.work.stateFull': Record<never, never>
  'opinion-report.work.moderation': Record<never, never>
  'opinion-report.work.moderationIntro': Record<never, never>
  'opinion-report.work.states.shown': Record<never, never>
  'opinion-report.work.states.waiting': Record<never, never>
  'opinion-report.work.states.rejected': Record<never, never>
  'opinion-report.work.states.withdrawn': Record<never, never>
  'opinion-report.work.states.meta': Record<never, never>
  'opinion-report.work.byAgency': Record<never, never>
  'opinion-report.work.byVoters': Record<never, never>
  'opinion-report.work.byImport': Record<never, never>
  'opinion-report.work.lost': { votes: number }
  'opinion-report.work.manipulation': Record<never, never>
  'opinion-report.work.manipulationIntro': Record<never, never>
  'opinion-report.work.fewest': { count: number }
  'opinion-report.work.many': Record<never, never>
  'opinion-report.work.twins': { count: number; people: number }
  'opinion-report.work.twinsChange': { count: number }
  'opinion-report.work.manipulationLater': Record<never, never>
  'opinion-report.work.statement': Record<never, never>
  'opinion-report.work.needed': Record<never, never>
  'opinion-report.file.made': Record<never, never>
  'opinion-report.csv.number': Record<never, never>
  'opinion-report.csv.text': Record<never, never>
  'opinion-report.csv.language': Record<never, never>
  'opinion-report.csv.origin': Record<never, never>
  'opinion-report.csv.votes': Record<never, never>
  'opinion-report.csv.agree': Record<never, never>
  'opinion-report.csv.disagree': Record<never, never>
  'opinion-report.csv.pass': Record<never, never>
  'opinion-report.csv.groupAgree': { letter: string | number }
  'opinion-report.csv.groupDisagree': { letter: string | number }
  'opinion-report.csv.groupPass': { letter: string | number }
  'opinion-report.csv.common': Record<never, never>
  'opinion-report.csv.lower': Record<never, never>
  'opinion-report.csv.even': Record<never, never>
  'opinion-thread.title': Record<never, never>
  'opinion-thread.none': Record<never, never>
  'opinion-thread.toConversations': Record<never, never>
  'opinion-thread.number': { number: string | number }
  'opinion-thread.agree': Record<never, never>
  'opinion-thread.disagree': Record<never, never>
  'opinion-thread.pass': Record<never, never>
  'opinion-thread.tooFew': Record<never, never>
  'opinion-thread.notYet': Record<never, never>
  'opinion-thread.toReport': Record<never, never>
  'opinion-thread.toConversation': Record<never, never>
  'opinion-thread.change': Record<never, never>
  'opinion-thread.origin.agency': Record<never, never>
  'opinion-thread.origin.voter': Record<never, never>
  'opinion-thread.origin.import': Record<never, never>
  'opinion-thread.commonGround.agree': Record<never, never>
  'opinion-thread.commonGround.disagree': Record<never, never>
  'opinion-thread.ofOneMind.agree': Record<never, never>
  'opinion-thread.ofOneMind.disagree': Record<never, never>
  'opinion-thread.take.title': Record<never, never>
  'opinion-thread.take.lead': Record<never, never>
  'opinion-thread.take.already': Record<never, never>
  'opinion-thread.take.frozen': Record<never, never>
  'opinion-thread.take.drop': Record<never, never>
  'opinion-thread.take.into': Record<never, never>
  'opinion-thread.take.theme': Record<never, never>
  'opinion-thread.take.themeHint': Record<never, never>
  'opinion-thread.take.isPublic': Record<never, never>
  'opinion-thread.take.note': Record<never, never>
  'opinion-thread.take.noteHint': { most: string | number }
  'opinion-thread.take.yes': Record<never, never>
  'opinion-thread.take.back': Record<never, never>
  'opinion-thread.take.noneFits': Record<never, never>
  'opinion-thread.take.noThemes': Record<never, never>
  'opinion-thread.take.inAll': Record<never, never>
  'opinion-thread.take.beginWhy': Record<never, never>
  'opinion-thread.take.begin': Record<never, never>
  'opinion-thread.take.notShown': Record<never, never>
  'opinion-thread.common.title': Record<never, never>
  'opinion-thread.common.text': Record<never, never>
  'opinion-thread.common.in': Record<never, never>
  'opinion-thread.common.take': Record<never, never>
  'opinion-thread.common.others': Record<never, never>
  'opinion-thread.fault.theme': Record<never, never>
  'opinion-thread.fault.note': { most: string | number }
  'opinion-thread.way.title': Record<never, never>
  'opinion-thread.way.lead': Record<never, never>
  'opinion-thread.way.nothing': Record<never, never>
  'opinion-thread.way.voted': { vote: string | number }
  'opinion-thread.way.votes.agree': Record<never, never>
  'opinion-thread.way.votes.disagree': Record<never, never>
  'opinion-thread.way.votes.pass': Record<never, never>
  'opinion-thread.way.wrote': Record<never, never>
  'opinion-thread.way.toldBy.mail': Record<never, never>
  'opinion-thread.way.toldBy.sms': Record<never, never>
  'opinion-thread.way.toldBy.code': Record<never, never>
  'opinion-thread.mail.subject': { agency: string | number }
  'opinion-thread.mail.followUpSubject': { agency: string | number }
  'opinion-thread.mail.intro': { agency: string | number; count: number; question: string | number }
  'opinion-thread.mail.votedOn': { statement: string | number }
  'opinion-thread.mail.more': { count: number }
  'opinion-thread.mail.open': Record<never, never>
  'opinion-thread.mail.yours': { question: string | number }
  'opinion-thread.mail.footer': { agency: string | number }
  'opinion-thread.sms.one': { agency: string | number; outcome: string | number; theme: string | number; url: string | number }
  'opinion-thread.sms.several': { agency: string | number; count: number; url: string | number }
  'opinion-thread.told.mail': { count: number }
  'opinion-thread.told.sms': { count: number }
  'opinion-thread.told.code': { count: number }
  'opinion-thread.reaches': { count: number }
  'people.signIn.title': Record<never, never>
  'people.signIn.lead': Record<never, never>
  'people.signIn.confirmTitle': Record<never, never>
  'people.signIn.confirmLead': Record<never, never>
  'people.signIn.address': Record<never, never>
  'people.signIn.addressHint': { minutes: number }
  'people.signIn.send': Record<never, never>
  'people.signIn.providers': Record<never, never>
  'people.signIn.with': { provider: string | number }
  'people.signIn.withAt': { agency: string | number; provider: string | number }
  'people.signIn.providerProblem.title': Record<never, never>
  'people.signIn.providerProblem.failed': Record<never, never>
  'people.signIn.providerProblem.unknown': Record<never, never>
  'people.signIn.providerProblem.unverified': Record<never, never>
  'people.signIn.providerProblem.outside': Record<never, never>
  'people.signIn.providerProblem.reach': Record<never, never>
  'people.signIn.providerProblem.expired': Record<never, never>
  'people.code.title': Record<never, never>
  'people.code.lead': { minutes: number }
  'people.code.sentTo': Record<never, never>
  'people.code.label': Record<never, never>
  'people.code.hint': Record<never, never>
  'people.code.signIn': Record<never, never>
  'people.code.notArrived': Record<never, never>
  'people.code.again': Record<never, never>
  'people.code.askHere': Record<never, never>
  'people.code.otherBrowserTitle': Record<never, never>
  'people.code.otherBrowser': Record<never, never>
  'people.code.missing': Record<never, never>
  'people.code.long': Record<never, never>
  'people.code.wrong': { count: number }
  'people.code.overTitle': Record<never, never>
  'people.code.over': Record<never, never>
  'people.noMail.title': Record<never, never>
  'people.noMail.text': Record<never, never>
  'people.noMail.sampleAddress': Record<never, never>
  'people.tooMany.title': Record<never, never>
  'people.tooMany.text': { minutes: number }
  'people.tooMany.back': Record<never, never>
  'people.faults.address': Record<never, never>
  'people.faults.name': Record<never, never>
  'people.faults.nameLong': Record<never, never>
  'people.faults.language': Record<never, never>
  'people.passkeys.title': Record<never, never>
  'people.passkeys.text': Record<never, never>
  'people.passkeys.signInTitle': Record<never, never>
  'people.passkeys.signInText': Record<never, never>
  'people.passkeys.signIn': Record<never, never>
  'people.passkeys.name': Record<never, never>
  'people.passkeys.added': Record<never, never>
  'people.passkeys.last': Record<never, never>
  'people.passkeys.never': Record<never, never>
  'people.passkeys.remove': Record<never, never>
  'people.passkeys.removeOf': { name: string | number }
  'people.passkeys.add': Record<never, never>
  'people.passkeys.nameField': Record<never, never>
  'people.passkeys.nameHint': Record<never, never>
  'people.passkeys.unnamed': Record<never, never>
  'people.passkeys.needsScript': Record<never, never>
  'people.passkeys.problemTitle': Record<never, never>
  'people.passkeys.problem': Record<never, never>
  'people.sessions.title': Record<never, never>
  'people.sessions.text': Record<never, never>
  'people.sessions.device': Record<never, never>
  'people.sessions.unknownDevice': Record<never, never>
  'people.sessions.method': Record<never, never>
  'people.sessions.methods.code': Record<never, never>
  'people.sessions.methods.passkey': Record<never, never>
  'people.sessions.methods.provider': Record<never, never>
  'people.sessions.methods.set-up': Record<never, never>
  'people.sessions.methods.example': Record<never, never>
  'people.sessions.last': Record<never, never>
  'people.sessions.act': Record<never, never>
  'people.sessions.here': Record<never, never>
  'people.sessions.end': Record<never, never>
  'people.sessions.endOf': { device: string | number }
  'people.account.title': Record<never, never>
  'people.account.address': Record<never, never>
  'people.account.roles': Record<never, never>
  'people.account.noRoles': Record<never, never>
  'people.account.operator': Record<never, never>
  'people.account.you': Record<never, never>
  'people.account.name': Record<never, never>
  'people.account.language': Record<never, never>
  'people.account.languageHint': Record<never, never>
  'people.account.save': Record<never, never>
  'people.account.data': Record<never, never>
  'people.account.dataText': Record<never, never>
  'people.account.download': Record<never, never>
  'people.account.erase': Record<never, never>
  'people.account.news.saved': Record<never, never>
  'people.account.news.passkey-kept': Record<never, never>
  'people.account.news.passkey-known': Record<never, never>
  'people.account.news.passkey-problem': Record<never, never>
  'people.account.news.session-ended': Record<never, never>
  'people.erase.title': Record<never, never>
  'people.erase.lead': Record<never, never>
  'people.erase.goes': Record<never, never>
  'people.erase.stays': Record<never, never>
  'people.erase.forGood': Record<never, never>
  'people.erase.neededTitle': Record<never, never>
  'people.erase.operator': Record<never, never>
  'people.erase.administrator': { agency: string | number }
  'people.erase.sure': Record<never, never>
  'people.erase.sureMissing': Record<never, never>
  'people.erase.erase': Record<never, never>
  'people.erase.keep': Record<never, never>
  'people.erase.doneTitle': Record<never, never>
  'people.erase.done': Record<never, never>
  'people.members.title': Record<never, never>
  'people.members.lead': { agency: string | number }
  'people.members.table': { agency: string | number }
  'people.members.name': Record<never, never>
  'people.members.address': Record<never, never>
  'people.members.role': Record<never, never>
  'people.members.since': Record<never, never>
  'people.members.end': Record<never, never>
  'people.members.endOf': { name: string | number; role: string | number }
  'people.members.add': Record<never, never>
  'people.members.addHint': Record<never, never>
  'people.members.give': Record<never, never>
  'people.members.roleMissing': Record<never, never>
  'people.members.confirmText': Record<never, never>
  'people.members.confirm': Record<never, never>
  'people.members.news.given': Record<never, never>
  'people.members.news.held-already': Record<never, never>
  'people.members.news.ended': Record<never, never>
  'people.members.lastTitle': Record<never, never>
  'people.members.last': Record<never, never>
  'people.audit.title': Record<never, never>
  'people.audit.lead': Record<never, never>
  'people.audit.when': Record<never, never>
  'people.audit.who': Record<never, never>
  'people.audit.what': Record<never, never>
  'people.audit.nobody': Record<never, never>
  'people.audit.erasedPerson': Record<never, never>
  'people.audit.none': Record<never, never>
  'people.audit.noneWhy': Record<never, never>
  'people.audit.verify': Record<never, never>
  'people.audit.holds': Record<never, never>
  'people.audit.holdsText': { count: number }
  'people.audit.broken': Record<never, never>
  'people.audit.brokenText': Record<never, never>
  'people.audit.fault.changed': { lane: number; position: number }
  'people.audit.fault.missing': { lane: number; position: number }
  'people.audit.fault.cut-off': { lane: number; position: number }
  'people.audit.acts.accountErased': Record<never, never>
  'people.audit.acts.agencyAdded': Record<never, never>
  'people.audit.acts.agencyChanged': Record<never, never>
  'people.audit.acts.agencySetUp': Record<never, never>
  'people.audit.acts.commentReceived': Record<never, never>
  'people.audit.acts.commentCorrected': Record<never, never>
  'people.audit.acts.commentWithdrawn': Record<never, never>
  'people.audit.acts.commentErased': Record<never, never>
  'people.audit.acts.messageRetried': Record<never, never>
  'people.audit.acts.roleGiven': Record<never, never>
  'people.audit.acts.roleEnded': Record<never, never>
  'people.audit.acts.accountTied': Record<never, never>
  'people.audit.acts.providerAdded': Record<never, never>
  'people.audit.acts.providerRemoved': Record<never, never>
  'people.audit.acts.commentAnswered': Record<never, never>
  'people.audit.acts.commentApproved': Record<never, never>
  'people.audit.acts.commentHeld': Record<never, never>
  'people.audit.acts.commentReleased': Record<never, never>
  'people.audit.acts.commentMarkedAsSpam': Record<never, never>
  'people.audit.acts.commentTranslated': Record<never, never>
  'people.audit.acts.commentRedacted': Record<never, never>
  'people.audit.acts.commentMoved': Record<never, never>
  'people.audit.acts.commentMarkedAsNearDuplicate': Record<never, never>
  'people.audit.acts.commentNoLongerANearDuplicate': Record<never, never>
  'people.audit.acts.commentMarkedAsNotAnswered': Record<never, never>
  'people.audit.acts.commentsImported': Record<never, never>
  'people.audit.acts.importFileUploaded': Record<never, never>
  'people.audit.acts.importUndone': Record<never, never>
  'people.audit.acts.paperKeyedInOnce': Record<never, never>
  'people.audit.acts.firstKeyingDropped': Record<never, never>
  'people.audit.acts.machineTranslationAskedFor': Record<never, never>
  'people.audit.acts.questionAdded': Record<never, never>
  'people.audit.acts.questionChanged': Record<never, never>
  'people.audit.acts.questionRemoved': Record<never, never>
  'people.audit.acts.questionMoved': Record<never, never>
  'people.audit.acts.aboutQuestionAdded': Record<never, never>
  'people.audit.acts.aboutQuestionChanged': Record<never, never>
  'people.audit.acts.aboutQuestionRemoved': Record<never, never>
  'people.audit.acts.aboutQuestionMoved': Record<never, never>
  'people.audit.acts.createEngagement': Record<never, never>
  'people.audit.acts.saveEngagement': Record<never, never>
  'people.audit.acts.changeStatus': Record<never, never>
  'people.audit.acts.saveTimelineEntry': Record<never, never>
  'people.audit.acts.startFollowing': Record<never, never>
  'people.audit.acts.stopFollowing': Record<never, never>
  'people.audit.acts.addedACode': Record<never, never>
  'people.audit.acts.settledACode': Record<never, never>
  'people.audit.acts.beganATheme': Record<never, never>
  'people.audit.acts.choseAQuote': Record<never, never>
  'people.audit.acts.tookAQuoteAway': Record<never, never>
  'people.audit.acts.tookAStatementIntoATheme': Record<never, never>
  'people.audit.acts.tookAStatementOutOfATheme': Record<never, never>
  'people.audit.acts.beganADecision': Record<never, never>
  'people.audit.acts.answeredATheme': Record<never, never>
  'people.audit.acts.publishedADecision': Record<never, never>
  'people.audit.acts.followedUpADecision': Record<never, never>
  'people.audit.acts.tokenMade': Record<never, never>
  'people.audit.acts.tokenRevoked': Record<never, never>
  'people.audit.acts.webhookMade': Record<never, never>
  'people.audit.acts.webhookSwitchedOff': Record<never, never>
  'people.audit.acts.loadedTheExampleDistrict': Record<never, never>
  'people.audit.acts.agencyExported': Record<never, never>
  'people.audit.acts.commentsExported': Record<never, never>
  'people.audit.acts.holdPlaced': Record<never, never>
  'people.audit.acts.holdLifted': Record<never, never>
  'people.audit.acts.retentionChanged': Record<never, never>
  'people.audit.acts.retentionApplied': Record<never, never>
  'people.audit.acts.retentionNoticeGiven': Record<never, never>
  'people.audit.acts.recordsRequestOpened': Record<never, never>
  'people.audit.acts.recordsLeftOut': Record<never, never>
  'people.audit.acts.recordsPutBack': Record<never, never>
  'people.audit.acts.recordsReleased': Record<never, never>
  'people.audit.acts.webhookSwitchedOn': Record<never, never>
  'people.audit.acts.textsStopped': Record<never, never>
  'people.audit.acts.conversationBegun': Record<never, never>
  'people.audit.acts.conversationChanged': Record<never, never>
  'people.audit.acts.conversationOpened': Record<never, never>
  'people.audit.acts.conversationClosed': Record<never, never>
  'people.audit.acts.closingReportFixed': Record<never, never>
  'people.audit.acts.conversationImported': Record<never, never>
  'people.audit.acts.conversationExported': Record<never, never>
  'people.audit.acts.statementsWritten': Record<never, never>
  'people.audit.acts.statementRewritten': Record<never, never>
  'people.audit.acts.statementApproved': Record<never, never>
  'people.audit.acts.statementRejected': Record<never, never>
  'people.audit.acts.statementModerationUndone': Record<never, never>
  'people.audit.acts.statementMarkedAsAboutPeople': Record<never, never>
  'people.audit.acts.statementNoLongerAboutPeople': Record<never, never>
  'people.audit.acts.votesCast': Record<never, never>
  'people.audit.acts.statementReceived': Record<never, never>
  'people.audit.acts.statementWithdrawn': Record<never, never>
  'people.audit.acts.voterDescribed': Record<never, never>
  'people.audit.acts.voterAsksToBeTold': Record<never, never>
  'people.audit.acts.voterAsksForNoNews': Record<never, never>
  'people.audit.acts.voterLeft': Record<never, never>
  'people.providers.title': Record<never, never>
  'people.providers.lead': Record<never, never>
  'people.providers.none': Record<never, never>
  'people.providers.noneWhy': Record<never, never>
  'people.providers.name': Record<never, never>
  'people.providers.issuer': Record<never, never>
  'people.providers.domain': Record<never, never>
  'people.providers.anyDomain': Record<never, never>
  'people.providers.since': Record<never, never>
  'people.providers.remove': Record<never, never>
  'people.providers.removeOf': { name: string | number }
  'people.providers.add': Record<never, never>
  'people.providers.returnAddress': Record<never, never>
  'people.providers.preset': Record<never, never>
  'people.providers.presetMissing': Record<never, never>
  'people.providers.own': Record<never, never>
  'people.providers.presetHint.google': Record<never, never>
  'people.providers.presetHint.microsoft-entra': Record<never, never>
  'people.providers.presetHint.clever': Record<never, never>
  'people.providers.presetHint.classlink': Record<never, never>
  'people.providers.presetHint.own': Record<never, never>
  'people.providers.nameField': Record<never, never>
  'people.providers.nameHint': Record<never, never>
  'people.providers.issuerHint': Record<never, never>
  'people.providers.issuerWrong': Record<never, never>
  'people.providers.tenantWrong': Record<never, never>
  'people.providers.clientId': Record<never, never>
  'people.providers.clientIdMissing': Record<never, never>
  'people.providers.clientSecret': Record<never, never>
  'people.providers.secretHint': Record<never, never>
  'people.providers.secretLong': Record<never, never>
  'people.providers.domainHint': Record<never, never>
  'people.providers.domainMissing': Record<never, never>
  'people.providers.domainWrong': Record<never, never>
  'people.providers.save': Record<never, never>
  'people.providers.news.added': Record<never, never>
  'people.providers.news.removed': Record<never, never>
  'people.setUp.title': Record<never, never>
  'people.setUp.lead': Record<never, never>
  'people.setUp.own': Record<never, never>
  'people.setUp.ownText': Record<never, never>
  'people.setUp.code': Record<never, never>
  'people.setUp.codeHint': Record<never, never>
  'people.setUp.codeMissing': Record<never, never>
  'people.setUp.codeWrong': Record<never, never>
  'people.setUp.agency': Record<never, never>
  'people.setUp.agencyName': Record<never, never>
  'people.setUp.agencyNameMissing': Record<never, never>
  'people.setUp.agencyNameTaken': Record<never, never>
  'people.setUp.kind': Record<never, never>
  'people.setUp.kindMissing': Record<never, never>
  'people.setUp.languages': Record<never, never>
  'people.setUp.languagesHint': Record<never, never>
  'people.setUp.languagesMissing': Record<never, never>
  'people.setUp.timeZone': Record<never, never>
  'people.setUp.timeZoneMissing': Record<never, never>
  'people.setUp.you': Record<never, never>
  'people.setUp.youHint': Record<never, never>
  'people.setUp.yourName': Record<never, never>
  'people.setUp.yourAddress': Record<never, never>
  'people.setUp.start': Record<never, never>
  'people.setUp.example': Record<never, never>
  'people.setUp.exampleText': Record<never, never>
  'people.setUp.explore': Record<never, never>
  'people.setUp.doneTitle': Record<never, never>
  'people.setUp.done': Record<never, never>
  'people.setUp.waitingTitle': Record<never, never>
  'people.setUp.waiting': Record<never, never>
  'people.setUp.look': Record<never, never>
  'people.setUp.failed': Record<never, never>
  'people.mail.code.subject': Record<never, never>
  'people.mail.code.text': { name: string | number }
  'people.mail.code.rules': { minutes: number }
  'people.mail.code.link': Record<never, never>
  'people.mail.code.notYou': Record<never, never>
  'people.mail.unknown.subject': Record<never, never>
  'people.mail.unknown.text': Record<never, never>
  'people.mail.unknown.public': Record<never, never>
  'people.mail.unknown.staff': Record<never, never>
  'people.mail.unknown.notYou': Record<never, never>
  'people.mail.role.subject': { agency: string | number }
  'people.mail.role.text': { agency: string | number; name: string | number; role: string | number }
  'people.mail.role.how': Record<never, never>
  'people.mail.role.link': Record<never, never>
  'people.mail.role.mistake': Record<never, never>
  'records.title': Record<never, never>
  'records.lead': Record<never, never>
  'records.kind.contact-addresses': Record<never, never>
  'records.kind.about-you': Record<never, never>
  'records.kind.comments': Record<never, never>
  'records.kind.messages': Record<never, never>
  'records.kind.drafts': Record<never, never>
  'records.kind.audit': Record<never, never>
  'records.kindText.contact-addresses': Record<never, never>
  'records.kindText.about-you': Record<never, never>
  'records.kindText.comments': Record<never, never>
  'records.kindText.messages': Record<never, never>
  'records.kindText.drafts': Record<never, never>
  'records.kindText.audit': Record<never, never>
  'records.retention.title': Record<never, never>
  'records.retention.lead': { days: string | number }
  'records.retention.schedule': Record<never, never>
  'records.retention.scheduleText': Record<never, never>
  'records.retention.days': Record<never, never>
  'records.retention.daysHint': Record<never, never>
  'records.retention.basis': Record<never, never>
  'records.retention.save': Record<never, never>
  'records.retention.news.saved': Record<never, never>
  'records.retention.news.held': Record<never, never>
  'records.retention.news.lifted': Record<never, never>
  'records.holds.title': Record<never, never>
  'records.holds.lead': Record<never, never>
  'records.holds.none': Record<never, never>
  'records.holds.covers': Record<never, never>
  'records.holds.everything': Record<never, never>
  'records.holds.reason': Record<never, never>
  'records.holds.reasonHint': Record<never, never>
  'records.holds.placed': Record<never, never>
  'records.holds.state': Record<never, never>
  'records.holds.standing': Record<never, never>
  'records.holds.lifted': Record<never, never>
  'records.holds.lift': Record<never, never>
  'records.holds.liftOf': { what: string | number }
  'records.holds.place': Record<never, never>
  'records.notice.subject': { day: string | number; records: string | number }
  'records.notice.engagement': { agency: string | number; count: number; day: string | number; days: number; engagement: string | number; records: string | number }
  'records.notice.running': { agency: string | number; day: string | number; days: number; records: string | number }
  'records.notice.how': Record<never, never>
  'records.notice.open': Record<never, never>
  'records.notice.why': { agency: string | number }
  'records.exports.title': Record<never, never>
  'records.exports.lead': Record<never, never>
  'records.exports.csv': Record<never, never>
  'records.exports.xlsx': Record<never, never>
  'records.exports.decisions': Record<never, never>
  'records.exports.all': Record<never, never>
  'records.requests.title': Record<never, never>
  'records.requests.lead': Record<never, never>
  'records.requests.none': Record<never, never>
  'records.requests.noneWhy': Record<never, never>
  'records.requests.askedBy': Record<never, never>
  'records.requests.askedByHint': Record<never, never>
  'records.requests.days': Record<never, never>
  'records.requests.opened': Record<never, never>
  'records.requests.state': Record<never, never>
  'records.requests.from': Record<never, never>
  'records.requests.to': Record<never, never>
  'records.requests.note': Record<never, never>
  'records.requests.open': Record<never, never>
  'records.requests.openButton': Record<never, never>
  'records.requests.isOpen': Record<never, never>
  'records.requests.released': Record<never, never>
  'records.request.title': { name: string | number }
  'records.request.lead': Record<never, never>
  'records.request.news.opened': Record<never, never>
  'records.request.news.left-out': Record<never, never>
  'records.request.news.put-back': Record<never, never>
  'records.request.comments': Record<never, never>
  'records.request.count': { count: number }
  'records.request.leftOut': Record<never, never>
  'records.request.stretches': { count: number }
  'records.request.movedTitle': Record<never, never>
  'records.request.moved': { count: number }
  'records.request.lookAgain': Record<never, never>
  'records.request.lookAgainText': Record<never, never>
  'records.request.startAnew': Record<never, never>
  'records.request.putBackAll': { number: string | number; question: string | number }
  'records.request.release': Record<never, never>
  'records.request.releaseText': Record<never, never>
  'records.request.releaseButton': Record<never, never>
  'records.request.read': Record<never, never>
  'records.request.none': Record<never, never>
  'records.request.noneWhy': Record<never, never>
  'records.request.comment': { number: string | number }
  'records.request.noAnswers': Record<never, never>
  'records.request.putBack': Record<never, never>
  'records.request.putBackOf': { what: string | number }
  'records.request.leaveOutOf': { number: string | number; question: string | number }
  'records.request.suggestions': Record<never, never>
  'records.request.suggestionsHint': Record<never, never>
  'records.request.words': Record<never, never>
  'records.request.wordsHint': Record<never, never>
  'records.request.whole': Record<never, never>
  'records.request.choiceWhole': Record<never, never>
  'records.request.reason': Record<never, never>
  'records.request.ground': Record<never, never>
  'records.request.groundHint': Record<never, never>
  'records.request.leaveOut': Record<never, never>
  'records.reason.student': Record<never, never>
  'records.reason.privacy': Record<never, never>
  'records.reason.health': Record<never, never>
  'records.reason.personnel': Record<never, never>
  'records.reason.safety': Record<never, never>
  'records.reason.legal-advice': Record<never, never>
  'records.reason.other': Record<never, never>
  'records.part.whole': Record<never, never>
  'records.part.some': Record<never, never>
  'records.column.number': Record<never, never>
  'records.column.comment': Record<never, never>
  'records.column.received_on': Record<never, never>
  'records.column.channel': Record<never, never>
  'records.column.language': Record<never, never>
  'records.column.state': Record<never, never>
  'records.column.question': Record<never, never>
  'records.column.question_text': Record<never, never>
  'records.column.answer': Record<never, never>
  'records.column.part': Record<never, never>
  'records.column.reason': Record<never, never>
  'records.column.ground': Record<never, never>
  'records.column.made_on': Record<never, never>
  'records.readme.title': { agency: string | number; engagement: string | number }
  'records.readme.askedBy': { name: string | number }
  'records.readme.days': { from: string | number; to: string | number }
  'records.readme.made': { when: string | number }
  'records.readme.comments': { answers: number; comments: number }
  'records.readme.leftOut': { count: number }
  'records.readme.moderated': Record<never, never>
  'records.readme.never': Record<never, never>
  'records.readme.check': Record<never, never>
  'records.export.title': Record<never, never>
  'records.export.lead': { agency: string | number }
  'records.export.inside': Record<never, never>
  'records.export.tables': Record<never, never>
  'records.export.dictionary': Record<never, never>
  'records.export.files': Record<never, never>
  'records.export.readme': Record<never, never>
  'records.export.without': Record<never, never>
  'records.export.carefulTitle': Record<never, never>
  'records.export.careful': Record<never, never>
  'records.export.confirmText': Record<never, never>
  'records.export.confirm': Record<never, never>
  'records.export.take': Record<never, never>
  'records.export.askAdministrator': Record<never, never>
  'records.export.tooManyTitle': Record<never, never>
  'records.export.tooMany': { minutes: number }
  'records.faults.days': Record<never, never>
  'records.faults.basis': Record<never, never>
  'records.faults.covers': Record<never, never>
  'records.faults.holdReason': Record<never, never>
  'records.faults.holdReasonLong': Record<never, never>
  'records.faults.askedBy': Record<never, never>
  'records.faults.askedByLong': Record<never, never>
  'records.faults.fromDay': Record<never, never>
  'records.faults.toDay': Record<never, never>
  'records.faults.order': Record<never, never>
  'records.faults.note': Record<never, never>
  'records.faults.nothing': Record<never, never>
  'records.faults.wordsNotThere': Record<never, never>
  'records.faults.changed': Record<never, never>
  'records.faults.reason': Record<never, never>
  'records.faults.ground': Record<never, never>
  'themes.minority': Record<never, never>
  'themes.stance.for': Record<never, never>
  'themes.stance.against': Record<never, never>
  'themes.stance.neutral': Record<never, never>
  'themes.voices.for': Record<never, never>
  'themes.voices.against': Record<never, never>
  'themes.voices.neutral': Record<never, never>
  'themes.written.machine': Record<never, never>
  'themes.written.stale': Record<never, never>
  'themes.written.label': { label: string | number; language: string | number }
  'themes.codebook.title': Record<never, never>
  'themes.codebook.lead': Record<never, never>
  'themes.codebook.toCoding': Record<never, never>
  'themes.codebook.empty': Record<never, never>
  'themes.codebook.emptyWhy': Record<never, never>
  'themes.codebook.inUse': Record<never, never>
  'themes.codebook.retired': { count: number }
  'themes.codebook.retiredCaption': Record<never, never>
  'themes.codebook.add': Record<never, never>
  'themes.codebook.addIt': Record<never, never>
  'themes.code.name': Record<never, never>
  'themes.code.nameHint': Record<never, never>
  'themes.code.definition': Record<never, never>
  'themes.code.definitionHint': Record<never, never>
  'themes.code.example': Record<never, never>
  'themes.code.exampleHint': Record<never, never>
  'themes.code.exclusion': Record<never, never>
  'themes.code.exclusionHint': Record<never, never>
  'themes.code.uses': Record<never, never>
  'themes.code.used': { count: number }
  'themes.code.note': Record<never, never>
  'themes.code.noteHint': Record<never, never>
  'themes.code.save': Record<never, never>
  'themes.code.retire': Record<never, never>
  'themes.code.retireText': Record<never, never>
  'themes.code.useAgain': Record<never, never>
  'themes.code.useAgainText': Record<never, never>
  'themes.code.isRetired': Record<never, never>
  'themes.code.history': Record<never, never>
  'themes.code.noHistory': Record<never, never>
  'themes.code.noted': { note: string | number }
  'themes.coding.title': Record<never, never>
  'themes.coding.lead': Record<never, never>
  'themes.coding.noCodes': Record<never, never>
  'themes.coding.noCodesWhy': Record<never, never>
  'themes.coding.noComments': Record<never, never>
  'themes.coding.noCommentsWhy': Record<never, never>
  'themes.coding.progress': Record<never, never>
  'themes.coding.twice': { count: number }
  'themes.coding.changed': { count: number }
  'themes.coding.readChanged': Record<never, never>
  'themes.coding.goOn': Record<never, never>
  'themes.coding.first': { count: number }
  'themes.coding.second': { count: number }
  'themes.coding.allRead': Record<never, never>
  'themes.coding.blind': Record<never, never>
  'themes.coding.coders': Record<never, never>
  'themes.coding.coder': Record<never, never>
  'themes.coding.read': Record<never, never>
  'themes.coding.given': Record<never, never>
  'themes.coding.nobody': Record<never, never>
  'themes.coding.more': Record<never, never>
  'themes.bench.title': Record<never, never>
  'themes.bench.left': { count: number }
  'themes.bench.comment': Record<never, never>
  'themes.bench.codes': Record<never, never>
  'themes.bench.codesHint': Record<never, never>
  'themes.bench.keysOn': Record<never, never>
  'themes.bench.keysOff': Record<never, never>
  'themes.bench.quoted': Record<never, never>
  'themes.bench.without': { exclusion: string | number }
  'themes.bench.stanceOf': { code: string | number }
  'themes.bench.quote': Record<never, never>
  'themes.bench.memo': Record<never, never>
  'themes.bench.memoHint': Record<never, never>
  'themes.bench.save': Record<never, never>
  'themes.bench.skip': Record<never, never>
  'themes.bench.next': Record<never, never>
  'themes.bench.changed': Record<never, never>
  'themes.bench.changedText': Record<never, never>
  'themes.bench.closed': Record<never, never>
  'themes.bench.closedText': Record<never, never>
  'themes.bench.translation.machine': Record<never, never>
  'themes.bench.translation.human': Record<never, never>
  'themes.agreement.title': Record<never, never>
  'themes.agreement.lead': Record<never, never>
  'themes.agreement.empty': Record<never, never>
  'themes.agreement.emptyWhy': Record<never, never>
  'themes.agreement.based': { coders: number; count: number }
  'themes.agreement.few': { count: number }
  'themes.agreement.fewText': { least: number }
  'themes.agreement.caption': Record<never, never>
  'themes.agreement.kappa': Record<never, never>
  'themes.agreement.alpha': Record<never, never>
  'themes.agreement.n': Record<never, never>
  'themes.agreement.verdict': Record<never, never>
  'themes.agreement.say.cannot-say': Record<never, never>
  'themes.agreement.say.few': Record<never, never>
  'themes.agreement.say.low': Record<never, never>
  'themes.agreement.say.tentative': Record<never, never>
  'themes.agreement.say.good': Record<never, never>
  'themes.agreement.cannotSay': Record<never, never>
  'themes.agreement.between': Record<never, never>
  'themes.agreement.someone': Record<never, never>
  'themes.agreement.how': Record<never, never>
  'themes.agreement.howScale': Record<never, never>
  'themes.agreement.howChance': Record<never, never>
  'themes.agreement.howNone': Record<never, never>
  'themes.agreement.howSource': Record<never, never>
  'themes.agreement.differences': Record<never, never>
  'themes.agreement.open': { count: number }
  'themes.agreement.settled': { count: number }
  'themes.agreement.words': Record<never, never>
  'themes.agreement.gave': Record<never, never>
  'themes.agreement.act': Record<never, never>
  'themes.agreement.settle': Record<never, never>
  'themes.agreement.firstOnes': { count: number }
  'themes.settle.title': { code: string | number }
  'themes.settle.readers': Record<never, never>
  'themes.settle.found': Record<never, never>
  'themes.settle.rests': Record<never, never>
  'themes.settle.gave.for': Record<never, never>
  'themes.settle.gave.against': Record<never, never>
  'themes.settle.gave.neutral': Record<never, never>
  'themes.settle.gaveNot': Record<never, never>
  'themes.settle.example': { example: string | number }
  'themes.settle.wasYes': Record<never, never>
  'themes.settle.wasNo': Record<never, never>
  'themes.settle.question': Record<never, never>
  'themes.settle.yes': Record<never, never>
  'themes.settle.no': Record<never, never>
  'themes.settle.note': Record<never, never>
  'themes.settle.noteHint': Record<never, never>
  'themes.settle.save': Record<never, never>
  'themes.list.title': Record<never, never>
  'themes.list.lead': Record<never, never>
  'themes.list.empty': Record<never, never>
  'themes.list.emptyWhy': Record<never, never>
  'themes.list.counts': { codes: number; comments: number }
  'themes.list.stances': { against: number; for: number }
  'themes.list.loose': Record<never, never>
  'themes.list.looseText': Record<never, never>
  'themes.list.add': Record<never, never>
  'themes.list.addIt': Record<never, never>
  'themes.theme.count': { against: number; count: number; for: number }
  'themes.theme.titleField': Record<never, never>
  'themes.theme.titleHint': Record<never, never>
  'themes.theme.summary': Record<never, never>
  'themes.theme.summaryHint': { most: number }
  'themes.theme.words': Record<never, never>
  'themes.theme.codes': Record<never, never>
  'themes.theme.minority': Record<never, never>
  'themes.theme.minorityHint': Record<never, never>
  'themes.theme.public': Record<never, never>
  'themes.theme.publicHint': Record<never, never>
  'themes.theme.save': Record<never, never>
  'themes.theme.quotes': Record<never, never>
  'themes.theme.noQuotes': Record<never, never>
  'themes.theme.chooseQuotes': Record<never, never>
  'themes.theme.publicPage': Record<never, never>
  'themes.theme.quoteChanged': Record<never, never>
  'themes.theme.quoteHidden': Record<never, never>
  'themes.theme.meanwhile': Record<never, never>
  'themes.theme.meanwhileText': Record<never, never>
  'themes.quotes.title': Record<never, never>
  'themes.quotes.lead': Record<never, never>
  'themes.quotes.chosen': Record<never, never>
  'themes.quotes.coded': Record<never, never>
  'themes.quotes.none': Record<never, never>
  'themes.quotes.choose': Record<never, never>
  'themes.quotes.drop': Record<never, never>
  'themes.quotes.oneSided': Record<never, never>
  'themes.quotes.problem.words-changed': Record<never, never>
  'themes.quotes.problem.too-many': Record<never, never>
  'themes.parts.title': Record<never, never>
  'themes.parts.stance': Record<never, never>
  'themes.parts.channel': Record<never, never>
  'themes.parts.comments': Record<never, never>
  'themes.parts.note': Record<never, never>
  'themes.parts.hidden': { minimum: number }
  'themes.parts.protects': Record<never, never>
  'themes.parts.tooFew': { minimum: number }
  'themes.public.ledger': Record<never, never>
  'themes.public.above': Record<never, never>
  'themes.public.comments': Record<never, never>
  'themes.public.minority': Record<never, never>
  'themes.public.toLedger': Record<never, never>
  'themes.fault.unreadable': Record<never, never>
  'themes.fault.long': Record<never, never>
  'themes.fault.codeName': Record<never, never>
  'themes.fault.codeDefinition': Record<never, never>
  'themes.fault.codeTaken': Record<never, never>
  'themes.fault.codeNote': Record<never, never>
  'themes.fault.codeGone': Record<never, never>
  'themes.fault.quote': Record<never, never>
  'themes.fault.applies': Record<never, never>
  'themes.fault.themeTitle': Record<never, never>
  'ui.skip': Record<never, never>
  'ui.header.home': Record<never, never>
  'ui.header.agencyHome': { agency: string | number }
  'ui.header.language': Record<never, never>
  'ui.header.signIn': Record<never, never>
  'ui.header.signOut': Record<never, never>
  'ui.header.account': Record<never, never>
  'ui.header.you': Record<never, never>
  'ui.footer.label': Record<never, never>
  'ui.footer.data': Record<never, never>
  'ui.footer.accessibility': Record<never, never>
  'ui.footer.contact': Record<never, never>
  'ui.footer.source': Record<never, never>
  'ui.footer.changed': { when: string | number }
  'ui.footer.feed': { title: string | number }
  'ui.draft.title': Record<never, never>
  'ui.draft.text': Record<never, never>
  'ui.draft.link': Record<never, never>
  'ui.form.optional': Record<never, never>
  'ui.form.choose': Record<never, never>
  'ui.form.choices': Record<never, never>
  'ui.form.date': { example: string | number }
  'ui.form.characters': { count: number }
  'ui.form.words': { least: number; most: number }
  'ui.form.wordsMost': { most: number }
  'ui.form.file': { kinds: string | number; size: string | number }
  'ui.form.fault': Record<never, never>
  'ui.form.titleFault': { title: string | number }
  'ui.form.faults': { count: number }
  'ui.form.kept': Record<never, never>
  'ui.notice.info': Record<never, never>
  'ui.notice.success': Record<never, never>
  'ui.notice.warning': Record<never, never>
  'ui.notice.error': Record<never, never>
  'ui.state.done': Record<never, never>
  'ui.state.now': Record<never, never>
  'ui.state.next': Record<never, never>
  'ui.state.late': Record<never, never>
  'ui.state.draft': Record<never, never>
  'ui.state.published': Record<never, never>
  'ui.state.closed': Record<never, never>
  'ui.state.held': Record<never, never>
  'ui.state.withdrawn': Record<never, never>
  'ui.state.adopted': Record<never, never>
  'ui.state.part': Record<never, never>
  'ui.state.declined': Record<never, never>
  'ui.state.already': Record<never, never>
  'ui.state.outside': Record<never, never>
  'ui.state.open': Record<never, never>
  'ui.steps.label': Record<never, never>
  'ui.steps.position': { name: string | number; position: number; total: number }
  'ui.work.spine': Record<never, never>
  'ui.work.evidence': Record<never, never>
  'ui.work.tools': Record<never, never>
  'ui.thread.label': Record<never, never>
  'ui.thread.words': Record<never, never>
  'ui.thread.kind.comment': Record<never, never>
  'ui.thread.kind.statement': Record<never, never>
  'ui.thread.kind.gap': Record<never, never>
  'ui.thread.kind.theme': Record<never, never>
  'ui.thread.kind.cause': Record<never, never>
  'ui.thread.kind.strategy': Record<never, never>
  'ui.thread.kind.action': Record<never, never>
  'ui.thread.kind.measure': Record<never, never>
  'ui.thread.kind.decision': Record<never, never>
  'ui.thread.kind.told': Record<never, never>
  'ui.thread.state.reached': Record<never, never>
  'ui.thread.state.now': Record<never, never>
  'ui.thread.state.ahead': Record<never, never>
  'ui.thread.state.stopped': Record<never, never>
  'ui.thread.node': { kind: string | number; label: string | number; state: string | number }
  'ui.seats.filled': { filled: number; total: number }
  'ui.seats.taken': { filled: number; total: number }
  'ui.progress.label': { done: number; total: number }
  'ui.progress.leave': Record<never, never>
  'ui.count.fewer': { minimum: number }
  'ui.count.suppressed': { minimum: number }
  'ui.count.of': { count: number; total: number }
  'ui.pages.label': Record<never, never>
  'ui.pages.previous': Record<never, never>
  'ui.pages.next': Record<never, never>
  'ui.pages.shown': { first: number; last: number; total: number }
  'ui.breadcrumbs': Record<never, never>
  'ui.table.scroll': { caption: string | number }
  'ui.table.empty': Record<never, never>
  'ui.timeline.take': Record<never, never>
  'ui.timeline.took': Record<never, never>
  'ui.timeline.now': Record<never, never>
  'ui.timeline.past': Record<never, never>
  'ui.timeline.next': Record<never, never>
  'ui.quote.by': { author: string | number }
  'ui.quote.language': { language: string | number }
  'ui.quote.original': Record<never, never>
  'ui.chart.data': Record<never, never>
  'ui.chart.how': Record<never, never>
  'ui.chart.group': Record<never, never>
  'ui.chart.value': Record<never, never>
  'ui.chart.from': Record<never, never>
  'ui.chart.to': Record<never, never>
  'ui.chart.series': Record<never, never>
  'ui.chart.hatched': { minimum: number }
  'ui.chart.bars': Record<never, never>
  'ui.chart.dots': Record<never, never>
  'ui.chart.picture': { finding: string | number }
  'ui.chart.interval': { high: string | number; low: string | number }
  'ui.range': { from: string | number; to: string | number }
  'voting.vote.agree': Record<never, never>
  'voting.vote.disagree': Record<never, never>
  'voting.vote.pass': Record<never, never>
  'voting.origin.agency': { agency: string | number }
  'voting.origin.voter': { agency: string | number }
  'voting.origin.import': { agency: string | number }
  'voting.words.only': { language: string | number }
  'voting.words.human': { language: string | number }
  'voting.words.machine': { language: string | number }
  'voting.words.stale': { language: string | number }
  'voting.number': { number: number }
  'voting.progress': { done: number; total: number }
  'voting.keys': Record<never, never>
  'voting.results.see': Record<never, never>
  'voting.results.closed': Record<never, never>
  'voting.news.joined': Record<never, never>
  'voting.news.joinedCode': Record<never, never>
  'voting.news.joinedText': Record<never, never>
  'voting.news.taken-back': Record<never, never>
  'voting.news.unknown-voter.title': Record<never, never>
  'voting.news.unknown-voter.text': Record<never, never>
  'voting.news.unknown-voter.link': Record<never, never>
  'voting.news.not-shown.title': Record<never, never>
  'voting.news.not-shown.text': Record<never, never>
  'voting.news.closed.title': Record<never, never>
  'voting.news.closed.text': Record<never, never>
  'voting.news.too-many.title': Record<never, never>
  'voting.news.too-many.text': Record<never, never>
  'voting.news.no-cookie.title': Record<never, never>
  'voting.news.no-cookie.text': Record<never, never>
  'voting.news.no-cookie.link': Record<never, never>
  'voting.news.not-chosen.title': Record<never, never>
  'voting.news.not-chosen.text': Record<never, never>
  'voting.why.title': Record<never, never>
  'voting.why.drawn': { chance: number }
  'voting.why.fair': Record<never, never>
  'voting.why.chosen': Record<never, never>
  'voting.why.agency': { agency: string | number }
  'voting.why.voter': { agency: string | number }
  'voting.why.import': { agency: string | number }
  'voting.why.meta': Record<never, never>
  'voting.all.title': Record<never, never>
  'voting.all.text': { count: number }
  'voting.all.none': Record<never, never>
  'voting.all.noneText': Record<never, never>
  'voting.last.agree': Record<never, never>
  'voting.last.disagree': Record<never, never>
  'voting.last.pass': Record<never, never>
  'voting.last.undo': Record<never, never>
  'voting.more.title': Record<never, never>
  'voting.more.all': { count: number }
  'voting.more.own': Record<never, never>
  'voting.more.mine': Record<never, never>
  'voting.more.code': Record<never, never>
  'voting.draft.title': Record<never, never>
  'voting.draft.text': Record<never, never>
  'voting.soon.title': Record<never, never>
  'voting.soon.text': { when: string | number }
  'voting.closed.title': Record<never, never>
  'voting.closed.since': { when: string | number }
  'voting.closed.text': Record<never, never>
  'voting.how.title': Record<never, never>
  'voting.how.time': Record<never, never>
  'voting.how.secret': { agency: string | number }
  'voting.how.results': Record<never, never>
  'voting.how.change': Record<never, never>
  'voting.how.until': { when: string | number }
  'voting.how.statements': Record<never, never>
  'voting.how.adds.voters': { agency: string | number }
  'voting.how.adds.staff': { agency: string | number }
  'voting.how.moderation.before': Record<never, never>
  'voting.how.moderation.after': Record<never, never>
  'voting.embed.open': { agency: string | number }
  'voting.list.title': Record<never, never>
  'voting.list.lead': { count: number }
  'voting.list.leadClosed': { count: number }
  'voting.list.empty': Record<never, never>
  'voting.list.emptyWhy': Record<never, never>
  'voting.list.oneByOne': Record<never, never>
  'voting.said.agree': Record<never, never>
  'voting.said.disagree': Record<never, never>
  'voting.said.pass': Record<never, never>
  'voting.said.back': Record<never, never>
  'voting.index.title': Record<never, never>
  'voting.index.lead': Record<never, never>
  'voting.index.empty': Record<never, never>
  'voting.index.emptyWhy': Record<never, never>
  'voting.index.hub': Record<never, never>
  'voting.index.state.open': Record<never, never>
  'voting.index.state.soon': Record<never, never>
  'voting.index.state.closed': Record<never, never>
  'voting.index.counts': { statements: number; votes: number }
  'voting.index.onHub': Record<never, never>
  'voting.index.all': Record<never, never>
  'voting.hub.title': Record<never, never>
  'voting.hub.text': Record<never, never>
  'voting.hub.all': Record<never, never>
  'voting.own.title': Record<never, never>
  'voting.own.lead': Record<never, never>
  'voting.own.text': Record<never, never>
  'voting.own.hint': Record<never, never>
  'voting.own.send': Record<never, never>
  'voting.own.vote': Record<never, never>
  'voting.own.next.before': Record<never, never>
  'voting.own.next.after': Record<never, never>
  'voting.own.childHint': Record<never, never>
  'voting.own.consent': Record<never, never>
  'voting.own.added.waiting': Record<never, never>
  'voting.own.added.shown': Record<never, never>
  'voting.own.addedText.waiting': Record<never, never>
  'voting.own.addedText.shown': Record<never, never>
  'voting.own.tooMany': Record<never, never>
  'voting.own.tooManyText': Record<never, never>
  'voting.own.barred.closed.title': Record<never, never>
  'voting.own.barred.closed.text': Record<never, never>
  'voting.own.barred.staff-only.title': Record<never, never>
  'voting.own.barred.staff-only.text': Record<never, never>
  'voting.own.barred.vote-first.title': Record<never, never>
  'voting.own.barred.vote-first.text': Record<never, never>
  'voting.own.said.title': Record<never, never>
  'voting.own.said.shown': Record<never, never>
  'voting.own.said.waiting': Record<never, never>
  'voting.own.said.vote': Record<never, never>
  'voting.own.faults.empty': Record<never, never>
  'voting.own.faults.tooLong': { most: number; over: number }
  'voting.own.faults.ageMissing': Record<never, never>
  'voting.own.faults.under13Text': Record<never, never>
  'voting.own.faults.consentMissing': Record<never, never>
  'voting.own.faults.notCheckedForStudents': Record<never, never>
  'voting.mine.title': Record<never, never>
  'voting.mine.lead': Record<never, never>
  'voting.mine.done.about': Record<never, never>
  'voting.mine.done.contact': Record<never, never>
  'voting.mine.done.no-contact': Record<never, never>
  'voting.mine.done.withdrawn': Record<never, never>
  'voting.mine.done.left': Record<never, never>
  'voting.mine.done.forgotten': Record<never, never>
  'voting.mine.code': Record<never, never>
  'voting.mine.codeText': Record<never, never>
  'voting.mine.print': Record<never, never>
  'voting.mine.votes': { count: number }
  'voting.mine.votesText': Record<never, never>
  'voting.mine.goOn': Record<never, never>
  'voting.mine.closed': Record<never, never>
  'voting.mine.written': { count: number }
  'voting.mine.state.waiting': Record<never, never>
  'voting.mine.state.shown': Record<never, never>
  'voting.mine.state.rejected': Record<never, never>
  'voting.mine.state.withdrawn': Record<never, never>
  'voting.mine.takenOff': Record<never, never>
  'voting.mine.reason': Record<never, never>
  'voting.mine.withdraw': Record<never, never>
  'voting.mine.about': Record<never, never>
  'voting.mine.aboutText': { agency: string | number; minimum: number }
  'voting.mine.aboutSave': Record<never, never>
  'voting.mine.aboutNone': Record<never, never>
  'voting.mine.noSuchAbout': Record<never, never>
  'voting.mine.told': Record<never, never>
  'voting.mine.toldText': Record<never, never>
  'voting.mine.toldAt': Record<never, never>
  'voting.mine.toldOpen': Record<never, never>
  'voting.mine.toldChange': Record<never, never>
  'voting.mine.toldHint': Record<never, never>
  'voting.mine.toldNone': Record<never, never>
  'voting.mine.toldSave': Record<never, never>
  'voting.mine.under13Contact': Record<never, never>
  'voting.mine.data': Record<never, never>
  'voting.mine.dataText': Record<never, never>
  'voting.mine.dataJson': Record<never, never>
  'voting.mine.dataCsv': Record<never, never>
  'voting.mine.leave': Record<never, never>
  'voting.mine.someoneElse': Record<never, never>
  'voting.mine.someoneElseText': Record<never, never>
  'voting.open.lead': Record<never, never>
  'voting.open.code': Record<never, never>
  'voting.open.hint': Record<never, never>
  'voting.open.show': Record<never, never>
  'voting.open.new': Record<never, never>
  'voting.open.unreadable': Record<never, never>
  'voting.open.unknown': Record<never, never>
  'voting.open.tooMany': { when: string | number }
  'voting.open.lost': Record<never, never>
  'voting.open.lostText': Record<never, never>
  'voting.leave.title': Record<never, never>
  'voting.leave.lead': Record<never, never>
  'voting.leave.votes': Record<never, never>
  'voting.leave.about': Record<never, never>
  'voting.leave.statements': Record<never, never>
  'voting.leave.report': Record<never, never>
  'voting.leave.too': { count: number }
  'voting.leave.tooHint': Record<never, never>
  'voting.leave.yes': Record<never, never>
  'voting.leave.no': Record<never, never>
}
