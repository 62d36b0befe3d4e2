/** What people have in their workbooks beside cells stays byte for byte; what points at our sheets lives on. */
import { describe, expect, it } from 'vitest';
import { scoreWorkbook } from '#core/commands/score';
import type { Plan } from '#core/workbook/plan';
import { readWorkbook, writeWorkbook } from '#xlsx/index';
import { NS, partsOf, R, zip } from '#test/xlsx/helpers';

const P = 'http://schemas.openxmlformats.org/package/2006';
const O = 'application/vnd.openxmlformats-officedocument';
const t = (text: string): string => `t="inlineStr"><is><t>${text}</t></is>`;

const rels = (...list: [id: string, type: string, target: string, external?: true][]): string =>
  `<Relationships xmlns="${P}/relationships">${list
    .map(
      ([id, type, target, external]) =>
        `<Relationship Id="${id}" Type="${type.includes('/') ? type : `${R}/${type}`}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`,
    )
    .join('')}</Relationships>`;

/** A scored form with everything that Excel puts beside cells. */
function crowded(change: Record<string, string> = {}): Record<string, string> {
  const rows = [
    ['1.1', 'Ban hành kế hoạch', 400, 350],
    ['1.2', 'Tỷ lệ hồ sơ trực tuyến', 600, 512.5],
  ].map(
    ([code, name, maximum, points], i) =>
      `<row r="${i + 5}" ht="30" customHeight="1"><c r="A${i + 5}" ${t(String(code))}</c><c r="B${i + 5}" ${t(String(name))}</c><c r="C${i + 5}"><v>${maximum}</v></c><c r="D${i + 5}"><v>${points}</v></c></row>`,
  );
  const header = ['Mã', 'Chỉ số', 'Điểm tối đa', 'Điểm thẩm định'].map(
    (text, i) => `<c r="${'ABCD'[i]}4" ${t(text)}</c>`,
  );
  return {
    '[Content_Types].xml':
      `<Types xmlns="${P}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="${O}.vmlDrawing"/><Default Extension="png" ContentType="image/png"/><Default Extension="bin" ContentType="${O}.spreadsheetml.printerSettings"/>` +
      [
        ['/xl/workbook.xml', `${O}.spreadsheetml.sheet.main+xml`],
        ['/xl/worksheets/sheet1.xml', `${O}.spreadsheetml.worksheet+xml`],
        ['/xl/worksheets/sheet2.xml', `${O}.spreadsheetml.worksheet+xml`],
        ['/xl/comments1.xml', `${O}.spreadsheetml.comments+xml`],
        ['/xl/drawings/drawing1.xml', `${O}.drawing+xml`],
        ['/xl/charts/chart1.xml', `${O}.drawingml.chart+xml`],
        ['/xl/pivotCache/pivotCacheDefinition1.xml', `${O}.spreadsheetml.pivotCacheDefinition+xml`],
        ['/xl/pivotTables/pivotTable1.xml', `${O}.spreadsheetml.pivotTable+xml`],
        ['/xl/tables/table1.xml', `${O}.spreadsheetml.table+xml`],
        ['/customXml/itemProps1.xml', `${O}.customXmlProperties+xml`],
        ['/docProps/app.xml', `${O}.extended-properties+xml`],
        ['/xl/calcChain.xml', `${O}.spreadsheetml.calcChain+xml`],
      ]
        .map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`)
        .join('') +
      '</Types>',
    '_rels/.rels': rels(
      ['rId1', 'officeDocument', '/xl/workbook.xml'],
      ['rId2', 'extended-properties', 'docProps/app.xml'],
    ),
    'docProps/app.xml': '<Properties><Application>Microsoft Excel</Application></Properties>',
    'customXml/item1.xml': '<so-van-ban xmlns="urn:x">3473</so-van-ban>',
    'customXml/itemProps1.xml': '<ds/>',
    'customXml/_rels/item1.xml.rels': rels(['rId1', 'customXmlProps', 'itemProps1.xml']),
    'xl/workbook.xml': `<workbook xmlns="${NS}" xmlns:r="${R}"><fileVersion appName="xl"/><workbookPr codeName="ThisWorkbook"/><workbookProtection workbookAlgorithmName="SHA-512" workbookHashValue="a" lockStructure="1"/><bookViews><workbookView firstSheet="0" activeTab="1"/></bookViews><sheets><sheet name="Phiếu" sheetId="4" r:id="rId1"/><sheet name="Ghi chép" sheetId="9" r:id="rId2"/></sheets><externalReferences><externalReference r:id="rId7"/></externalReferences><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">'Phiếu'!$A$1:$D$6</definedName><definedName name="DiemSo">'Phiếu'!$D$5:$D$6</definedName></definedNames><calcPr calcId="191029"/><pivotCaches><pivotCache cacheId="1" r:id="rId6"/></pivotCaches><extLst><ext uri="{x}"/></extLst></workbook>`,
    'xl/_rels/workbook.xml.rels': rels(
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'worksheet', 'worksheets/sheet2.xml'],
      ['rId3', 'styles', 'styles.xml'],
      ['rId4', 'calcChain', 'calcChain.xml'],
      ['rId5', 'customXml', '../customXml/item1.xml'],
      ['rId6', 'pivotCacheDefinition', 'pivotCache/pivotCacheDefinition1.xml'],
      ['rId7', 'externalLink', 'externalLinks/externalLink1.xml'],
    ),
    'xl/externalLinks/externalLink1.xml': '<externalLink/>',
    'xl/styles.xml': `<styleSheet xmlns="${NS}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf xfId="0"/></cellXfs><dxfs count="1"><dxf><font><b/></font></dxf></dxfs></styleSheet>`,
    'xl/calcChain.xml': '<calcChain><c r="A1" i="9"/></calcChain>',
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${NS}" xmlns:r="${R}"><sheetPr codeName="Sheet1"><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0" zoomScale="85" workbookViewId="0"><pane ySplit="4" topLeftCell="A5" state="frozen"/><selection pane="bottomLeft" activeCell="D6" sqref="D6"/></sheetView></sheetViews><sheetData><row r="1"><c r="A1" ${t('PHIẾU CHẤM ĐIỂM')}</c></row><row r="2"><c r="A2" ${t('Tên đơn vị: Xã Phú Riềng')}</c></row><row r="4">${header.join('')}</row>${rows.join('')}</sheetData><sheetProtection sheet="1" objects="1" password="CC1A"/><autoFilter ref="A4:D6"/><conditionalFormatting sqref="D5:D6"><cfRule type="cellIs" dxfId="0" priority="1" operator="greaterThan"><formula>400</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="decimal" sqref="D5:D6"><formula1>0</formula1><formula2>600</formula2></dataValidation></dataValidations><hyperlinks><hyperlink ref="A1" r:id="rId5"/></hyperlinks><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" r:id="rId3"/><headerFooter><oddFooter>&amp;P</oddFooter></headerFooter><drawing r:id="rId1"/><legacyDrawing r:id="rId2"/></worksheet>`,
    'xl/worksheets/_rels/sheet1.xml.rels': rels(
      ['rId1', 'drawing', '../drawings/drawing1.xml'],
      ['rId2', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
      ['rId3', 'printerSettings', '../printerSettings/printerSettings1.bin'],
      ['rId4', 'comments', '/xl/comments1.xml'],
      ['rId5', 'hyperlink', 'https://dongnai.gov.vn/', true],
    ),
    'xl/comments1.xml': '<comments/>',
    'xl/drawings/vmlDrawing1.vml': '<xml/>',
    'xl/printerSettings/printerSettings1.bin': 'bin',
    'xl/drawings/drawing1.xml': '<wsDr/>',
    'xl/drawings/_rels/drawing1.xml.rels': rels(
      ['rId1', 'image', '../media/image1.png'],
      ['rId2', 'chart', '../charts/chart1.xml'],
    ),
    'xl/media/image1.png': 'png',
    'xl/charts/chart1.xml': '<chartSpace/>',
    'xl/worksheets/sheet2.xml': `<worksheet xmlns="${NS}" xmlns:r="${R}"><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetData><row r="1"><c r="A1" t="str"><f>'Xếp hạng'!C6</f><v>cũ</v></c></row></sheetData><tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>`,
    'xl/worksheets/_rels/sheet2.xml.rels': rels(
      ['rId1', 'table', '../tables/table1.xml'],
      ['rId2', 'pivotTable', '../pivotTables/pivotTable1.xml'],
    ),
    'xl/tables/table1.xml': '<table/>',
    'xl/pivotTables/pivotTable1.xml': '<pivotTableDefinition/>',
    'xl/pivotCache/pivotCacheDefinition1.xml': '<pivotCacheDefinition/>',
    ...change,
  };
}

