/** "Đã nhận ra": the tables that the run read, first of all; open where something was passed over. */
import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { RecognisedView } from '#core/view/recognised';
import { Icon } from './icons.tsx';
import type { Pane } from './session.ts';
import { useStyles } from './styles.ts';

export function RecognisedCard({ view, pane }: { view: RecognisedView; pane: Pane }): ReactNode {
  const styles = useStyles();
  const { title, lines, more, empty } = view;
  const standsOut = empty !== '' || lines.some(({ alerts }) => alerts.length > 0);
  return (
    <details className={styles.card} open={standsOut}>
      <summary tabIndex={0} className={styles.heading}>
        {title}
      </summary>
      {empty !== '' && <p className={styles.plain}>{empty}</p>}
      {lines.map(({ head, place, details, alerts }) => (
        <div key={head}>
          <Button
            size="small"
            appearance="transparent"
            className={styles.link}
            onClick={() => place !== null && void pane.reveal(place)}
          >
            {head}
          </Button>
          {alerts.map((alert) => (
            <p key={alert} className={styles.alert}>
              <Icon name="warning" /> {alert}
            </p>
          ))}
          {details.map((detail) => (
            <p key={detail} className={styles.quiet}>
              {detail}
            </p>
          ))}
        </div>
      ))}
      {more !== '' && <p className={styles.quiet}>{more}</p>}
    </details>
  );
}
