/** One drawing per state on a field of 32 × 32: each has an outline and a colour of its own, and a white sign inside. */
const circle = (fill: string) => `<circle cx="16" cy="16" r="15" fill="${fill}"/>`;
const sign = (path: string, width = 3.4) =>
  `<path d="${path}" fill="none" stroke="#fff" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
const dot = (x: number, y: number, radius = 2.2) => `<circle cx="${x}" cy="${y}" r="${radius}" fill="#fff"/>`;

const triangle = (fill: string) =>
  `<path d="M16 3 L30 28 H2 Z" fill="${fill}" stroke="${fill}" stroke-width="3" stroke-linejoin="round"/>`;
const diamond = (fill: string) =>
  `<path d="M16 2 L30 16 L16 30 L2 16 Z" fill="${fill}" stroke="${fill}" stroke-width="2.5" stroke-linejoin="round"/>`;
const square = (fill: string) => `<rect x="1.5" y="1.5" width="29" height="29" rx="6" fill="${fill}"/>`;
const octagon = (fill: string) =>
  `<path d="M10 1.5 H22 L30.5 10 V22 L22 30.5 H10 L1.5 22 V10 Z" fill="${fill}" stroke="${fill}" stroke-linejoin="round"/>`;
const hollow = (stroke: string) =>
  `<rect x="4" y="4" width="24" height="24" rx="5" fill="none" stroke="${stroke}" stroke-width="4.5" stroke-dasharray="9 3.4"/>`;
const padlock = (fill: string) =>
  `<path d="M9.5 15 V10.5 A6.5 6.5 0 0 1 22.5 10.5 V15" fill="none" stroke="${fill}" stroke-width="4"/>
   <rect x="3.5" y="13.5" width="25" height="17" rx="4" fill="${fill}"/>`;
const ring = (stroke: string, dashes: string) =>
  `<circle cx="16" cy="16" r="12.5" fill="none" stroke="${stroke}" stroke-width="5" stroke-dasharray="${dashes}"/>`;

const green = '#1a7f37';
const amber = '#b25e00';
const violet = '#6f42c1';
const red = '#cf222e';
const blue = '#2563c9';
const grey = '#6e7781';

const question = 'M12.2 12.4 A4 4 0 1 1 16 17.2 V19';

export const shapes = {
  ready: circle(green) + sign('M9 16.5 L14 21.5 L23 11.5', 4),
  warned: triangle(amber) + sign('M16 12.5 V19', 3.6) + dot(16, 24.3),
  draining: square(violet) + sign('M12 10 V22 M20 10 V22', 4.6),
  locked: padlock(red) + dot(16, 20, 2.6) + sign('M16 21 V25'),
  'cannot-tell': diamond(amber) + sign(question, 3.2) + dot(16, 23.6, 2),
  offline: octagon(grey) + sign('M11 11 L21 21 M21 11 L11 21', 3.8),
  checking: ring(blue, '19.6 6.6'),
  'not-connected': hollow(grey),
  refused: circle(red) + sign('M9 16 H23', 4.6),
  'not-enrolled': square(blue) + sign('M16 9.5 V22.5 M9.5 16 H22.5', 4),
  crashed: diamond(grey) + sign('M16 9 V17', 3.6) + dot(16, 23),
} as const;

export function drawingOf(inside: string, size: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="${size}" height="${size}">${inside}</svg>`;
}
