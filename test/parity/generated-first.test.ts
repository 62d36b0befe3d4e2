/** Generated workbooks 1 to 250 of 500 through the headless writer, Excel and Google Sheets; a file of its own, so that both halves run at once. */
import { it } from 'vitest';
import { compare } from './compare.ts';
import { generatedWorkbooks } from './fixtures.ts';

it('250 generated workbooks come out the same', () => compare(generatedWorkbooks(500).slice(0, 250), 'once'), 600_000);
