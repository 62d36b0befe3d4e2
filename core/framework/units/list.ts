/** A list of units that is offered where a workbook has none yet. */
export interface UnitList {
  id: string;
  /** What units, of when; what is not certain of it. */
  title: string;
  units: readonly { name: string; code: string; group: string }[];
}
