import type { Phrases } from '../phrase.ts'

/** Arabic sentences about who teaches: experience, empty posts, and the subject. */
export const schoolPhrases: Phrases[] = [
  {
    code: 'new-teachers',
    stance: 'for',
    kind: 'story',
    who: 'family',
    lines: [
      '{kid} في {grade} في مدرسة {school}، وكل سنة تأتي معلمة جديدة في أول سنة لها في التدريس، ثم ترحل.',
      'أولاد أختي في مدرسة {better} ومعلماتهم هناك منذ خمس عشرة سنة. أما معلمة {kid} فقد بدأت في [أغسطس|سبتمبر] فقط.',
      'قالت لنا معلمة {kid} في أول لقاء إنها سنتها الأولى. هي إنسانة طيبة، لكن لم يكن هناك من يساعدها.',
    ],
  },
  {
    code: 'new-teachers',
    stance: 'for',
    kind: 'view',
    who: 'anyone',
    lines: [
      'المعلمون الجدد ليسوا هم المشكلة. المشكلة أن معظمهم يُرسلون إلى المدارس نفسها.',
      'كل معلم يجب أن يبدأ في مكان ما، ولكن لماذا يبدأ دائمًا مع أولادنا؟',
    ],
  },
  {
    code: 'moving-teachers',
    stance: 'for',
    kind: 'ask',
    who: 'anyone',
    lines: [
      'أرجو أن تطلبوا من المعلمين ذوي الخبرة أن يأتوا إلى مدرسة {school} في مجموعات، مع وعد بحق العودة.',
      'دعوا المدارس التي فيها أكبر عدد من المعلمين الجدد توظف أولًا قبل غيرها.',
    ],
  },
  {
    code: 'moving-teachers',
    stance: 'against',
    kind: 'view',
    who: 'anyone',
    lines: [
      'لا تجبروا أحدًا على الانتقال. المعلم الجيد الذي يُنقل رغمًا عنه سيترك المنطقة كلها.',
      'الخبرة ليست عدد السنين فقط. معلمة ابنة جارتنا جديدة وهي ممتازة.',
    ],
  },
  {
    code: 'new-teachers',
    stance: 'for',
    kind: 'short',
    who: 'anyone',
    lines: ['لماذا ترسلون المعلمين الجدد دائمًا إلى مدرسة {school}؟'],
  },
  {
    code: 'substitutes',
    stance: 'for',
    kind: 'story',
    who: 'family',
    lines: [
      'منذ {month} و{kid} <بلا معلم ثابت/بلا معلمة ثابتة>. كل أسبوع يأتي شخص مختلف، يشغل فيلمًا ثم يذهب.',
      'طلبت أن أرى واجبات الرياضيات التي <أنجزها/أنجزتها> {kid} خلال {months}، فلم أجد إلا ورقة واحدة لم يصححها أحد.',
      '<كان/كانت> {kid} <يحب/تحب> المدرسة. منذ أن صار في الصف معلمون بدلاء فقط <أصبح يطلب/أصبحت تطلب> البقاء في البيت.',
    ],
  },
  {
    code: 'substitutes',
    stance: 'for',
    kind: 'view',
    who: 'anyone',
    lines: ['معلم بديل لأسبوع أمر عادي. أما فصل دراسي كامل بلا معلم فهو قرار، ويجب أن نعرف من اتخذه.'],
  },
  {
    code: 'substitutes',
    stance: 'for',
    kind: 'ask',
    who: 'anyone',
    lines: [
      'املأوا أولًا الصفوف التي بقيت بلا معلم أطول مدة، في أي مدرسة كانت.',
      'عوّضوا الأطفال عن الأشهر التي ضاعت بدروس إضافية مجانية.',
    ],
  },
  {
    code: 'special-education',
    stance: 'for',
    kind: 'story',
    who: 'family',
    lines: [
      'خطة التعليم الخاص تقول إن {kid} <يحتاج/تحتاج> إلى خمس ساعات مع مختصة كل أسبوع، ولا توجد مختصة في مدرسة {school} منذ {month}.',
    ],
  },
  {
    code: 'substitutes',
    stance: 'against',
    kind: 'view',
    who: 'anyone',
    lines: [
      'أخشى أن توظفوا أي شخص على عجل. المعلمة البديلة عندنا جيدة ونريدها أن تبقى.',
      'النقص في المعلمين موجود في الولاية كلها، وليس من العدل أن نلوم المدرسة وحدها.',
    ],
  },
  {
    code: 'substitutes',
    stance: 'for',
    kind: 'short',
    who: 'anyone',
    lines: ['لا يوجد معلم رياضيات في مدرسة {school} منذ {month}'],
  },
  {
    code: 'out-of-field',
    stance: 'for',
    kind: 'story',
    who: 'family',
    at: 'secondary',
    lines: [
      'أنا مهندس، وأرى أن ما <يتعلمه/تتعلمه> {kid} في الرياضيات فيه أخطاء. المعلم قال بصراحة إنه درس [التاريخ|التربية الرياضية].',
    ],
  },
  {
    code: 'out-of-field',
    stance: 'for',
    kind: 'story',
    who: 'family',
    at: 'high',
    lines: [
      '{kid} <يريد أن يصبح طبيبًا/تريد أن تصبح طبيبة>، ولا يوجد معلم كيمياء في المدرسة. <وضعوه/وضعوها> أمام حاسوب مع مراقب فقط.',
    ],
  },
  {
    code: 'out-of-field',
    stance: 'for',
    kind: 'story',
    who: 'family',
    at: 'secondary',
    lines: ['ندفع لمدرس خصوصي كل سبت لأن معلم الرياضيات ليس من أهل المادة. جيراننا لا يستطيعون الدفع.'],
  },
  {
    code: 'out-of-field',
    stance: 'for',
    kind: 'ask',
    who: 'anyone',
    lines: [
      'ادفعوا تكاليف الدراسة للمعلمين الذين يريدون شهادة في الرياضيات.',
      'ابدأوا بالرياضيات من الصف السادس إلى التاسع، فهناك يضيع الأولاد.',
    ],
  },
  {
    code: 'class-lists',
    stance: 'for',
    kind: 'view',
    who: 'anyone',
    lines: [
      'بعض الأهالي يعرفون بمن يتصلون ليختاروا المعلم. نحن لم يخبرنا أحد أن هذا ممكن.',
      'في المدرسة نفسها يحصل المتقدمون على أفضل المعلمين، والمتأخرون على من تبقى.',
    ],
  },
  {
    code: 'out-of-field',
    stance: 'against',
    kind: 'view',
    who: 'anyone',
    lines: ['الشهادة وحدها لا تُعلّم. أفضّل معلمًا يهتم بالأولاد ويتعلم معهم.'],
  },
  {
    code: 'class-lists',
    stance: 'against',
    kind: 'ask',
    who: 'anyone',
    lines: ['اتركوا لمدير المدرسة أن يقرر من يدرّس كل صف، فهو يعرف معلميه.'],
  },
  {
    code: 'out-of-field',
    stance: 'for',
    kind: 'short',
    who: 'anyone',
    lines: ['نريد معلم رياضيات درس الرياضيات'],
  },
]
