import { type Stems, type WordList, wordList } from './word-list.ts';

export type Topic = { category: string; subcategory: string; find: WordList };

const topic = (category: string, subcategory: string, stems: Stems): Topic => ({
  category,
  subcategory,
  find: wordList(stems),
});

const BILLING: Topic[] = [
  topic('billing', 'duplicate_charge', {
    en: 'charged twice|double charge|duplicate charge|billed twice|two identical|charged me',
    es: 'cobro duplicado|dos veces|cobrado|cobraron|cargo doble|doble cargo',
    fr: 'débité deux|prélevé|double prélèvement|facturé deux|débit',
    de: 'doppelt abgebucht|zweimal abgebucht|doppelt belastet|abgebucht|abbuchung',
    pt: 'cobrança duplicada|cobrado|cobraram|duas vezes|cobrança',
    ja: '二重請求|二重に|二回引き落と|重複',
  }),
  topic('billing', 'refund', {
    en: 'refund|money back|reimburse',
    es: 'reembols|devolución|devolver el dinero|devuelvan',
    fr: 'rembours',
    de: 'rückerstatt|erstatt|geld zurück|rückzahlung',
    pt: 'reembols|estorn|dinheiro de volta',
    ja: '返金|払い戻し',
  }),
  topic('billing', 'invoice', {
    en: 'invoice|receipt|vat|tax id|billing address|billing',
    es: 'factur|recibo|iva|nif|datos fiscales',
    fr: 'factur|reçu|tva|justificatif',
    de: 'rechnung|beleg|ust|umsatzsteuer|mwst|quittung',
    pt: 'fatura|nota fiscal|recibo|nif|iva',
    ja: '請求書|領収書|インボイス|請求',
  }),
  topic('billing', 'payment', {
    en: 'bill|fee|fees|bank|pay |balance|deposit|money|€|$|usd|eur|payment|credit card|card declined|card was|sepa|paypal|charge|paid',
    es: 'pagu|pagar|euros|dinero|saldo|banco|tarifa|transferencia|pago|tarjeta|domiciliación|cobr',
    fr: 'payer|euros|argent|relevé|banque|frais|virement|carte|paiement|carte bancaire|carte a|carte bleue|prélèvement|payé',
    de: 'euro|betrag|geld|überwiesen|gebühr|fällig|kreditkarte|zahlung|kreditkarte|lastschrift|bezahl|karte',
    pt: 'pago|pagar|dinheiro|banco|fatura|débito|parcela|reais|euros|pagamento|cartão|débito|paguei|boleto',
    ja: '払い|円|残高|料金|入金|振込|支払|決済|カード|引き落と|口座',
  }),
  topic('billing', 'plan_and_price', {
    en: 'subscription|price|pricing|discount|upgrade|downgrade|plan|trial',
    es: 'suscripción|precio|descuento|plan|tarifa|baja',
    fr: 'abonnement|tarif|prix|remise|formule|résili',
    de: 'abo|tarif|preis|rabatt|kündig|vertrag',
    pt: 'assinatura|plano|preço|desconto|mensalidade',
    ja: 'プラン|料金|解約|価格|割引|契約|サブスク',
  }),
];

