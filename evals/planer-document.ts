import { Window } from 'happy-dom';

const OUTLOOK_2003 =
  'div > div[class="MsoNormal"][align="center"][style="text-align:center"] > font > span > ' +
  'hr[size="3"][width="100%"][align="center"][tabindex="-1"]';

/** The document that planer wants, with its five XPath queries answered: happy-dom has no `evaluate`. */
export function createPlanerDocument(): { document: object; close: () => Promise<void> } {
  const window = new Window({ settings: { disableJavaScriptEvaluation: true, disableCSSFileLoading: true } });
  const createHTMLDocument = () => {
    const made = window.document.implementation.createHTMLDocument();
    return Object.assign(made, { evaluate: (query: string) => toResult(answer(query, made)) });
  };
  return { document: { implementation: { createHTMLDocument } }, close: () => window.happyDOM.close() };
}

type Doc = Window['document'];
type Found = { textContent: string | null };

function answer(query: string, document: Doc): Found[] {
  const elements = (selector: string) => [...document.querySelectorAll(selector)];
  if (query.includes('blockquote'))
    return elements('blockquote')
      .filter((quote) => !quote.parentElement?.closest('blockquote'))
      .slice(-1);
  if (query.includes('MsoNormal')) return elements(OUTLOOK_2003);
  const nodes: Found[] = query.includes('text()') ? textNodes(document) : elements('*');
  return nodes.filter(({ textContent }) => /^\s*(?:From:|Date:)/.test(textContent ?? ''));
}

function textNodes(document: Doc): Found[] {
  const walker = document.createTreeWalker(document, 4);
  const nodes: Found[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node);
  return nodes;
}

const toResult = (nodes: Found[]) => {
  const left = nodes.values();
  return { singleNodeValue: nodes[0] ?? null, iterateNext: () => left.next().value ?? null };
};
