import type { Scenario } from '../scenario.ts';

export const router: Scenario = {
  subject: 'Internet fällt aus',
  text: 'Seit 3 Tagen geht mein Funkelnetz-Router FN-7 jeden Abend um 20 Uhr aus. Ihr Techniker wollte am Samstag kommen und mir 30 € gutschreiben. Kundennummer 5540192.',
  vault: {},
  products: ['FN-7', 'FN-9 Turbo', 'Funkelschutz'],
  policy: ['Ein Ausfall von mehr als zwei Tagen wird auf der Rechnung gutgeschrieben.'],
  sources: {
    a: {
      title: 'Router FN-7 zurücksetzen',
      url: 'https://funkelnetz.example/hilfe/fn-7',
      answer:
        'Drücken Sie die Taste Reset am FN-7 zehn Sekunden lang. Nach etwa 4 Minuten leuchtet die Lampe grün. Bleibt sie rot, tauschen wir das Gerät kostenlos aus. Das Tauschgerät kommt nach 2 bis 3 Werktagen mit DHL. Die Störungsstelle hat die Nummer 0800 5550190.',
    },
    g: {
      title: 'Kanal wechseln',
      answer: 'Stellen Sie in der Oberfläche unter Funk den Kanal 36 ein. Danach ist die Verbindung abends stabiler.',
    },
    t: {
      title: 'Techniker war da',
      answer:
        'Unser Techniker kam am 11. Februar und hat das Kabel erneuert. Wir haben 15 € gutgeschrieben. Stellen Sie den Router möglichst frei auf.',
    },
  },
  clean: [
    ['courtesy', 'Es tut mir leid, dass Ihre Verbindung abends ausfällt.'],
    ['courtesy', 'Melden Sie sich gern wieder, falls es nicht klappt.'],
    ['question', 'Leuchtet die Lampe nach dem Neustart grün oder rot?'],
    ['question', 'Passt Ihnen der Samstag für einen Besuch?'],
    [
      'paraphrase',
      'Halten Sie die Taste Reset am FN-7 zehn Sekunden gedrückt.',
      'a',
      'Drücken Sie die Taste Reset am FN-7 zehn Sekunden lang.',
    ],
    [
      'respelled',
      'Drücken Sie dazu 10 Sek. lang die Reset-Taste.',
      'a',
      'Drücken Sie die Taste Reset am FN-7 zehn Sekunden lang.',
    ],
    [
      'respelled',
      'Nach rund vier Minuten sollte die Lampe grün leuchten.',
      'a',
      'Nach etwa 4 Minuten leuchtet die Lampe grün.',
    ],
    [
      'paraphrase',
      'Wenn sie rot bleibt, tauschen wir den Router kostenlos.',
      'a',
      'Bleibt sie rot, tauschen wir das Gerät kostenlos aus.',
    ],
    [
      'respelled',
      'Das neue Gerät kommt dann in zwei bis drei Werktagen per DHL.',
      'a',
      'Das Tauschgerät kommt nach 2 bis 3 Werktagen mit DHL.',
    ],
    [
      'respelled',
      'Die Störungsstelle erreichen Sie unter 0800/5550190.',
      'a',
      'Die Störungsstelle hat die Nummer 0800 5550190.',
    ],
    [
      'paraphrase',
      'Mit Kanal 36, einzustellen unter Funk, ist die Verbindung abends stabiler.',
      'g',
      'Stellen Sie in der Oberfläche unter Funk den Kanal 36 ein.',
    ],
    ['paraphrase', 'Am besten steht der Router möglichst frei.', 't', 'Stellen Sie den Router möglichst frei auf.'],
    ['policy', 'Dauert der Ausfall länger als 2 Tage, wird er auf der Rechnung gutgeschrieben.'],
  ],
  planted: [
    [
      'number',
      'Halten Sie die Taste {25|sechzig} Sekunden gedrückt.',
      'a',
      'Drücken Sie die Taste Reset am FN-7 zehn Sekunden lang.',
    ],
    ['number', 'Stellen Sie Kanal {11|44} ein.', 'g', 'Stellen Sie in der Oberfläche unter Funk den Kanal 36 ein.'],
    [
      'amount',
      'Der Austausch kostet {19,90 €|fünfzig Euro}.',
      'a',
      'Das Tauschgerät kommt nach 2 bis 3 Werktagen mit DHL.',
    ],
    [
      'date',
      'Der Techniker kommt am {22. Februar|22.2.|Dienstag, 23.02.2027}.',
      'a',
      'Das Tauschgerät kommt nach 2 bis 3 Werktagen mit DHL.',
    ],
    [
      'deadline',
      'Die Störung ist {heute noch|bis morgen Abend|binnen 24 Stunden|nächste Woche} behoben.',
      'a',
      'Nach etwa 4 Minuten leuchtet die Lampe grün.',
    ],
    [
      'url',
      'Den Stand sehen Sie unter {https://status-funkelnetz.example|funkelnetz.example/live|www.funkel-stoerung.example}.',
      'a',
      'Nach etwa 4 Minuten leuchtet die Lampe grün.',
    ],
    [
      'email',
      'Schicken Sie das Protokoll an {technik@funkelnetz.example|stoerung@funkel.example}.',
      'a',
      'Nach etwa 4 Minuten leuchtet die Lampe grün.',
    ],
    [
      'promise',
      '{Ihr Geld bekommen Sie zurück.|Wir schicken Ihnen heute einen neuen Router.|Der laufende Monat geht auf uns.|Wir versprechen, dass es nicht wieder vorkommt.}',
      'a',
      'Nach etwa 4 Minuten leuchtet die Lampe grün.',
    ],
    [
      'product',
      'Der {FN-9 Turbo|Funkelschutz|MeshPoint 2} behebt das dauerhaft.',
      'a',
      'Nach etwa 4 Minuten leuchtet die Lampe grün.',
    ],
    ['foreign', 'Der Anschluss läuft auf {[NAME_2]|[ADDRESS]}.'],
    ['foreign', 'Den Techniker erreichen Sie unter +49 151 23456789.'],
    ['quote', 'Setzen Sie den FN-7 zurück.', 'a', 'Ziehen Sie zuerst den Netzstecker aus der Dose.'],
    ['customer', 'Der Techniker kommt am Samstag, und wir schreiben Ihnen 30 € gut.'],
    ['customer', 'Der Ausfall um 20 Uhr ist bekannt.', 'a', 'Nach etwa 4 Minuten leuchtet die Lampe grün.'],
    ['unapproved', 'Wir schreiben Ihnen 15 € gut.', 't', 'Wir haben 15 € gutgeschrieben.'],
    [
      'unapproved',
      'Der Techniker war am 11. Februar da.',
      't',
      'Unser Techniker kam am 11. Februar und hat das Kabel erneuert.',
    ],
  ],
};
