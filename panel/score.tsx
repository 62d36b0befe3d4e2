/** Chấm điểm: which set and period, which groups, what will be written, run, result. */
import { useEffect, useState, type ReactNode } from 'react';
import type { Primary } from './next-step.ts';
import type { SummaryView } from '#core/view/summary';
import { SHEET_NAMES } from '#core/workbook/stamp';
import type { IndexSetTitle, Panel } from './port.ts';
import { LeadButton, nextOf, NoSet, type PartName } from './run-buttons.tsx';
import { useSkin } from './skin.ts';
import { useWords } from './words.ts';

/** What a score writes where the workbook was not looked at yet. */
const USUAL_SHEETS = [SHEET_NAMES.ranking, SHEET_NAMES.details, SHEET_NAMES.findings];

interface ScoreProps {
  panel: Panel;
  lead(part: PartName): void;
}

export function ScoreScreen({ panel, lead }: ScoreProps): ReactNode {
  const { Button, Card, Heading, Row, SelectField, Text } = useSkin();
  const { word } = useWords();
  const { overview, choice, choose, written, sets } = panel;
  const [offered, offer] = useState<readonly IndexSetTitle[]>([]);
  useEffect(() => {
    sets().then(offer, () => undefined);
  }, [sets]);
  const summary = overview?.summary ?? null;
  const next = nextOf('score', panel);
  const own = summary?.set ?? null;
  const workbook = word('set-workbook');
  const periods = [...new Set([...(summary?.periods ?? []), choice.period])].filter((period) => period !== '');
  const isNew = written === null && !panel.isBusy;
  return (
    <>
      <SelectField
        label={word('set')}
        value={choice.set ?? ''}
        options={[
          { value: '', text: own !== null && choice.set === null ? `${workbook}: ${own.title}` : workbook },
          ...offered.map(({ id, title }) => ({ value: id, text: title })),
        ]}
        change={(value) => choose({ ...choice, set: value === '' ? null : value })}
      />
      {own?.illustrative === true && <Text kind="quiet">{word('illustrative')}</Text>}
      <SelectField
        label={word('period')}
        hint={summary === null ? word('period-first') : ''}
        value={choice.period}
        options={[
          { value: '', text: word('period-own') },
          ...periods.map((period) => ({ value: period, text: period })),
        ]}
        change={(period) => choose({ ...choice, period })}
      />
      <Card>
        <Heading>{word('groups')}</Heading>
        {summary === null ? (
          <Text kind="quiet">{word('groups-first')}</Text>
        ) : (
          summary.groups.map(({ name, units }) => (
            <Text key={name}>{word('group-units', { name: name === '' ? word('all-units') : name, units })}</Text>
          ))
        )}
        <Heading>{word('writes')}</Heading>
        <Text>{(summary?.writes ?? USUAL_SHEETS).join(' · ')}</Text>
        <Text kind="quiet">{word('writes-note')}</Text>
      </Card>
      <Row>
        <Button look={next === 'score' ? 'filled' : 'outlined'} stuck={panel.isBusy || panel.readOnly} go={panel.score}>
          {word(written === null ? 'score-run' : 'score-again')}
        </Button>
        <LeadButton panel={panel} next={next} lead={lead} />
      </Row>
      {summary !== null && summary.set === null && <NoSet panel={panel} />}
      {summary !== null && summary.nothing !== null && summary.set !== null && (
        <Text>{word(`nothing-${summary.nothing}`)}</Text>
      )}
      {isNew && (summary === null || (summary.nothing === null && summary.ranking === 'none')) && (
        <Text kind="quiet">{word('score-first')}</Text>
      )}
      {summary !== null && summary.groups.length > 0 && (
        <Result summary={summary} panel={panel} next={next} lead={lead} />
      )}
    </>
  );
}

/** What the last run came to, and the ways on from there. */
function Result({ summary, panel, next, lead }: ScoreProps & { summary: SummaryView; next: Primary }): ReactNode {
  const { Button, Card, Heading, Row, Text } = useSkin();
  const { word } = useWords();
  return (
    <Card>
      <Heading>{word('result')}</Heading>
      {summary.groups.map(({ name, units, ranked, blocked }) => (
        <Text key={name}>
          {word('result-group', { name: name === '' ? word('all-units') : name, ranked, units })}
          {blocked > 0 && ` · ${word('result-blocked', { count: blocked })}`}
        </Text>
      ))}
      {summary.missing > 0 && <Text>{word('result-missing', { count: summary.missing })}</Text>}
      {panel.notice?.counted !== true && <Text>{word('counts', summary.counts)}</Text>}
      <Row>
        {next !== 'to-ranking' && (
          <Button small go={() => lead('ranking')}>
            {word('see-ranking')}
          </Button>
        )}
        {next !== 'to-findings' && (
          <Button small go={() => lead('check')}>
            {word('see-findings')}
          </Button>
        )}
        {panel.written?.map((sheet) => (
          <Button key={sheet} small go={() => void panel.reveal({ sheet, cell: 'A1' })}>
            {word('open-sheet', { sheet })}
          </Button>
        ))}
      </Row>
    </Card>
  );
}
