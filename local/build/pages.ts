/** What stands beside the pane in dist/excel: the message for old engines and the help page that the manifest names. */
import { fill } from '#core/messages/fill';
import { site as enSite } from './words/en.ts';
import { pane as enPane } from '#panel/words/en.ts';
import type { Language } from '#core/messages/message';
import { site as viSite } from './words/vi.ts';
import { pane as viPane } from '#panel/words/vi.ts';
import type { Product } from '../manifest/excel.ts';

const WORDS: Record<Language, Readonly<Record<string, string>>> = {
  vi: { ...viPane, ...viSite },
  en: { ...enPane, ...enSite },
};
const LOCALES: Record<Language, keyof Product['texts']> = { vi: 'vi-VN', en: 'en-US' };
const SECTIONS = ['start', 'blank', 'write', 'report'] as const;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** @returns a script that runs in Internet Explorer too, so it is in the oldest words: it puts a plain message where the pane would be. */
export function oldEngineScript(): string {
  const text = JSON.stringify(`${WORDS.vi['site.old-engine']}\n\n${WORDS.en['site.old-engine']}`).replace(
    /[^\x20-\x7e]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `(function () {
  var agent = navigator.userAgent;
  if (agent.indexOf('Trident/') < 0 && agent.indexOf('MSIE ') < 0 && agent.indexOf(' Edge/') < 0) return;
  document.documentElement.setAttribute('data-old-engine', '');
  function show() {
    var line = document.createElement('p');
    line.style.cssText = 'margin:20px;font:14px/20px Segoe UI,sans-serif;white-space:pre-line';
    line.setAttribute('role', 'alert');
    line.appendChild(document.createTextNode(${text}));
    document.body.appendChild(line);
  }
  if (document.body) show(); else if (window.addEventListener) window.addEventListener('DOMContentLoaded', show); else window.attachEvent('onload', show);
})();
`;
}

function section(language: Language, product: Product, version: string, address: string): string {
  const word = (id: string): string => WORDS[language][`pane.${id}`]!;
  const args = {
    address,
    version,
    button: product.texts[LOCALES[language]].button,
    check: word('check-run'),
    score: word('score-run'),
    sample: word('sample'),
  };
  const say = (id: string): string => escape(fill(WORDS[language], { id: `site.support-${id}`, args }, language));
  const parts = SECTIONS.map((name) => `<h2>${say(`${name}-title`)}</h2>\n<p>${say(name)}</p>`);
  return `<section lang="${language}">\n<h1>${say('title')}</h1>\n<p>${say('about')}</p>\n${parts.join('\n')}\n</section>`;
}

/** @returns the help page, in both languages: no script, nothing loaded. @param address where office.js comes from. */
export function supportPage(product: Product, version: string, address: string): string {
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(WORDS.vi['site.support-title']!)}</title>
<style>body{margin:20px auto;max-width:640px;padding:0 20px;font:16px/24px "Segoe UI",sans-serif;color-scheme:light dark}section+section{border-top:1px solid;margin-top:32px}</style>
</head>
<body>
${(['vi', 'en'] as const).map((language) => section(language, product, version, address)).join('\n')}
</body>
</html>
`;
}
