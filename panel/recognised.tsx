/** "Đã nhận ra": the tables that the run read, first of all; open where something was passed over. */
import type { ReactNode } from 'react';
import type { RecognisedView } from '#core/view/recognised';
import type { Panel } from './port.ts';
import { useSkin } from './skin.ts';

export function RecognisedCard({ view, panel }: { view: RecognisedView; panel: Panel }): ReactNode {
  const { Fold, Button, Text } = useSkin();
  const { title, lines, more, empty } = view;
  const standsOut = empty !== '' || lines.some(({ alerts }) => alerts.length > 0);
  return (
    <Fold title={title} open={standsOut}>
      {empty !== '' && <Text>{empty}</Text>}
      {lines.map(({ head, place, details, alerts }) => (
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
      ))}
      {more !== '' && <Text kind="quiet">{more}</Text>}
    </Fold>
  );
}
