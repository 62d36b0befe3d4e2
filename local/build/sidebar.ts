/** How the sidebar is built: one page that loads nothing, as Apps Script's HtmlService can serve it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type AnyNode, type TemplateLiteral } from 'acorn';
import { rolldown } from 'rolldown';

/** Most KB of the page as it is pushed. */
export const SIDEBAR_LIMIT = 300;

/** @returns every node of a script, as deep as it goes. */
export function* nodesOf(of: unknown): Generator<AnyNode> {
  if (Array.isArray(of)) for (const one of of) yield* nodesOf(one);
  else if (typeof of === 'object' && of !== null && 'type' in of) {
    yield of as AnyNode;
    for (const part of Object.values(of)) yield* nodesOf(part);
  }
}

/** @returns the source of `"a".concat(b, "c")`: texts are made of the parts exactly as a template makes them. */
function concatenation(code: string, { quasis, expressions }: TemplateLiteral): string {
  const parts = quasis.flatMap(({ value }, at) => {
    const text = value.cooked ?? '';
    const own = at > 0 && text === '' ? [] : [JSON.stringify(text)];
    const expression = expressions[at];
    return expression === undefined ? own : [...own, lowered(code, expression)];
  });
  const [first, ...rest] = parts;
  return rest.length === 0 ? first! : `${first}.concat(${rest.join(',')})`;
}

/** @returns the code of a node without template literals: HtmlService strips what looks like a comment inside them. */
function lowered(code: string, node: AnyNode): string {
  const found: TemplateLiteral[] = [];
  const look = (of: unknown): void => {
    if (Array.isArray(of)) for (const one of of) look(one);
    else if (typeof of === 'object' && of !== null && 'type' in of) {
      const one = of as AnyNode;
      if (one.type === 'TaggedTemplateExpression') throw new Error('a tagged template can’t be lowered');
      if (one.type === 'TemplateLiteral') found.push(one);
      else for (const part of Object.values(one)) look(part);
    }
  };
  look(node);
  let text = '';
  let from = node.start;
  for (const one of found.sort((x, y) => x.start - y.start)) {
    text += code.slice(from, one.start) + concatenation(code, one);
    from = one.end;
  }
  return text + code.slice(from, node.end);
}

/** @returns a script that may stand in a page: nothing in it ends the script or begins a comment of the page. */
export function inlined(script: string): string {
  const program = parse(script, { ecmaVersion: 2019, sourceType: 'script' });
  const safe = lowered(script, program).replace(/<(?=\/script|!--)/gi, '<\\');
  for (const node of nodesOf(parse(safe, { ecmaVersion: 2019, sourceType: 'script' })))
    if (node.type === 'TemplateLiteral') throw new Error('a template literal is left');
  return safe;
}

/** A file of the add-on, and the paths of the modules in it. */
export interface Bundled {
  text: string;
  modules: string[];
}

async function script(root: string): Promise<Bundled> {
  const bundle = await rolldown({
    input: join(root, 'sheets-addon/sidebar/main.tsx'),
    cwd: root,
    logLevel: 'warn',
    transform: { target: 'es2019' },
    // The panel is written for React; here Preact stands in its place.
    resolve: { alias: { 'react/jsx-runtime': 'preact/jsx-runtime', react: 'preact/compat' } },
  });
  const { output } = await bundle.generate({ format: 'iife', minify: true, codeSplitting: false });
  await bundle.close();
  return { text: output[0].code, modules: output[0].moduleIds };
}

/** @returns the whole page; throws where it grew over its limit. */
export async function sidebarHtml(root: string): Promise<Bundled> {
  const { text, modules } = await script(root);
  const style = readFileSync(join(root, 'sheets-addon/sidebar/sidebar.css'), 'utf8').replace(
    /\/\*[\s\S]*?\*\/\s*/g,
    '',
  );
  const page = `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<base target="_blank">
<title>Nghìn Điểm</title>
<style>
${style}</style>
</head>
<body>
<div id="sidebar"></div>
<script>
${inlined(text)}
</script>
</body>
</html>
`;
  const size = Buffer.byteLength(page) / 1024;
  if (size > SIDEBAR_LIMIT)
    throw new Error(`the sidebar is too large: ${size.toFixed(1)} KB, at most ${SIDEBAR_LIMIT}`);
  return { text: page, modules };
}
