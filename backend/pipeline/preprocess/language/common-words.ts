/** Words that settle a short text: grammar, and what people write to a helpdesk. Shared ones stand under each language. */
const WORDS: Record<string, string> = {
  en: `the a an and or but not of to in on at for with from by is are was were be been am do does did don't doesn't didn't can can't cannot could
    would will won't should i i'm i've you your my me we our it it's its this that these those there here have has had what when where which who why
    how please thanks thank hello hi dear need help issue issues error order invoice billing refund account password login shipping delivery broken
    missing cancel subscription charged update request support about still again any no yes get got without after before working work works wrong report
    reports inquiry service customer team name regarding available received reason`,
  es: `el la los las un una unos unas y o pero no de del al a en con por para sin sobre es son está están estoy fue ser hay he ha mi mis su sus tu
    me te se lo le nos que qué cuando cuándo donde dónde como cómo quién cuál porque este esta esto ese esa eso muy más ya también gracias hola
    ayuda problema problemas error pedido factura cuenta contraseña reembolso envío cancelar suscripción funciona puedo quiero necesito tengo
    favor consulta solicitud urgente buenos días desde hasta nada asistencia fallo ingresar cobro nombre
    también tambien sistema servicio cliente equipo recibido motivo`,
  fr: `le la les l un une des et ou mais ne pas de du d au aux à en dans avec pour par sans sur est sont suis été être ai a avez avons mon ma mes
    votre vos notre nos je j' tu il elle on nous vous ils ce cet cette ces ça c'est n'est qui que quoi où quand comment pourquoi très plus déjà
    merci bonjour aide problème problèmes erreur commande facture compte mot passe remboursement livraison annuler abonnement marche fonctionne
    peux veux besoin demande toujours rien depuis assistance cassé s'il plaît nom système client équipe reçu raison`,
  de: `der die das den dem des ein eine einen einem einer eines und oder aber nicht kein keine keinen von vom zu zum zur in im an am auf mit für bei
    aus nach ohne über ist sind war wird werden wurde bin sein habe haben hat hatte kann können will möchte muss ich mich mir du sie wir uns er es
    mein meine meinem meinen ihr ihre ihren was wer wie wo wann warum welche bitte danke hallo guten tag sehr mehr noch schon auch wieder immer
    hilfe problem probleme fehler bestellung rechnung konto passwort rückerstattung lieferung kündigen kündigung abo falsch defekt kaputt geht
    funktioniert anfrage dringend seit keine kommt angekommen zurück geld anmelden name dienst kunde kunden erhalten grund`,
  pt: `o a os as um uma uns umas e ou mas não de do da dos das em no na nos nas com por para pelo pela sem sobre é são está estão estou foi ser há
    meu minha meus minhas seu sua você vocês eu me se lhe que quê quando onde como quem qual porque este esta isto esse essa isso muito mais já
    também obrigado obrigada olá ajuda problema problemas erro pedido fatura conta senha reembolso entrega cancelar assinatura funciona consigo
    posso quero preciso tenho favor consulta solicitação urgente bom dia até desde nada assistência nome
    sistema serviço cliente equipe recebi motivo`,
  it: `il lo la i gli le l un uno una e o ma non di del della dei delle degli a al alla ai alle da dal dalla in nel nella con per su sul sulla senza
    è sono sei siamo era essere ho ha hai abbiamo mio mia miei mie suo sua vostro vostra io mi ti si ci vi che chi cosa quando dove come perché
    quale questo questa questi quello molto più già anche grazie ciao buongiorno aiuto problema problemi errore ordine fattura conto account
    rimborso spedizione consegna annullare disdire abbonamento funziona posso voglio vorrei bisogno richiesta sempre niente ancora rotto nome sistema servizio cliente ricevuto motivo`,
  nl: `de het een en of maar niet geen van voor te in op aan met bij uit naar door zonder over is zijn was werd worden ben heb heeft hebben kan
    kunnen wil moet ik mij me mijn je jij jullie u uw hij zij we wij ons onze wat wie waar wanneer hoe waarom welke dit dat deze die er hier daar
    zeer meer nog al ook weer altijd alsjeblieft graag dank bedankt hallo dag hulp probleem problemen fout bestelling factuur account wachtwoord
    terugbetaling levering opzeggen abonnement werkt doet kapot verkeerd vraag dringend sinds geld terug naam dienst klant ontvangen reden`,
  pl: `i lub ale nie w we z ze na do od po za o u dla przez bez przy jest są był była było być jestem mam ma mamy mój moja moje mnie mi się to ten
    ta te tego tej co kto gdzie kiedy jak dlaczego który która czy już jeszcze bardzo więcej też proszę dziękuję dzięki dzień dobry witam cześć
    pomoc problem błąd zamówienie faktura faktury konto konta hasło zwrot dostawa anulować subskrypcja działa mogę chcę potrzebuję pytanie pilne
    nadal brak pieniędzy paczka nazwa usługa klient otrzymałem powód`,
  ca: 'el els la les un una i o però no de del dels al als a en amb per sense és són està meu meva què quan on com aquest aquesta molt més gràcies hola ajuda',
  cs: 'a i nebo ale ne není v ve z na do od po za o u pro přes bez je jsou byl být jsem mám můj moje mi se to ten ta co kdo kde kdy jak proč prosím děkuji dobrý den ještě nefunguje objednávka',
  da: 'og eller men ikke af til fra med på for i er var har kan vil skal jeg mig min mit mine du din vi os det den de hvad hvor hvornår hvordan hvorfor tak hej venligst en et virker',
  et: 'ja või aga ei on oli olen see mis kus kuidas miks mina minu ma sa te palun tere aitäh kui ka tellimus',
  fi: 'ja tai mutta ei en on oli olen se mikä missä miten miksi minä minun kiitos hei ole voi tilaus kun myös',
  hr: 'i ili ali ne nije u na od do za s sa je su bio biti sam imam moj moja mi se to taj što tko gdje kada kako zašto molim hvala dobar dan',
  hu: 'a az egy és vagy de nem is van volt vagyok ez ami hol mikor hogyan miért én nekem kérem köszönöm szia meg hogy csak rendelés',
  id: 'dan atau tetapi tidak di ke dari yang untuk dengan ini itu adalah saya anda kami kita ada apa bisa sudah belum tolong terima kasih mohon pesanan akun',
  lt: 'ir arba bet ne nėra yra buvo aš mano man tai kas kur kaip kodėl prašau ačiū labas į iš su per už',
  lv: 'un vai bet nav ir bija es mans man tas kas kur kā kāpēc lūdzu paldies sveiki no uz ar par',
  no: 'og eller men ikke av til fra med på for i er var har kan vil skal jeg meg min mitt mine du din vi oss det den de hva hvor når hvordan hvorfor takk hei vennligst en et virker',
  ro: 'și sau dar nu de la din cu pe pentru fără este sunt era am are meu mea mă îmi se ce cine unde când cum mulțumesc bună vă rog nu comanda',
  sk: 'a alebo ale nie je v na do od po za o pre bez sú bol byť som mám môj moje mi sa to ten čo kto kde kedy ako prečo prosím ďakujem dobrý deň',
  sl: 'in ali ampak ne ni v na od do za s z je so bil biti sem imam moj moja mi se to ta kaj kdo kje kdaj kako zakaj prosim hvala',
  sv: 'och eller men inte av till från med på för i är var har kan vill ska jag mig min mitt mina du din vi oss det den de vad hur när varför tack hej snälla en ett fungerar',
  tr: 've veya ama değil bir bu şu için ile var yok ben benim siz ne nerede nasıl neden lütfen teşekkürler merhaba çok daha sipariş',
  vi: 'và hoặc không là của cho với từ này đó tôi bạn có được gì đâu sao xin cảm ơn chào đơn hàng',
  ru: 'и или но не в на с из от до за о по для без это этот где что кто как когда почему я мне мой моя мы вы нет да есть был быть заказ деньги спасибо привет здравствуйте помогите пожалуйста ещё',
  uk: 'і й або але не в у на з із від до за про по для без це цей де що хто як коли чому я мені мій моя ми ви немає так є був бути замовлення гроші дякую привіт допоможіть будь ласка ще',
  bg: 'и или но не в на с от до за по без това този къде какво кой как кога защо аз ми моят ние вие няма да е са беше поръчка пари благодаря здравейте помощ моля още ме се',
  sr: 'и или али не није у на с са од до за о по без ово тај где шта ко како када зашто ја ми мој моја ви нема да је су био хвала здраво молим још се',
};

/** A word → the languages that use it every day. */
export const COMMON_WORDS: Map<string, string[]> = new Map();

for (const [language, words] of Object.entries(WORDS)) {
  for (const word of new Set(words.split(/\s+/))) COMMON_WORDS.set(word, [...(COMMON_WORDS.get(word) ?? []), language]);
}
