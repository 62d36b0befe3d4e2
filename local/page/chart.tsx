/** The stacked bars of our ranking, drawn from the sheet's own cells as the chart's series say. */
import type { ReactNode } from 'react';
import { areaFromA1 } from '#core/workbook/address';
import type { ChartModel, SheetModel } from '../excel-host/model/sheet.ts';
import { parseArea } from '../excel-host/model/areas.ts';
import { COLUMN_HEAD, ROW_HEAD, type Layout } from './layout.ts';

const bare = (address: string): string => address.slice(address.lastIndexOf('!') + 1);

function column(sheet: SheetModel, address: string): (string | number)[] {
  const area = parseArea(bare(address));
  if (area === null) return [];
  const list: (string | number)[] = [];
  for (let row = area.top; row <= area.bottom; row += 1)
    for (let at = area.left; at <= area.right; at += 1) {
      const value = sheet.valueAt(row, at);
      list.push(typeof value === 'number' ? value : String(value ?? ''));
    }
  return list;
}

export function ChartView({
  sheet,
  chart,
  layout,
}: {
  sheet: SheetModel;
  chart: ChartModel;
  layout: Layout;
}): ReactNode {
  const area = areaFromA1(chart.position.join(':'));
  if (area === null || area.bottom + 1 >= layout.tops.length || area.right + 1 >= layout.lefts.length) return null;
  const left = layout.lefts[area.left]!;
  const top = layout.tops[area.top]!;
  const width = layout.lefts[area.right + 1]! - left;
  const height = layout.tops[area.bottom + 1]! - top;
  const names = column(sheet, chart.series[0]?.categories ?? '');
  const series = chart.series.map((one) => ({ ...one, numbers: column(sheet, one.values).map(Number) }));
  const longest = Math.max(1, ...names.map((_, at) => series.reduce((sum, one) => sum + (one.numbers[at] || 0), 0)));
  const aside = Math.min(220, width * 0.35);
  const legend = Math.ceil(series.length / 3) * 16;
  const bars = height - 60 - legend;
  const pitch = bars / Math.max(1, names.length);
  const scale = (width - aside - 24) / longest;
  return (
    <svg
      role="img"
      aria-label={chart.title}
      className="chart"
      style={{ left: ROW_HEAD + left, top: COLUMN_HEAD + top }}
      width={width}
      height={height}
    >
      <rect width={width} height={height} fill="#fff" stroke="#bfbfbf" />
      <text x={width / 2} y={22} textAnchor="middle" fontSize={14}>
        {chart.title}
      </text>
      {names.map((name, at) => {
        let x = aside;
        const y = 36 + at * pitch;
        return (
          <g key={`${at} ${name}`}>
            <text x={aside - 6} y={y + pitch * 0.65} textAnchor="end" fontSize={Math.min(11, pitch * 0.75)}>
              {name}
            </text>
            {series.map((one) => {
              const size = (one.numbers[at] || 0) * scale;
              x += size;
              return (
                <rect
                  key={one.name}
                  x={x - size}
                  y={y + pitch * 0.15}
                  width={size}
                  height={pitch * 0.7}
                  fill={one.fill}
                />
              );
            })}
          </g>
        );
      })}
      {series.map((one, at) => {
        const x = 12 + (at % 3) * ((width - 24) / 3);
        const y = height - legend - 4 + Math.floor(at / 3) * 16;
        return (
          <g key={one.name}>
            <rect x={x} y={y - 8} width={9} height={9} fill={one.fill} />
            <text x={x + 13} y={y} fontSize={10}>
              {one.name.length > 34 ? `${one.name.slice(0, 33)}…` : one.name}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