const TECHNICAL: Topic[] = [
  topic('technical', 'outage', {
    en: 'outage|is down|are down|site down|unavailable|nothing works|not loading|blank page|white screen|offline|500|503',
    es: 'caíd|no funciona nada|no carga|fuera de servicio|pantalla en blanco|500|503',
    fr: 'en panne|panne|rien ne marche|rien ne fonctionne|inaccessible|page blanche|500|503',
    de: 'ausfall|nichts geht|nicht erreichbar|lädt nicht|weiße seite|offline|500|503',
    pt: 'fora do ar|nada funciona|não carrega|indisponível|tela branca|500|503',
    ja: '障害|つながらない|表示されない|アクセスできない|真っ白|落ちて|動かない|500|503',
  }),
  topic('technical', 'error', {
    en: 'system|server|dead|mismatch|empty|fail|cannot open|won.t|update|version|disconnect|error|bug|crash|broken|fails|failed|does not work|doesn.t work|not working|stopped working|glitch|freezes|stuck',
    es: 'servidor|versión|actualización|no responde|vacío|no se abre|no deja|se corta|error|fallo|falla|no funciona|se cierra|se cuelga|roto|bloquea',
    fr: 'serveur|version|coupure|mise à jour|vide|ne répond|ne s.ouvre|décalage|erreur|bug|plant|ne fonctionne|ne marche|bloqué|se ferme',
    de: 'server|update|liefert|tot|reagiert nicht|stürzt|hängen|leer|funktioniert|startet nicht|version|fehler|absturz|stürzt|funktioniert nicht|geht nicht|defekt|hängt|kaputt',
    pt: 'servidor|atualização|não responde|travad|não abre|vazi|cai toda|versão|erro|falha|não funciona|trava|fecha sozinho|quebr|bug',
    ja: 'サーバー|応答|起動|表示され|停止|止ま|届きません|アップデート|更新後|ダウン|エラー|不具合|バグ|クラッシュ|固まる|できません|失敗|動作',
  }),
  topic('technical', 'sync_and_integration', {
    en: 'sync|integration|api|webhook|google calendar|outlook|zapier|stripe|import|export|csv|upload|double book',
    es: 'sincroniz|integración|api|webhook|importar|exportar|csv|google calendar|outlook|zapier|duplicad',
    fr: 'synchronis|intégration|api|webhook|import|export|csv|google agenda|outlook|zapier',
    de: 'synchronis|schnittstelle|integration|api|webhook|import|export|csv|google kalender|outlook|zapier',
    pt: 'sincroniz|integração|api|webhook|importar|exportar|csv|google agenda|outlook|zapier',
    ja: '同期|連携|API|インポート|エクスポート|CSV|Google|Outlook|Zapier|取り込み',
  }),
  topic('technical', 'app_and_reminders', {
    en: 'app|slow|loading|reminder|notification|sms|email not|browser|ios|android|page|calendar|button|widget',
    es: 'aplicación|app|lent|recordatorio|notificacion|sms|navegador|página|calendario|botón',
    fr: 'appli|lent|rappel|notification|sms|navigateur|page|calendrier|agenda|bouton',
    de: 'app|langsam|erinnerung|benachrichtigung|sms|browser|seite|kalender|knopf|button',
    pt: 'aplicativo|app|lent|lembrete|notificaç|sms|navegador|página|calendário|agenda|botão',
    ja: 'アプリ|遅い|重い|通知|リマインダー|SMS|ブラウザ|画面|カレンダー|ボタン|予約ページ',
  }),
];

