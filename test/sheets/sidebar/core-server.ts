/** The contract's calls answered by the core on a workbook file: for what the sidebar shows, without Apps Script around it. */
import { changeSetting } from '#core/commands/change-setting';
import { samplePlan } from '#core/commands/sample';
import { scoreWorkbook, type CommandOutcome } from '#core/commands/score';
import { waive } from '#core/commands/waive';
import { builtInSets } from '#core/framework/sets/index';
import { findingItem, findingsView } from '#core/view/findings';
import { rankingView } from '#core/view/ranking';
import { settingsView } from '#core/view/settings';
import { builtInTitles, summaryView } from '#core/view/summary';
import { unitView } from '#core/view/unit';
import type { CellEdit, Plan } from '#core/workbook/plan';
import { userFingerprint, writePlan } from '#core/write/index';
import { readWorkbook, writeWorkbook } from '#xlsx/index';
import type { Calls, Choice, Edited, Envelope, Overview, Run, Verb } from '../../../sheets-addon/protocol.ts';

export class CoreServer {
  bytes: Uint8Array;
  revealed: string[] = [];
  private language: 'vi' | 'en' = 'vi';
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  async answer(name: string, input: unknown): Promise<Envelope<unknown>> {
    return { ok: true, value: this.value(name as Verb, input as never) };
  }

  private outcome(choice: Choice): CommandOutcome {
    const set = choice.set === null ? null : builtInSets[choice.set]!();
    const { language, period } = choice;
    return scoreWorkbook(readWorkbook(this.bytes).picture, {
      language,
      period,
      set,
      at: '2026-11-24T09:00:00+07:00',
      version: '0.1.0',
    });
  }

  private overview(choice: Choice): Overview {
    return {
      fingerprint: userFingerprint(readWorkbook(this.bytes).picture),
      summary: summaryView(this.outcome(choice), choice.language),
    };
  }

  private write(plan: Plan): void {
    this.bytes = writeWorkbook(readWorkbook(this.bytes).file, plan);
  }

  private edited(choice: Choice, edits: CellEdit[]): Edited {
    this.write({ sheets: [], edits });
    const takeBack = edits.map(({ sheet, cell, before, value }) => ({ sheet, cell, before: value, value: before }));
    return { takeBack, overview: this.overview(choice) };
  }

  private value(verb: Verb, input: never): unknown {
    const { choice } = ((input as { run?: Run }).run ?? input) as { choice: Choice };
    const run = choice === undefined ? null : this.outcome(choice);
    const language = choice?.language ?? this.language;
    switch (verb) {
      case 'getFacts':
        return {
          version: '0.1.0',
          language: this.language,
          sets: builtInTitles(),
        } satisfies Calls['getFacts']['output'];
      case 'setLanguage':
        this.language = (input as Calls['setLanguage']['input']).language;
        return null;
      case 'runCheck':
        return this.overview(choice);
      case 'runScore':
        this.write(run!.plan);
        return { overview: this.overview(choice), written: ['Xếp hạng', 'Chi tiết điểm', 'Kiểm tra'], warnings: [] };
      case 'getFindings':
        return findingsView(run!, { ...(input as Calls['getFindings']['input']), language });
      case 'getFinding':
        return findingItem(run!, (input as Calls['getFinding']['input']).index, language);
      case 'getRanking':
        return rankingView(run!, { ...(input as Calls['getRanking']['input']), language });
      case 'getUnit':
        return unitView(run!, (input as Calls['getUnit']['input']).unit, language);
      case 'getSettings':
        return settingsView(run!.assessment, language);
      case 'getRepair':
        return run!.findings[(input as Calls['getRepair']['input']).index]!.repair ?? [];
      case 'applyEdits':
        return this.edited(choice, (input as Calls['applyEdits']['input']).edits);
      case 'waiveFinding': {
        const { index, by, reason } = input as Calls['waiveFinding']['input'];
        const { picture } = readWorkbook(this.bytes);
        const { assessment, scored, findings, notRun } = run!;
        const plan = writePlan({
          assessment,
          scored,
          findings,
          notRun,
          language,
          version: '0.1.0',
          at: '2026-11-24T09:00:00+07:00',
          existing: picture.sheets.map((one) => one.name),
          only: 'findings',
        });
        const done = waive(picture, () => plan.sheets, run!.findings[index]!, { by, reason })!;
        if (done.first) this.write(plan);
        return this.edited(choice, done.edits);
      }
      case 'changeSetting': {
        const { key, value } = input as Calls['changeSetting']['input'];
        const change = changeSetting(run!.assessment, key, value);
        if (change.kind === 'edits') return this.edited(choice, change.edits);
        if (change.kind === 'sheet') this.write({ sheets: [change.sheet], edits: [] });
        return { takeBack: [], overview: this.overview(choice) };
      }
      case 'insertSample':
        this.write(samplePlan(readWorkbook(this.bytes).picture.sheets.map(({ name }) => name)));
        return this.overview(choice);
      case 'revealCell': {
        const { sheet, cell } = input as Calls['revealCell']['input'];
        this.revealed.push(`${sheet}!${cell}`);
        return true;
      }
      case 'getFingerprint':
        return userFingerprint(readWorkbook(this.bytes).picture);
    }
  }
}
