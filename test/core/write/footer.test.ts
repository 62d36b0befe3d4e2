/** The footer of our printed sheets. */
import { expect, it } from 'vitest';
import { landscape } from '#core/write/builder';

it('a footer keeps its page number and never a half of a doubled &, whatever the stamp', () => {
  for (const stamp of ['&'.repeat(300), `a${'&'.repeat(300)}`, 'x'.repeat(300), '😀'.repeat(200), 'Sở A & B']) {
    const { footer } = landscape(null, stamp, 'Trang &P/&N');
    expect(`&C${footer}`.length).toBeLessThanOrEqual(255);
    expect(footer.replaceAll('&&', '')).toMatch(/^[^&]* · Trang &P\/&N$/);
  }
  expect(landscape(null, 'Sở A & B', '&P').footer).toBe('Sở A && B · &P');
});
