/** Draws the product's icon in every size that Office asks for: a ranked column chart with a point above the first. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zlibSync } from 'fflate';

export const ICON_SIZES = [16, 20, 24, 32, 40, 48, 64, 80, 128] as const;

interface Shape {
  /** On a canvas of 32 × 32. */
  kind: 'box' | 'disc';
  x: number;
  y: number;
  width: number;
  height: number;
  radius: number;
  color: [number, number, number];
}

const BLUE: Shape['color'] = [22, 86, 150];
const WHITE: Shape['color'] = [255, 255, 255];
const PALE: Shape['color'] = [170, 208, 240];
const GOLD: Shape['color'] = [255, 193, 7];

const SHAPES: Shape[] = [
  { kind: 'box', x: 0, y: 0, width: 32, height: 32, radius: 6, color: BLUE },
  { kind: 'box', x: 6, y: 12, width: 6, height: 15, radius: 1, color: WHITE },
  { kind: 'box', x: 13, y: 16, width: 6, height: 11, radius: 1, color: PALE },
  { kind: 'box', x: 20, y: 20, width: 6, height: 7, radius: 1, color: PALE },
  { kind: 'disc', x: 5.5, y: 4, width: 7, height: 7, radius: 3.5, color: GOLD },
];

/** Whether a point lies in the shape, corners rounded. */
function inside(shape: Shape, x: number, y: number): boolean {
  const { radius } = shape;
  const dx = Math.max(shape.x + radius - x, x - (shape.x + shape.width - radius), 0);
  const dy = Math.max(shape.y + radius - y, y - (shape.y + shape.height - radius), 0);
  const within = x >= shape.x && x <= shape.x + shape.width && y >= shape.y && y <= shape.y + shape.height;
  return within && dx * dx + dy * dy <= radius * radius;
}

/** One pixel, averaged over 8 × 8 points in it. @returns red, green, blue, alpha. */
function pixel(column: number, row: number, size: number): [number, number, number, number] {
  const points = 8;
  const sum = [0, 0, 0];
  let covered = 0;
  for (let i = 0; i < points * points; i += 1) {
    const x = ((column + ((i % points) + 0.5) / points) * 32) / size;
    const y = ((row + (Math.floor(i / points) + 0.5) / points) * 32) / size;
    let top: Shape | null = null;
    for (const shape of SHAPES) if (inside(shape, x, y)) top = shape;
    if (top === null) continue;
    covered += 1;
    top.color.forEach((value, channel) => (sum[channel]! += value));
  }
  if (covered === 0) return [0, 0, 0, 0];
  const mean = sum.map((value) => Math.round(value / covered)) as [number, number, number];
  return [...mean, Math.round((covered * 255) / (points * points))];
}

function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const out = new Uint8Array(data.length + 12);
  const view = new DataView(out.buffer);
  view.setUint32(0, data.length);
  for (let place = 0; place < 4; place += 1) out[4 + place] = type.charCodeAt(place);
  out.set(data, 8);
  view.setUint32(out.length - 4, crc(out.subarray(4, out.length - 4)));
  return out;
}

/** @returns the icon as a PNG with transparent corners. */
export function iconPng(size: number): Uint8Array {
  const raw = new Uint8Array(size * (size * 4 + 1));
  let at = 0;
  for (let row = 0; row < size; row += 1) {
    raw[at] = 0;
    at += 1;
    for (let column = 0; column < size; column += 1) {
      raw.set(pixel(column, row, size), at);
      at += 4;
    }
  }
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, size);
  view.setUint32(4, size);
  head.set([8, 6, 0, 0, 0], 8);
  const parts = [
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', head),
    chunk('IDAT', zlibSync(raw, { level: 9 })),
    chunk('IEND', new Uint8Array(0)),
  ];
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let place = 0;
  for (const part of parts) {
    out.set(part, place);
    place += part.length;
  }
  return out;
}

/** Writes manifests/icons/icon-SIZE.png below `root`. */
export function main(_list: string[], root: string): number {
  const folder = join(root, 'manifests', 'icons');
  mkdirSync(folder, { recursive: true });
  for (const size of ICON_SIZES) writeFileSync(join(folder, `icon-${size}.png`), iconPng(size));
  return 0;
}
