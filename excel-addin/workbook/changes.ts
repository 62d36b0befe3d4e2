/** Events only mark that the workbook may have changed: the fingerprint decides. No request is made from a handler. */
import { isFatal } from './sheets.ts';
import { inExcel, supports, type Batch, type Session } from './session.ts';

/** What handlers look at; not every event has all of it. */
interface Change {
  worksheetId?: string;
  /** Whose change it was (ExcelApi 1.14). */
  triggerSource?: string;
}

type Handler = OfficeExtension.EventHandlerResult<unknown>;

/** Registers what tells of changes; returns how to stop. */
export async function watch(session: Session, listener: () => void): Promise<() => void> {
  const heard = (change: Change): Promise<void> => {
    const own = change.worksheetId !== undefined && session.own.has(change.worksheetId);
    if (session.writing === 0 && !own && change.triggerSource !== 'ThisLocalAddin') listener();
    return Promise.resolve();
  };
  const handlers = await inExcel(session, async (batch) => {
    const values = batch.context.workbook.worksheets.onChanged.add(heard as never);
    await batch.sync();
    return [values as Handler, ...(await others(batch, heard as never))];
  });
  return () => {
    for (const handler of handlers) {
      void Excel.run(handler.context as Excel.RequestContext, async (context) => {
        handler.remove();
        await context.sync();
      }).catch(() => undefined);
    }
  };
}

/** Sheets added, deleted, renamed, shown; formats and hidden rows: welcome, not needed. */
async function others(batch: Batch, heard: never): Promise<Handler[]> {
  const { worksheets } = batch.context.workbook;
  try {
    const list = [
      worksheets.onAdded.add(heard),
      worksheets.onDeleted.add(heard),
      worksheets.onFormatChanged.add(heard),
      worksheets.onRowHiddenChanged.add(heard),
      ...(supports('1.17') ? [worksheets.onNameChanged.add(heard), worksheets.onVisibilityChanged.add(heard)] : []),
    ];
    await batch.sync();
    return list as Handler[];
  } catch (error) {
    if (isFatal(error)) throw error;
    return [];
  }
}
