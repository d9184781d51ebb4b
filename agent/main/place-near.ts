import type { Rectangle } from 'electron';

export const size = { width: 400, height: 640 } as const;
/** Pixels between the window and the edge of the screen. */
const margin = 8;

/** Pure: beside the icon, on the side of it that is on the screen; in the corner where no icon is known. */
export function placeNear(icon: Rectangle, area: Rectangle): { x: number; y: number } {
  const right = area.x + area.width - size.width - margin;
  const bottom = area.y + area.height - size.height - margin;
  if (icon.width === 0) return { x: right, y: bottom };
  const middle = icon.x + Math.round((icon.width - size.width) / 2);
  const isAbove = icon.y + icon.height / 2 > area.y + area.height / 2;
  return {
    x: Math.max(area.x + margin, Math.min(right, middle)),
    y: isAbove ? bottom : area.y + margin,
  };
}