function planOf(bytes: Uint8Array): Plan {
  return scoreWorkbook(readWorkbook(bytes).picture, {
    language: 'vi',
    at: '2026-11-24T17:00:00+07:00',
    version: 'test',
  }).plan;
}
const run = (bytes: Uint8Array): Uint8Array => writeWorkbook(readWorkbook(bytes).file, planOf(bytes));

const CHANGED = ['[Content_Types].xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/workbook.xml'];

describe('a workbook with comments, pictures, charts, pivots, tables, protection and foreign parts', () => {
  const before = crowded();
  const first = run(zip(before));
  it('keeps every part but four as it is, and those four but for what is inserted', () => {
    const after = partsOf(first);
    expect(
      Object.keys(before)
        .filter((name) => before[name] !== after[name])
        .sort(),
    ).toEqual(CHANGED);
    for (const name of CHANGED) {
      // What stood there stands there still, in its order.
      let at = 0;
      for (const tag of before[name]!.match(/<[^>]+>/g)!.filter(
        (one) => !/ count="|<\/?(?:numFmts|cellStyles)/.test(one),
      )) {
        at = after[name]!.indexOf(tag, at);
        expect(at, `${name}: ${tag}`).toBeGreaterThanOrEqual(0);
        at += tag.length;
      }
    }
    expect(after['xl/workbook.xml']).toContain('lockStructure="1"');
    expect(after['xl/workbook.xml']).toContain('activeTab="1"');
  });
  it('is read the same, and a second run leaves the same parts', () => {
    const second = partsOf(run(first));
    for (const name of Object.keys(before).filter((one) => !CHANGED.includes(one) && one !== 'xl/calcChain.xml'))
      expect(second[name], name).toBe(before[name]);
    expect(second['xl/workbook.xml']!.match(/<sheet /g)).toHaveLength(6);
    expect(second['xl/workbook.xml']).toContain('fullCalcOnLoad="1"');
  });
});

