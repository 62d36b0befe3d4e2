/** Once before all tests in Chromium: the pane and the page are built, the browser is unpacked. */
import { buildPreview } from '#local/page/build';
import { ROOT, unpackBrowser } from './browser.ts';

export default async function setup(): Promise<void> {
  await unpackBrowser();
  await buildPreview(ROOT);
}
