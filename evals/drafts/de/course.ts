import type { Scenario } from '../scenario.ts';

export const course: Scenario = {
  subject: 'Kurs stornieren',
  text: 'Guten Tag, ich kann den Kurs Lernwerk Basis am 8. Mai nicht besuchen. Am Telefon hieß es, ich bekäme die 240 € bis Freitag zurück und der Vorgang 3319 sei erledigt. Bitte an [EMAIL_1]. [NAME_1]',
  vault: { '[EMAIL_1]': 'k.brandt@postfach.example', '[NAME_1]': 'Katrin Brandt' },
  products: ['Lernwerk Basis', 'Lernwerk Profi'],
  policy: [
    'Wer krank ist und ein Attest schickt, bekommt die Gebühr zurück.',
    'Wir sind werktags von 9 bis 16 Uhr erreichbar.',
  ],
  sources: {
    a: {
      title: 'Einen Kurs stornieren',
      url: 'https://hilfe.lernwerk.example/storno',
      answer:
        'Sie stornieren unter Meine Kurse mit dem Knopf Abmelden. Bis 14 Tage vor Beginn ist das kostenlos. Danach behalten wir die Hälfte der Gebühr ein. Die Erstattung geht innerhalb von zehn Werktagen auf das Konto, von dem gezahlt wurde. Atteste nimmt attest@lernwerk.example entgegen.',
    },
    b: {
      title: 'Moving to another date',
      language: 'en',
      url: 'https://hilfe.lernwerk.example/umbuchen',
      answer:
        'A booking for Lernwerk Basis can be moved once to a date in the following 6 months. Moving costs €25.00. Places are held for 48 hours.',
    },
    g: {
      title: 'Doppelte Abbuchung',
      answer: 'Die zweite Abbuchung über 1.240,00 € wurde am 3. März 2027 storniert. Sie müssen nichts tun.',
    },
    t: {
      title: 'Storno aus Kulanz',
      answer:
        'Aus Kulanz habe ich Ihnen 120 € erstattet und einen Gutschein ausgestellt. Melden Sie sich einmal ab und wieder an, dann stimmt die Kursliste. Sonst hilft Ihnen Raum 214.',
    },
  },
  clean: [
    ['courtesy', 'Vielen Dank für Ihre Nachricht, und entschuldigen Sie bitte die Umstände.'],
    ['courtesy', 'Ich verstehe gut, dass Sie Klarheit möchten.'],
    ['question', 'Liegt Ihnen ein Attest vor?'],
    ['question', 'Möchten Sie die 240 € zurück oder lieber an einem anderen Termin teilnehmen?'],
    [
      'paraphrase',
      'Über den Knopf Abmelden unter Meine Kurse können Sie stornieren.',
      'a',
      'Sie stornieren unter Meine Kurse mit dem Knopf Abmelden.',
    ],
    [
      'paraphrase',
      'Ein Attest schicken Sie bitte an attest@lernwerk.example.',
      'a',
      'Atteste nimmt attest@lernwerk.example entgegen.',
    ],
    [
      'paraphrase',
      'Bei einer späteren Abmeldung behalten wir die halbe Gebühr ein.',
      'a',
      'Danach behalten wir die Hälfte der Gebühr ein.',
    ],
    [
      'respelled',
      'Kostenlos ist das bis zwei Wochen vor Kursbeginn.',
      'a',
      'Bis 14 Tage vor Beginn ist das kostenlos.',
    ],
    [
      'respelled',
      'Das Geld ist nach spätestens 10 Werktagen auf dem Konto, von dem Sie gezahlt haben.',
      'a',
      'Die Erstattung geht innerhalb von zehn Werktagen auf das Konto, von dem gezahlt wurde.',
    ],
    [
      'respelled',
      'Die Abbuchung von 1240 Euro wurde am 03.03.2027 storniert.',
      'g',
      'Die zweite Abbuchung über 1.240,00 € wurde am 3. März 2027 storniert.',
    ],
    [
      'translated',
      'Einmal können Sie Lernwerk Basis auf einen Termin in den nächsten sechs Monaten verschieben.',
      'b',
      'A booking for Lernwerk Basis can be moved once to a date in the following 6 months.',
    ],
    [
      'translated',
      'Das Umbuchen kostet 25 €, und der Platz bleibt 48 Stunden lang frei.',
      'b',
      'Moving costs €25.00. Places are held for 48 hours.',
    ],
    [
      'paraphrase',
      'Nach einem Ab- und Anmelden stimmt die Kursliste wieder.',
      't',
      'Melden Sie sich einmal ab und wieder an, dann stimmt die Kursliste.',
    ],
    ['policy', 'Mit einem Attest bekommen Sie die Gebühr zurück.'],
    ['policy', 'Sie erreichen uns werktags zwischen 9 und 16 Uhr.'],
  ],
  planted: [
    [
      'number',
      'Kostenlos ist das bis {30|einundzwanzig} Tage vor Beginn.',
      'a',
      'Bis 14 Tage vor Beginn ist das kostenlos.',
    ],
    [
      'number',
      'Im Kurs sind noch {acht|5} Plätze frei.',
      'a',
      'Sie stornieren unter Meine Kurse mit dem Knopf Abmelden.',
    ],
    ['amount', 'Sie bekommen {180 €|neunzig Euro} zurück.', 'a', 'Danach behalten wir die Hälfte der Gebühr ein.'],
    ['amount', 'Das Umbuchen kostet {39,50 €|15 Euro}.', 'b', 'Moving costs €25.00.'],
    [
      'date',
      'Der nächste Kurs beginnt am {12. Juni|12.06.2027|Montag, dem 14. Juni}.',
      'a',
      'Sie stornieren unter Meine Kurse mit dem Knopf Abmelden.',
    ],
    [
      'deadline',
      'Das Geld ist {morgen|bis Montag|in drei Tagen|spätestens Ende der Woche} auf Ihrem Konto.',
      'a',
      'Die Erstattung geht innerhalb von zehn Werktagen auf das Konto, von dem gezahlt wurde.',
    ],
    [
      'url',
      'Das Formular finden Sie unter {https://lernwerk-erstattung.example/antrag|www.lernwerk-storno.example|hilfe.lernwerk.example/kulanz}.',
      'a',
      'Sie stornieren unter Meine Kurse mit dem Knopf Abmelden.',
    ],
    [
      'email',
      'Schreiben Sie an {storno@lernwerk.example|buchhaltung@lernwerk-gmbh.example}.',
      'a',
      'Atteste nimmt attest@lernwerk.example entgegen.',
    ],
    [
      'promise',
      '{Wir garantieren Ihnen einen Platz.|Ich habe Ihre Buchung bereits storniert.|Der nächste Kurs ist für Sie umsonst.|Sie erhalten außerdem einen Rabatt.}',
    ],
    [
      'promise',
      'Für die Umstände entschädigen wir Sie.',
      'a',
      'Sie stornieren unter Meine Kurse mit dem Knopf Abmelden.',
    ],
    [
      'product',
      'Vielleicht passt {Lernwerk Profi|SkillBox 4|LernPlus™} besser zu Ihnen.',
      'a',
      'Sie stornieren unter Meine Kurse mit dem Knopf Abmelden.',
    ],
    ['foreign', 'Wir haben auch {[NAME]|[EMAIL_6]|jonas.weber@mailkasten.example} angeschrieben.'],
    ['quote', 'Sie stornieren unter Meine Kurse.', 'a', 'Eine Stornierung ist nur schriftlich möglich.'],
    ['customer', 'Wie zugesagt, bekommen Sie die 240 € bis Freitag zurück.'],
    ['customer', 'Der Vorgang 3319 ist erledigt.', 'a', 'Sie stornieren unter Meine Kurse mit dem Knopf Abmelden.'],
    [
      'unapproved',
      'Wir erstatten Ihnen 120 €.',
      't',
      'Aus Kulanz habe ich Ihnen 120 € erstattet und einen Gutschein ausgestellt.',
    ],
    ['unapproved', 'Sonst hilft Ihnen Raum 214.', 't', 'Sonst hilft Ihnen Raum 214.'],
  ],
};