describe('our own sheet when it is written anew', () => {
  const first = partsOf(run(zip(crowded())));
  const place = Object.keys(first).find((name) => first[name]!.includes('BẢNG XẾP HẠNG'))!;
  const changed = (change: (xml: string) => string, workbook = (xml: string): string => xml): Record<string, string> =>
    partsOf(
      run(zip({ ...first, [place]: change(first[place]!), 'xl/workbook.xml': workbook(first['xl/workbook.xml']!) })),
    );

  it('keeps its part, its id and its place; names and formulas that point at it live on', () => {
    const name = '<definedName name="DiemXepHang">\'Xếp hạng\'!$E$6:$E$9</definedName>';
    const own = '<definedName name="TieuDe" localSheetId="2">\'Xếp hạng\'!$A$1</definedName>';
    const after = changed(
      (xml) => xml,
      (xml) => xml.replace('</definedNames>', `${name}${own}</definedNames>`),
    );
    expect(after[place]).toContain('BẢNG XẾP HẠNG');
    expect(after['xl/workbook.xml']).toContain(name);
    expect(after['xl/workbook.xml']).toContain(own);
    const sheet = (xml: string): string => /<sheet name="Xếp hạng"[^>]*>/.exec(xml)![0];
    expect(sheet(after['xl/workbook.xml']!)).toBe(sheet(first['xl/workbook.xml']!));
    expect(after['xl/worksheets/sheet2.xml']).toContain("<f>'Xếp hạng'!C6</f>");
  });
  it('keeps protection, zoom and selection as they were left', () => {
    const view =
      '<sheetViews><sheetView tabSelected="1" zoomScale="70" workbookViewId="0"><pane ySplit="6" topLeftCell="A7" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="C7" sqref="C7"/></sheetView></sheetViews>';
    const lock = '<sheetProtection sheet="1" algorithmName="SHA-512" hashValue="x" saltValue="y" spinCount="1"/>';
    const after = changed((xml) =>
      xml.replace(/<sheetViews>.*<\/sheetViews>/s, view).replace('</sheetData>', `</sheetData>${lock}`),
    );
    expect(after[place]).toContain(view);
    expect(after[place]).toContain(`</sheetData>${lock}`);
  });
  it('does not keep a view that freezes other rows', () => {
    const after = changed((xml) => xml.replace('ySplit="6"', 'ySplit="2"'));
    expect(after[place]).toContain('ySplit="6"');
    expect(after[place]).not.toContain('ySplit="2"');
  });
});

it('a strict workbook stays strict: our sheets, charts and relationships speak its namespaces, run by run', () => {
  const strictly = (text: string): string =>
    text
      .replaceAll(NS, 'http://purl.oclc.org/ooxml/spreadsheetml/main')
      .replaceAll(R, 'http://purl.oclc.org/ooxml/officeDocument/relationships');
  const source = Object.fromEntries(Object.entries(crowded()).map(([name, text]) => [name, strictly(text)]));
  const second = run(run(zip(source)));
  const parts = partsOf(second);
  for (const name of Object.keys(parts).filter((one) => !/comments|vml|png|bin|Content_Types/.test(one)))
    expect(parts[name], name).not.toMatch(/schemas\.openxmlformats\.org\/(?:spreadsheetml|drawingml|officeDocument)/);
  const { file, picture } = readWorkbook(second);
  expect(file.strict).toBe(true);
  expect(picture.sheets.map(({ name }) => name)).toEqual([
    'Phiếu',
    'Ghi chép',
    'Xếp hạng',
    'Chi tiết điểm',
    'Kiểm tra',
    '_nghin_diem',
  ]);
});
