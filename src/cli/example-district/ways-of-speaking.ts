import type { DistrictLanguage, ExampleChannel } from './district-model.ts'
import type { ExampleVoice, PhraseKind, Speaker } from './phrase.ts'

/** Whose sentences each kind of person can say. */
export const speakers: Record<ExampleVoice, readonly Speaker[]> = {
  parent: ['family', 'anyone'],
  grandparent: ['family', 'elder', 'anyone'],
  student: ['student', 'anyone'],
  teacher: ['teacher', 'staff', 'anyone'],
  principal: ['anyone'],
  aide: ['aide', 'staff', 'anyone'],
  community: ['elder', 'anyone'],
}

/** What people of each language speak about, and how often. */
export const themeWeights: Record<DistrictLanguage, readonly (readonly [string, number])[]> = {
  en: [
    ['regular-teacher', 19],
    ['staying', 18],
    ['experience', 15],
    ['subject', 13],
    ['cost', 13],
    ['told', 12],
    ['language', 10],
  ],
  es: [
    ['language', 20],
    ['regular-teacher', 18],
    ['told', 17],
    ['experience', 13],
    ['staying', 12],
    ['subject', 10],
    ['cost', 10],
  ],
  ar: [
    ['language', 22],
    ['told', 17],
    ['regular-teacher', 17],
    ['experience', 13],
    ['subject', 12],
    ['staying', 10],
    ['cost', 9],
  ],
}

/** Which parts a comment has, and how often, by channel. */
export const shapes: Record<ExampleChannel, readonly (readonly [readonly PhraseKind[], number])[]> = {
  web: [
    [['story'], 12],
    [['story', 'view'], 17],
    [['story', 'ask'], 22],
    [['view', 'ask'], 14],
    [['story', 'view', 'ask'], 17],
    [['view'], 6],
    [['ask'], 6],
    [['short'], 6],
  ],
  paper: [
    [['story'], 22],
    [['story', 'ask'], 22],
    [['view', 'ask'], 14],
    [['view'], 8],
    [['ask'], 12],
    [['short'], 16],
    [['story', 'view'], 6],
  ],
  meeting: [
    [['story', 'view'], 24],
    [['story', 'ask'], 28],
    [['view', 'ask'], 18],
    [['story'], 20],
    [['view'], 10],
  ],
  phone: [
    [['story', 'ask'], 40],
    [['story'], 30],
    [['story', 'view'], 30],
  ],
  mail: [
    [['story', 'view', 'ask'], 55],
    [['story', 'view'], 20],
    [['view', 'ask'], 25],
  ],
  sms: [[['short'], 1]],
}

/** Students tell what they see; wishes of grown-ups are not put into their mouths. */
export const studentShape: readonly PhraseKind[] = ['story']

/** What students have stories about. */
export const studentThemes: Record<DistrictLanguage, readonly (readonly [string, number])[]> = {
  en: [
    ['regular-teacher', 4],
    ['subject', 4],
    ['staying', 3],
    ['experience', 2],
    ['told', 2],
    ['language', 2],
  ],
  es: [
    ['regular-teacher', 1],
    ['subject', 1],
    ['staying', 1],
    ['experience', 1],
    ['told', 1],
    ['language', 1],
  ],
  ar: [['regular-teacher', 1]],
}

/** Introduces its speaker by itself, so that no opening is needed. */
export const introducesItself =
  /^(I (am|work|have|teach|began|went|came|sat|drive|give|share|earn)|We have|My (sister|first)|Soy|Tengo|Trabajo|Llevamos|Llegamos|Yo |Es mi|Mi (hermana|título)|أنا|نحن|وصلنا)/

/** Wishes that would sound odd after "My one wish:" and the like. */
export const alreadyAsks = /^(Please|Less|Before|If|Make those|Menos|Antes|Mejor|Una sola|أرجو|أنتم|زوجتي)/

/** Speaks of writing or reading, so it is not said aloud. */
export const aboutWriting =
  /writ|mistakes|reads these|reading|this got long|drawer|at a meeting|escrib|ortografía|leer|lee esto|أكتب|قراءة/
