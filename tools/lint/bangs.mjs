/**
 * Lint rule: `value!` tells the compiler what nothing proves, and a wrong one fails far from where it is written. The core has none but in the
 * files below, at most as many as stand beside them. Take one out and lower the number; a file that has none is not listed.
 */
export const AT_MOST = {
  'core/check/column-hidden.ts': 2,
  'core/check/framework-group-total.ts': 1,
  'core/check/index.ts': 2,
  'core/check/make.ts': 1,
  'core/check/readings.ts': 2,
  'core/check/text-invisible.ts': 1,
  'core/check/text-legacy-encoding.ts': 1,
  'core/check/value-fraction.ts': 2,
  'core/read/cells/codes.ts': 2,
  'core/read/cells/nearest.ts': 14,
  'core/read/entries/inputs.ts': 7,
  'core/read/headers/judges.ts': 3,
  'core/read/headers/matrix-points.ts': 7,
  'core/read/units/units.ts': 9,
  'core/view/alike.ts': 1,
  'core/view/findings.ts': 3,
  'core/view/ranking.ts': 5,
  'core/view/repair.ts': 1,
  'core/view/result.ts': 8,
  'core/view/unit.ts': 6,
  'core/workbook/cell.ts': 1,
  'core/workbook/fingerprint.ts': 2,
  'core/workbook/legacy.ts': 7,
  'core/workbook/number.ts': 3,
  'core/workbook/order.ts': 2,
  'core/write/findings-sheet.ts': 1,
  'core/write/ranking.ts': 2,
};
const ADVICE = 'say it by a type, a default that is right, or an error with a clear message';

/** @returns the path of a file of the core from the project's root. */
const pathOf = (filename) => `core/${filename.replaceAll('\\', '/').split('/core/').pop()}`;

const atMost = {
  meta: { type: 'problem', docs: { description: `no \`!\` behind a value: ${ADVICE}` } },
  create: (context) => {
    const path = pathOf(context.filename);
    const most = AT_MOST[path] ?? 0;
    let count = 0;
    return {
      TSNonNullExpression(node) {
        count += 1;
        if (count > most)
          context.report({ node, message: `${path} may have ${most} times \`!\` behind a value: ${ADVICE}` });
      },
    };
  },
};

export default { meta: { name: 'bangs' }, rules: { 'at-most': atMost } };
