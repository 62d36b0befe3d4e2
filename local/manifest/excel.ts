/** The Excel add-in's manifest (add-in only XML), from one source of truth: manifests/product.json. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

const text = (most: number) => z.string().check(z.minLength(1), z.maxLength(most));

/** Lengths are Office's own limits: names 125, descriptions 250, labels and tips as the ribbon shows them. */
const words = z.strictObject({
  name: text(125),
  description: text(250),
  group: text(125),
  button: text(125),
  tip: text(250),
  started: text(125),
  startedTip: text(250),
});

const schema = z.strictObject({
  id: z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)),
  provider: text(125),
  supportPath: z.string().check(z.regex(/^\//)),
  panePath: z.string().check(z.regex(/^\//)),
  iconPath: z.string().check(z.regex(/^\//)),
  excelApi: z.string().check(z.regex(/^\d+\.\d+$/)),
  texts: z.strictObject({ 'vi-VN': words, 'en-US': words }),
});

export type Product = z.infer<typeof schema>;

/** @returns the product's names, ids and addresses. */
export function readProduct(root: string): Product {
  return schema.parse(JSON.parse(readFileSync(join(root, 'manifests', 'product.json'), 'utf8')));
}

function escape(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** @returns the address that the add-in is served from, without a final slash; throws where it is no https address. */
export function baseAddress(url: string): string {
  const parsed = new URL(url);
  if (parsed.protocol !== 'https:') throw new Error(`not https: ${url}`);
  if (parsed.search !== '' || parsed.hash !== '') throw new Error(`an address without ? and #: ${url}`);
  return parsed.href.replace(/\/+$/, '');
}

/** One resource with its Vietnamese default and its English override. */
function resource(tag: string, id: string, product: Product, key: keyof z.infer<typeof words>): string {
  const { 'vi-VN': vi, 'en-US': en } = product.texts;
  return `<bt:${tag} id="${id}" DefaultValue="${escape(vi[key])}"><bt:Override Locale="en-US" Value="${escape(en[key])}"/></bt:${tag}>`;
}

function icons(prefix: string): string {
  return [16, 32, 80].map((size) => `<bt:Image size="${size}" resid="${prefix}.${size}"/>`).join('');
}

/**
 * @param url where dist/excel is served, https.
 * @param version "1.2.3", as in package.json.
 * @returns the manifest as XML text; elements stand in the order that the schema asks for.
 */
export function excelManifest(product: Product, url: string, version: string): string {
  const base = baseAddress(url);
  const { 'vi-VN': vi, 'en-US': en } = product.texts;
  const image = (size: number): string => `${base}${product.iconPath}/icon-${size}.png`;
  const pane = `${base}${product.panePath}`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0" xmlns:ov="http://schemas.microsoft.com/office/taskpaneappversionoverrides" xsi:type="TaskPaneApp">
  <Id>${product.id}</Id>
  <Version>${version}.0</Version>
  <ProviderName>${escape(product.provider)}</ProviderName>
  <DefaultLocale>vi-VN</DefaultLocale>
  <DisplayName DefaultValue="${escape(vi.name)}"><Override Locale="en-US" Value="${escape(en.name)}"/></DisplayName>
  <Description DefaultValue="${escape(vi.description)}"><Override Locale="en-US" Value="${escape(en.description)}"/></Description>
  <IconUrl DefaultValue="${image(32)}"/>
  <HighResolutionIconUrl DefaultValue="${image(64)}"/>
  <SupportUrl DefaultValue="${base}${product.supportPath}"/>
  <AppDomains><AppDomain>${new URL(base).origin}</AppDomain></AppDomains>
  <Hosts><Host Name="Workbook"/></Hosts>
  <Requirements><Sets DefaultMinVersion="1.1"><Set Name="ExcelApi" MinVersion="${product.excelApi}"/></Sets></Requirements>
  <DefaultSettings><SourceLocation DefaultValue="${pane}"/></DefaultSettings>
  <Permissions>ReadWriteDocument</Permissions>
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/taskpaneappversionoverrides" xsi:type="VersionOverridesV1_0">
    <Requirements><bt:Sets DefaultMinVersion="1.1"><bt:Set Name="ExcelApi" MinVersion="${product.excelApi}"/></bt:Sets></Requirements>
    <Hosts>
      <Host xsi:type="Workbook">
        <DesktopFormFactor>
          <GetStarted><Title resid="started"/><Description resid="startedTip"/><LearnMoreUrl resid="support"/></GetStarted>
          <ExtensionPoint xsi:type="PrimaryCommandSurface">
            <OfficeTab id="TabHome">
              <Group id="NghinDiem.Group">
                <Label resid="group"/>
                <Icon>${icons('icon')}</Icon>
                <Control xsi:type="Button" id="NghinDiem.Open">
                  <Label resid="button"/>
                  <Supertip><Title resid="button"/><Description resid="tip"/></Supertip>
                  <Icon>${icons('icon')}</Icon>
                  <Action xsi:type="ShowTaskpane"><TaskpaneId>NghinDiem.Pane</TaskpaneId><SourceLocation resid="pane"/></Action>
                </Control>
              </Group>
            </OfficeTab>
          </ExtensionPoint>
        </DesktopFormFactor>
      </Host>
    </Hosts>
    <Resources>
      <bt:Images>${[16, 32, 80].map((size) => `<bt:Image id="icon.${size}" DefaultValue="${image(size)}"/>`).join('')}</bt:Images>
      <bt:Urls><bt:Url id="pane" DefaultValue="${pane}"/><bt:Url id="support" DefaultValue="${base}${product.supportPath}"/></bt:Urls>
      <bt:ShortStrings>${resource('String', 'group', product, 'group')}${resource('String', 'button', product, 'button')}${resource('String', 'started', product, 'started')}</bt:ShortStrings>
      <bt:LongStrings>${resource('String', 'tip', product, 'tip')}${resource('String', 'startedTip', product, 'startedTip')}</bt:LongStrings>
    </Resources>
  </VersionOverrides>
</OfficeApp>
`;
}
