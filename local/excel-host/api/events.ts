/** Events of sheets: number on the wire, the name in messages, and what the library calls to register. */
export interface EventInfo {
  event: string;
  number: number;
  register: string;
  /** Registered for all sheets only. */
  isCollectionOnly?: true;
}

export const EVENTS: readonly EventInfo[] = [
  { event: 'WorksheetChanged', number: 10, register: 'RegisterDataChangedEvent' },
  { event: 'WorksheetActivated', number: 11, register: 'RegisterActivatedEvent' },
  { event: 'WorksheetDeactivated', number: 12, register: 'RegisterDeactivatedEvent' },
  { event: 'WorksheetAdded', number: 13, register: 'RegisterAddedEvent', isCollectionOnly: true },
  { event: 'WorksheetSelectionChanged', number: 14, register: 'RegisterSelectionChangedEvent' },
  { event: 'WorksheetDeleted', number: 15, register: 'RegisterDeletedEvent', isCollectionOnly: true },
  { event: 'WorksheetCalculated', number: 16, register: 'RegisterCalculatedEvent' },
  { event: 'WorksheetFormatChanged', number: 18, register: 'RegisterFormatChangedEvent' },
  { event: 'WorksheetRowHiddenChanged', number: 22, register: 'RegisterRowHiddenChangedEvent' },
  { event: 'WorksheetFormulaChanged', number: 23, register: 'RegisterFormulaChangedEvent' },
  { event: 'WorksheetProtectionChanged', number: 24, register: 'RegisterProtectionChangedEvent' },
  { event: 'WorksheetNameChanged', number: 25, register: 'RegisterEventNameChanged' },
  { event: 'WorksheetVisibilityChanged', number: 26, register: 'RegisterEventVisibilityChanged' },
  { event: 'WorksheetMoved', number: 27, register: 'RegisterEventMoved', isCollectionOnly: true },
];
