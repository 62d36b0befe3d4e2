/** The page as it is pushed: what HtmlService and Google's frame ask of it. */
import { parse } from 'acorn';
import { JSDOM } from 'jsdom';
import { beforeAll, describe, expect, it } from 'vitest';
import { sidebar as en } from '../../../sheets-addon/words/sidebar/en.ts';
import { sidebar as vi } from '../../../sheets-addon/words/sidebar/vi.ts';
import { inlined, nodesOf, sidebarHtml, SIDEBAR_LIMIT } from '#local/build/sidebar';
import { ROOT } from '../../excel/e2e/browser.ts';

let html = '';
let page: Document;
let code = '';
beforeAll(async () => {
  html = (await sidebarHtml(ROOT)).text;
  page = new JSDOM(html).window.document;
  code = page.querySelector('script')!.textContent!;
});

describe('the page', () => {
  it('is one file within its limit', () => {
    const size = Buffer.byteLength(html) / 1024;
    process.stdout.write(`sidebar: ${size.toFixed(1)} KB (at most ${SIDEBAR_LIMIT} KB)\n`);
    expect(size).toBeLessThan(SIDEBAR_LIMIT);
    expect(page.querySelectorAll('[src], link, img, iframe, style[src]')).toHaveLength(0);
    expect(html).not.toMatch(/@import|url\(/);
  });

  it('has one classic script, at the end of its body, which nothing inside it ends', () => {
    const scripts = [...page.querySelectorAll('script')];
    expect(scripts).toHaveLength(1);
    expect(scripts[0]!.type).toBe('');
    expect(page.body.lastElementChild).toBe(scripts[0]);
    expect(html.match(/<\/script/gi)).toHaveLength(1);
    expect(html).not.toContain('<!--');
  });

  it('opens links elsewhere: the frame may not leave its page', () => {
    expect(page.querySelector('base')!.target).toBe('_blank');
  });
});

describe('the script', () => {
  it('is ES2019 without template literals, in which HtmlService strips what looks like a comment', () => {
    const kinds = [...nodesOf(parse(code, { ecmaVersion: 2019, sourceType: 'script' }))].map(({ type }) => type);
    expect(kinds).not.toContain('TemplateLiteral');
    expect(kinds).not.toContain('TaggedTemplateExpression');
    expect(kinds).toContain('CallExpression');
  });

  it('makes no code out of text, opens no connection, and knows no address but the names of markup languages', () => {
    const names = new Set<string>();
    for (const node of nodesOf(parse(code, { ecmaVersion: 2019, sourceType: 'script' })))
      if (node.type === 'Identifier') names.add(node.name);
    for (const way of ['eval', 'Function', 'fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'Worker'])
      expect(names.has(way), way).toBe(false);
    const addresses = [...html.matchAll(/https?:\/\/[\w.-]+/g)].map(([address]) => address);
    expect(addresses.filter((address) => address !== 'http://www.w3.org')).toEqual([]);
    expect(html).not.toMatch(/localhost|sourceMappingURL|node_modules/);
  });
});

describe('putting a script into a page', () => {
  const runs = (script: string): unknown => new Function(`${inlined(script)}; return result;`)();

  it('keeps what template literals mean', () => {
    expect(runs('const a = 1, b = null; var result = `x${a}y${`z${b}`}${a}`;')).toBe('x1yznull1');
    expect(runs('const o = { valueOf: () => 1, toString: () => "text" }; var result = `${o}`;')).toBe('text');
    expect(runs('var result = `https://a // b\\n/* c */`;')).toBe('https://a // b\n/* c */');
    expect(runs('const f = (x) => `${x}!`; var result = [1, 2].map((one) => `${f(one)}`).join();')).toBe('1!,2!');
    expect(runs('var result = `a`.length + ``.length;')).toBe(1);
  });

  it('hides the end of the script and the beginning of comments', () => {
    const script = 'var result = "</script><!-- </SCRIPT>" + /<\\/script>/.source;';
    expect(inlined(script)).not.toMatch(/<\/script|<!--/i);
    expect(runs(script)).toBe('</script><!-- </SCRIPT><\\/script>');
  });
});

describe('the words', () => {
  const places = (words: string): string[] => [...new Set(words.match(/\{\w+\}/g) ?? [])].sort();

  it('are there in both languages, ask for the same, and are composed', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
    for (const [id, words] of Object.entries(vi) as [keyof typeof vi, string][]) {
      expect(places(en[id]), id).toEqual(places(words));
      expect(words.normalize('NFC'), id).toBe(words);
    }
  });
});
