/** "Đã nhận ra": the tables that the run read. Where something was passed over it is open, and those tables stand alone in it. */
import type { ReactNode } from 'react';
import type { RecognisedView } from '#core/view/recognised';
import type { Panel } from './port.ts';
import { useSkin } from './skin.ts';
import { useWords } from './words.ts';

type Line = RecognisedView['lines'][number];

export function RecognisedCard({ view, panel }: { view: RecognisedView; panel: Panel }): ReactNode {
  const { Fold, Text } = useSkin();
  const { word } = useWords();
  const { title, lines, more, empty } = view;
  const told = lines.filter(({ alerts }) => alerts.length > 0);
  const rest = lines.filter(({ alerts }) => alerts.length === 0);
  const isSplit = told.length > 0 && rest.length > 0;
  return (
    <Fold title={title} open={empty !== '' || told.length > 0}>
      {empty !== '' && <Text>{empty}</Text>}
      <Lines lines={isSplit ? told : lines} panel={panel} />
      {isSplit && (
        <Fold title={word('recognised-rest', { count: rest.length })} open={false}>
          <Lines lines={rest} panel={panel} />
        </Fold>
      )}
      {more !== '' && <Text kind="quiet">{more}</Text>}
    </Fold>
  );
}

function Lines({ lines, panel }: { lines: readonly Line[]; panel: Panel }): ReactNode {
  const { Button, Text } = useSkin();
  return lines.map(({ head, place, details, alerts }) => (
    <div key={head}>
      <Button look="text" small go={() => place !== null && void panel.reveal(place)}>
        {head}
      </Button>
      {alerts.map((alert) => (
        <Text key={alert} kind="alert">
          {alert}
        </Text>
      ))}
      {details.map((detail) => (
        <Text key={detail} kind="quiet">
          {detail}
        </Text>
      ))}
    </div>
  ));
}
