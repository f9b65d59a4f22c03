/** Words of an author in another language; `machine` is always labelled as such. */
export type AnswerTranslation = {
  agencyId: string
  id: string
  answerId: string
  language: string
  text: string
  origin: 'machine' | 'human'
  madeBy: string | null
  madeAt: Date
}
