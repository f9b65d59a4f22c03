import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { smsKeyword } from './keywords.ts'

describe('a text that only asks to', () => {
  test.each([
    ...[
      'STOP',
      'stop',
      ' Stop. ',
      '“Stop”',
      'STOP!!!',
      'stop 🛑',
      'Stop stop STOP',
      'please stop',
      'Stop, please',
      'stopall',
    ],
    ...['UNSUBSCRIBE', 'Cancel', 'END', 'Quit', 'opt-out', 'Opt out', 'ＳＴＯＰ', 'stop texting me'],
    ...[
      'ALTO',
      '¡Alto!',
      'parar',
      'PARAR.',
      'Cancelar',
      'por favor cancelar',
      'BAJA',
      'Dar de baja',
      'no más',
      'No mas mensajes, gracias',
    ],
    ...['إيقاف', 'الغاء', 'إلغاء الاشتراك', 'توقّف'],
  ])('%j stops', (text) => {
    expect(smsKeyword(text)).toBe('stop')
  })

  test.each(['START', 'Unstop', 'iniciar', 'Alta', 'comenzar', 'ابدأ', 'اشتراك'])('%j starts', (text) => {
    expect(smsKeyword(text)).toBe('start')
  })

  test.each(['HELP', 'help!', 'Info', 'AYUDA', '¿Ayuda?', 'información', 'مساعدة'])(
    '%j asks for help',
    (text) => {
      expect(smsKeyword(text)).toBe('help')
    },
  )
})

describe('a comment', () => {
  test.each([
    ...[
      'Please stop the cuts',
      'The bus does not stop here',
      'Stop by the school',
      'We need help with math',
      'End of year is too late',
    ],
    ...[
      'Quiero parar los recortes',
      'alta calidad',
      'baja calidad',
      'no',
      'yes',
      'sí',
      '',
      '   ',
      '!!!',
      'stop help',
      'نعم',
    ],
    `stop ${'x'.repeat(200)}`,
  ])('%j stays a comment', (text) => {
    expect(smsKeyword(text)).toBeUndefined()
  })

  test('of any kind is read without an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect([undefined, 'stop', 'start', 'help']).toContain(smsKeyword(text))
      }),
    )
  })
})