const ACCOUNT: Topic[] = [
  topic('account', 'sign_in', {
    en: 'password|log in|login|sign in|locked out|log me|reset link|cannot access my account|credentials',
    es: 'contraseña|iniciar sesión|acceder a mi cuenta|entrar en mi cuenta|bloquead|restablecer',
    fr: 'mot de passe|me connecter|connexion|identifiant|compte bloqué|réinitialis',
    de: 'passwort|kennwort|einloggen|anmeld|login|ausgesperrt|zugang|zurücksetzen',
    pt: 'senha|palavra-passe|entrar na conta|fazer login|login|acessar minha conta|redefin|bloquead',
    ja: 'パスワード|ログイン|サインイン|ロック|再設定',
  }),
  topic('account', 'security', {
    en: 'two-factor|2fa|authenticator|verification code|hacked|unauthori|someone else|suspicious|sso|saml|security',
    es: 'dos pasos|2fa|verificación|hacke|no autorizado|sospechos|sso|seguridad',
    fr: 'double authentification|2fa|code de vérification|pirat|suspect|sso|sécurité',
    de: 'zwei-faktor|2fa|bestätigungscode|gehackt|fremd|verdächtig|sso|sicherheit',
    pt: 'dois fatores|2fa|verificação|hacke|invad|suspeit|sso|segurança',
    ja: '二段階|2段階|認証|不正|乗っ取|SSO|セキュリティ',
  }),
  topic('account', 'profile_and_members', {
    en: 'name on|change my|profil|admin|device|rights|former|old email|access|account|profile|username|email address|owner|ownership|team member|invite|permission|role|delete my|gdpr|personal data',
    es: 'acceso|nombre|claves|titular|alta|cuenta|perfil|usuario|correo electrónico|propietari|permisos|invitar|eliminar mi|datos personales',
    fr: 'accès|mon nom|identité|ancien|compte|profil|utilisateur|adresse e-mail|adresse mail|propriétaire|inviter|droits|supprimer mon|rgpd',
    de: 'postfach|zugriff|mein name|nachname|sperren|gestohlen|konto|profil|benutzer|e-mail-adresse|mailadresse|inhaber|einladen|rechte|löschen|dsgvo',
    pt: 'cadastro|acesso|meu nome|titular|conta|perfil|usuário|utilizador|endereço de e-mail|proprietári|convidar|permiss|excluir minha|lgpd|rgpd',
    ja: '登録|管理者|住所|名前|パス|アカウント|プロフィール|メールアドレス|オーナー|権限|招待|退会|個人情報|名義|ユーザー',
  }),
];

const REQUESTS: Topic[] = [
  topic('feature_request', 'suggestion', {
    en: 'suggest|consider|would be|would help|should let|allow us|let us|it would|make it possible|proposal|by default|bulk|feature request|feature|would be great|would be nice|would love|please add|suggestion|wish|any plans|roadmap|could you add|idea|dark mode',
    es: 'sería|sugiero|pongan|estaría|poder |ojalá|modo |sería genial|estaría bien|sugerencia|sugerir|podrían añadir|podríais añadir|agregar|me gustaría que|nueva función|funcionalidad|modo oscuro',
    fr: 'serait|faudrait|pouvoir|prévu|proposer|on aimerait|ce serait|serait bien|suggestion|suggérer|pourriez-vous ajouter|ajouter|nouvelle fonction|fonctionnalité|idée|mode sombre',
    de: 'wäre|könnte man|anregung|wärs|denkbar|lässt sich|schön wenn|wäre schön|wäre toll|wäre super|vorschlag|wunsch|wünsche|funktion|könnten sie einbauen|idee|feature|dunkelmodus',
    pt: 'seria|coloquem|poder |viável|previsão|bem que|seria ótimo|seria bom|sugestão|sugerir|poderiam adicionar|adicionar|nova função|funcionalidade|gostaria que|ideia|modo escuro',
    ja: 'ように|欲しい|できると|嬉しい|付けて|自動で|要望|追加して|機能|あると嬉しい|あれば|ほしい|提案|希望|ダークモード|対応予定',
  }),
  topic('general', 'question', {
    en: 'parcel|deliver|order|shop|staff|open on|where is|who |opening hours|office hours|thank|thanks|contact|phone number|partnership|press|question|information|hello',
    es: 'paquete|pedido|entrega|tienda|quién|abren|horario|gracias|contacto|teléfono|colabor|pregunta|información|prensa',
    fr: 'colis|livr|commande|boutique|magasin|horaires|merci|contact|téléphone|partenariat|question|information|presse',
    de: 'paket|bestellung|lieferung|laden|zuständig|abholung|filiale|öffnungszeit|geschäftszeit|danke|kontakt|telefon|partner|frage|information|presse',
    pt: 'entrega|pedido|loja|encomenda|balcão|horário|obrigad|contato|contacto|telefone|parceria|pergunta|dúvida|informaç|imprensa',
    ja: '注文|配送|店舗|スタッフ|届け|引き取|営業時間|ありがとう|お問い合わせ|電話|提携|質問|教えて|取材',
  }),
];

export const TOPICS: readonly Topic[] = [...BILLING, ...TECHNICAL, ...ACCOUNT, ...REQUESTS];
