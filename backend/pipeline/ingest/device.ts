import { fieldAt } from './form-labels.ts';
import { isBlank, type Line, ownIndexes, setAside } from './line.ts';

/** Keys as an app writes them, without case, spaces and hyphens. */
const KEYS = new Set(
  `app appversion appname application bundleid package build buildnumber versioncode sdk sdkversion os osversion
  operatingsystem platform device devicemodel devicename deviceid devicetype model manufacturer brand locale language
  region country timezone userid accountid uuid installid installationid sessionid screen screensize resolution viewport
  density orientation network connection carrier wifi battery batterylevel memory freememory ram storage freespace disk
  browser browserversion useragent kernel architecture cpu rooted jailbroken timestamp client clientversion apilevel
  pushtoken sessionduration currentview`.split(/\s+/),
);
/** What an app tells and hardly a person: one of these, a heading or a rule marks a block. */
const APP_KEYS = new Set(
  `appversion bundleid buildnumber build versioncode sdkversion userid accountid deviceid devicemodel installid
  installationid sessionid pushtoken useragent`.split(/\s+/),
);
/** `App version: 3.1`, `os=iOS 17`, `- Device: Pixel 8`. */
const FIELD = /^[\s*•·-]{0,6}(\p{L}[\p{L} _-]{0,30})[:=：]/u;
const HEADING =
  /^[\s*#=_–—-]{0,20}(?:(?:app|device|system|debug|technical|client|support|environment)?[ -]?(?:diagnostics?|info(?:rmation)?|details|data|metadata|environment)|please (?:do not|don't) (?:delete|remove|edit)[^\n]{0,60}|geräte(?:daten|informationen)|systeminformationen|informations? (?:techniques|système)|información del (?:dispositivo|sistema)|informações do (?:dispositivo|sistema)|informazioni (?:sul dispositivo|di sistema)|端末情報|デバイス情報|设备信息)[\s*#=_:：–—-]{0,20}$/iu;
const RULE = /^[\s*#=_–—-]{2,80}$/u;
const UNDER_HEADING = 2;
const ALONE = 4;
const UNDER_RULE = 3;
const LONGEST_UNKNOWN = 60;
const LONGEST_JSON = 64_000;

/** Sets what an app wrote about itself and its device under or above the customer's words aside. In doubt it stays. */
export function setAsideDevice(lines: Line[]): void {
  setAsideJson(lines);
  const filled = ownIndexes(lines);
  const tail = blockAt(lines, filled.toReversed());
  if (tail.length < filled.length) for (const index of tail) setAside(lines, index, index + 1, 'device', false);
  const rest = filled.slice(0, filled.length - tail.length);
  const head = blockAt(lines, rest);
  if (head.length < rest.length) for (const index of head) setAside(lines, index, index + 1, 'device', false);
}

/** The lines of a device block at the beginning of `indexes`, its heading and rules with it. */
function blockAt(lines: Line[], indexes: number[]): number[] {
  const keys = new Set<string>();
  let headed = false;
  let ruled = false;
  let end = 0;
  for (const index of indexes) {
    const text = lines[index]?.text.slice(0, 200) ?? '';
    const key = keyOf(lines, index);
    const heading = HEADING.test(text);
    const rule = RULE.test(text);
    if (!key && !heading && !rule && !isBetween(lines, indexes, end)) break;
    if (key) keys.add(key);
    headed ||= heading;
    ruled ||= rule;
    end++;
  }
  const block = indexes.slice(0, end);
  if (headed) return keys.size >= UNDER_HEADING ? block : [];
  const app = [...keys].some((key) => APP_KEYS.has(key));
  if (isAskedAbout(lines, block) || !(app || ruled)) return [];
  return keys.size >= (ruled ? UNDER_RULE : ALONE) ? block : [];
}

const keyOf = (lines: Line[], index: number | undefined): string | null =>
  index === undefined ? null : deviceKey(FIELD.exec(lines[index]?.text.slice(0, 200) ?? '')?.[1]);

/** One key that we do not know, between two that we do. */
function isBetween(lines: Line[], indexes: number[], at: number): boolean {
  const text = lines[indexes[at] ?? 0]?.text ?? '';
  if (text.length > LONGEST_UNKNOWN || !FIELD.test(text) || /[?!]/.test(text)) return false;
  const kind = fieldAt(text)?.kind;
  if (kind === 'content' || kind === 'message') return false;
  return keyOf(lines, indexes[at - 1]) !== null && keyOf(lines, indexes[at + 1]) !== null;
}

/** "My config:" above, or "What is wrong with it?" right above: the writer shows what follows. */
function isAskedAbout(lines: Line[], block: number[]): boolean {
  const first = block.reduce((least, index) => Math.min(least, index), block[0] ?? 0);
  let above = first - 1;
  while (above >= 0 && isBlank(lines[above])) above--;
  const end = lines[above]?.text.trimEnd().slice(-1) ?? '';
  return /[:：]/.test(end) || (above === first - 1 && /[?？]/.test(end));
}

/** A JSON object at the end, below words, that tells of a device. */
function setAsideJson(lines: Line[]): void {
  const own = ownIndexes(lines);
  const [first = 0] = own;
  const last = own.at(-1) ?? 0;
  if (!/\}\s{0,4}$/.test(lines[last]?.text.slice(-6) ?? '')) return;
  const open = own.findLast((index) => /^\s?\{/.test(lines[index]?.text ?? '')) ?? first;
  if (open === first) return;
  const json = lines
    .slice(open, last + 1)
    .map((line) => line.text)
    .join('\n');
  if (json.length <= LONGEST_JSON && isDeviceJson(json) && !isAskedAbout(lines, [open]))
    setAside(lines, open, last + 1, 'device', false);
}

function isDeviceJson(json: string): boolean {
  const keys = [...json.matchAll(/"([^"\n]{1,40})"\s{0,4}:/g)].flatMap(([, key]) => deviceKey(key) ?? []);
  return new Set(keys).size >= 3 && keys.some((key) => APP_KEYS.has(key)) && isJson(json);
}

function deviceKey(name = ''): string | null {
  const key = name.toLowerCase().replace(/[ _-]/g, '');
  return KEYS.has(key) ? key : null;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
