/** Words of the pages beside the pane (en), by id: they are written by the build, so no add-in carries them. */
import type { SameWords } from '#core/messages/ids';
import type { site as vi } from './vi.ts';

export const site: SameWords<typeof vi> = {
  'site.old-engine':
    'This computer runs add-ins in an old browser (Internet Explorer or old Edge), which is not enough for Nghìn Điểm. It needs Microsoft 365 version 16.0.13530 or newer or Excel 2021, with WebView2; or use Excel on the web.',
  'site.support-title': 'Nghìn Điểm – help',
  'site.support-about':
    'Nghìn Điểm checks, scores and ranks 1,000-point index workbooks inside Excel. Figures never leave the computer: the add-in opens no connection.',
  'site.support-start-title': 'To begin',
  'site.support-start':
    'Open a workbook with an index set, go to the Home tab, choose “{button}”, then “{check}”. Click a finding to go to its cell; choose “{score}” to write the ranking. No workbook yet: choose “{sample}”.',
  'site.support-blank-title': 'The panel stays empty or says that Office could not be loaded',
  'site.support-blank':
    'Ask the network administrator to allow {address} and the address of this page, then open the panel again. It needs Excel 2021, Microsoft 365 or Excel on the web.',
  'site.support-write-title': 'It cannot write',
  'site.support-write':
    'Press Enter if a cell is being edited; take off the protection of the sheet and of the workbook’s structure; enable editing if the workbook is read-only. When a write fails the old ranking stays intact.',
  'site.support-report-title': 'To report a fault',
  'site.support-report':
    'Send to whoever installed the add-in at your office: the words of the message, version {version}, and the version of Excel. Do not send figures along.',
};
