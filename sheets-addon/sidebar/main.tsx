/** Entry of the sidebar: one classic script in one page, which Google serves in a frame of its own. */
import { render } from 'preact';
import { App } from './app.tsx';
import { newClient, type ScriptRun } from './client.ts';

declare global {
  interface Window {
    google?: { script?: { run?: ScriptRun } };
  }
}

render(<App client={newClient(window.google?.script?.run)} />, document.getElementById('sidebar')!);
