/** Stacked bar charts: the drawing of a sheet and one part a chart, with the figures cached in it. */
import type { Area } from '#core/workbook/picture';
import type { ChartPlan, SheetPlan } from '#core/workbook/plan';
import { absolute } from './areas.ts';
import { HEAD, RELS } from './sheet-xml.ts';
import { escapeXml } from './markup.ts';

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';

function valuesOf(plan: SheetPlan, area: Area): (string | number | boolean | null)[] {
  const found: (string | number | boolean | null)[] = [];
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1)
      found.push(plan.rows[row]?.cells[column]?.value ?? null);
  }
  return found;
}

function textCache(values: (string | number | boolean | null)[]): string {
  const points = values.map((value, i) =>
    value === null ? '' : `<c:pt idx="${i}"><c:v>${escapeXml(String(value))}</c:v></c:pt>`,
  );
  return `<c:strCache><c:ptCount val="${values.length}"/>${points.join('')}</c:strCache>`;
}

function textXml(text: string, size: number, bold: boolean): string {
  return (
    `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="${size}" b="${bold ? 1 : 0}"/></a:pPr>` +
    `<a:r><a:rPr lang="vi-VN" sz="${size}" b="${bold ? 1 : 0}"/><a:t>${escapeXml(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`
  );
}

/** @returns the part of one chart. */
export function chartXml(plan: SheetPlan, chart: ChartPlan): string {
  const reference = (area: Area): string => `<c:f>${escapeXml(absolute(plan.name, area))}</c:f>`;
  const series = chart.series.map((one, i) => {
    const { row, column } = one.nameCell;
    const name = reference({ top: row, bottom: row, left: column, right: column });
    const points = valuesOf(plan, one.values).map((value, p) =>
      typeof value === 'number' ? `<c:pt idx="${p}"><c:v>${value}</c:v></c:pt>` : '',
    );
    return (
      `<c:ser><c:idx val="${i}"/><c:order val="${i}"/><c:tx><c:strRef>${name}${textCache([one.name])}</c:strRef></c:tx>` +
      `<c:spPr><a:solidFill><a:srgbClr val="${one.color.replace('#', '').toUpperCase()}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>` +
      `<c:cat><c:strRef>${reference(chart.categories)}${textCache(valuesOf(plan, chart.categories))}</c:strRef></c:cat>` +
      `<c:val><c:numRef>${reference(one.values)}<c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${points.length}"/>` +
      `${points.join('')}</c:numCache></c:numRef></c:val></c:ser>`
    );
  });
  const grid =
    '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>';
  // The category axis runs from the top down, so the value axis must cross at its far end to stand below.
  return (
    `${HEAD}<c:chartSpace xmlns:c="${DRAWING}/chart" xmlns:a="${DRAWING}/main" xmlns:r="${RELS}"><c:roundedCorners val="0"/><c:chart>` +
    `${textXml(chart.title, 1400, true)}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:barChart><c:barDir val="bar"/>` +
    `<c:grouping val="stacked"/><c:varyColors val="0"/>${series.join('')}<c:gapWidth val="40"/><c:overlap val="100"/>` +
    '<c:axId val="111111111"/><c:axId val="222222222"/></c:barChart>' +
    '<c:catAx><c:axId val="111111111"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>' +
    '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>' +
    '<c:crossAx val="222222222"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>' +
    `<c:valAx><c:axId val="222222222"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>${grid}` +
    `${textXml(chart.axisTitle, 1000, false)}<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/>` +
    '<c:tickLblPos val="nextTo"/><c:crossAx val="111111111"/><c:crosses val="max"/></c:valAx></c:plotArea>' +
    '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>'
  );
}

/** @returns the drawing part of a sheet: chart n has the relationship rId(n+1). */
export function drawingXml(charts: ChartPlan[]): string {
  const corner = (name: string, row: number, column: number): string =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  const anchors = charts.map(
    ({ anchor, title }, i) =>
      `<xdr:twoCellAnchor>${corner('from', anchor.top, anchor.left)}${corner('to', anchor.bottom + 1, anchor.right + 1)}<xdr:graphicFrame macro="">` +
      `<xdr:nvGraphicFramePr><xdr:cNvPr id="${i + 2}" name="Chart ${i + 1}" descr="${escapeXml(title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
      `<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${DRAWING}/chart">` +
      `<c:chart xmlns:c="${DRAWING}/chart" r:id="rId${i + 1}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`,
  );
  return `${HEAD}<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main" xmlns:r="${RELS}">${anchors.join('')}</xdr:wsDr>`;
}
