/**
 * Lint rule: an effect and a ref callback return a clean-up or nothing. What a browser call returns differs between
 * versions (scrollIntoView gives a Promise in newer Chromium), and React and Preact call whatever comes back.
 */
const EFFECTS = new Set(['useEffect', 'useLayoutEffect', 'useInsertionEffect']);
const MESSAGE = 'an effect or ref callback returns a clean-up (a function written here, or its name) or nothing';
const isFunction = (node) => node.type === 'ArrowFunctionExpression' || node.type === 'FunctionExpression';

/** @returns whether the returned expression can only be a clean-up. */
function isCleanUp(node) {
  if (node === null || isFunction(node) || node.type === 'Identifier') return true;
  if (node.type === 'ConditionalExpression') return isCleanUp(node.consequent) && isCleanUp(node.alternate);
  return false;
}

/** @returns every expression that the function itself returns, not the functions in it. */
function returned(node, found = []) {
  if (node === null || typeof node !== 'object') return found;
  if (Array.isArray(node)) {
    for (const each of node) returned(each, found);
    return found;
  }
  if (typeof node.type !== 'string' || isFunction(node) || node.type === 'FunctionDeclaration') return found;
  if (node.type === 'ReturnStatement') found.push(node.argument);
  else for (const key of Object.keys(node)) if (key !== 'parent') returned(node[key], found);
  return found;
}

function isSound(callback) {
  if (!isFunction(callback) || callback.async || callback.generator) return false;
  if (callback.body.type !== 'BlockStatement') return isCleanUp(callback.body);
  return returned(callback.body).every(isCleanUp);
}

const cleanUp = {
  meta: { type: 'problem', docs: { description: MESSAGE } },
  create: (context) => ({
    CallExpression(node) {
      const { callee } = node;
      const name = callee.type === 'MemberExpression' ? callee.property.name : callee.name;
      if (!EFFECTS.has(name)) return;
      if (node.arguments[0] === undefined || !isSound(node.arguments[0])) context.report({ node, message: MESSAGE });
    },
    JSXAttribute(node) {
      if (node.name.name !== 'ref' || node.value?.type !== 'JSXExpressionContainer') return;
      const value = node.value.expression;
      if (isFunction(value) && !isSound(value)) context.report({ node, message: MESSAGE });
    },
  }),
};

export default { meta: { name: 'effects' }, rules: { 'clean-up': cleanUp } };
