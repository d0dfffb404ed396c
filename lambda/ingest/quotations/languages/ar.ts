import { languageWith, words } from './language.ts';

/** Arabic: no capitals, and the verb stands first. A name is what the document declares, or two or three words behind the verb that describe nobody. */
export const arabic = languageWith({
  hasCase: false,
  verbFirst: true,
  sayings: words(
    'قال قالت قالوا وقال وقالت وقالوا فقال فقالت أضاف أضافت وأضاف وأضافت أوضح أوضحت وأوضح وأوضحت أكد أكدت وأكد وأكدت ذكر ذكرت وذكر وذكرت كتب كتبت وكتب',
    'وكتبت أعلن أعلنت وأعلن وأعلنت أجاب أجابت وأجاب وأجابت وصف وصفت ووصف ووصفت اعتبر اعتبرت واعتبر حذر حذرت وحذر وحذرت يقول تقول ويقول وتقول صرح صرحت وصرح وصرحت',
  ),
  subjectsInVerbs: new Map([
    ...['قال', 'أضاف', 'أوضح', 'أكد', 'ذكر', 'كتب', 'أعلن', 'أجاب', 'صرح', 'حذر'].flatMap((verb) =>
      [verb, `و${verb}`, `ف${verb}`].map((form) => [form, 'male'] as const),
    ),
    ...['قالت', 'أضافت', 'أوضحت', 'أكدت', 'ذكرت', 'كتبت', 'أعلنت', 'أجابت', 'صرحت', 'حذرت'].flatMap((verb) =>
      [verb, `و${verb}`, `ف${verb}`].map((form) => [form, 'female'] as const),
    ),
  ]),
  relatives: words('الذي التي الذين'),
  conjunctions: words('و أن إن إنه إنها أنه أنها إنهم ثم لكن أو لأن حين عندما قاصداً'),
  prepositions: words('في من على إلى عن مع خلال بعد قبل حول بحسب أمام بين منذ حتى عند'),
  adverbs: words('أيضا أيضاً أمس اليوم لاحقا لاحقاً قائلا قائلاً قائلة'),
  adverbForm: /^(?:لل|بال|كال).+/,
  roles: words(
    'رئيس رئيسة وزير وزيرة مدير مديرة المدير المديرة الرئيس الوزير متحدث متحدثة المتحدث المتحدثة مسؤول مسؤولة مسؤولون خبير خبيرة أستاذ أستاذة باحث باحثة محلل',
    'محللة ناطق الناطق أمين أمينة الأمين الأمينة قبطان ممرضة طبيب طبيبة محام محامية صحفي صحفية',
  ),
  descriptions: words('الرجل المرأة رجل امرأة سكان السكان شاهد شهود أحد إحدى'),
});
