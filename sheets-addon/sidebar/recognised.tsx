/** "Đã nhận ra": the tables that the run read, first of all; open where something was passed over. */
import type { JSX } from 'preact';
import type { RecognisedView } from '#core/view/recognised';
import { Icon } from './icons.tsx';
import { Button } from './parts.tsx';
import type { Sidebar } from './session.ts';

export function RecognisedCard({ view, sidebar }: { view: RecognisedView; sidebar: Sidebar }): JSX.Element {
  const { title, lines, more, empty } = view;
  const standsOut = empty !== '' || lines.some(({ alerts }) => alerts.length > 0);
  return (
    <details class="card recognised" open={standsOut}>
      <summary>{title}</summary>
      {empty !== '' && <p>{empty}</p>}
      {lines.map(({ head, place, details, alerts }) => (
        <div key={head}>
          <Button look="text" go={() => place !== null && void sidebar.reveal(place)}>
            {head}
          </Button>
          {alerts.map((alert) => (
            <p key={alert} class="alert">
              <Icon name="warning" /> {alert}
            </p>
          ))}
          {details.map((detail) => (
            <p key={detail} class="quiet">
              {detail}
            </p>
          ))}
        </div>
      ))}
      {more !== '' && <p class="quiet">{more}</p>}
    </details>
  );
}
