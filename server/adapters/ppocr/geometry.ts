export interface Point {
  x: number
  y: number
}

/** A rotated rectangle around a centre, in pixels. `angle`: of its width, radians clockwise, in (-π/4, π/4]. */
export interface TurnedRect {
  x: number
  y: number
  width: number
  height: number
  angle: number
}

/** The convex hull of points, by Andrew's monotone chain. */
export function convexHull(points: Point[]): Point[] {
  const sorted = points.toSorted((a, b) => a.x - b.x || a.y - b.y)
  if (sorted.length < 3) return sorted
  return [...chain(sorted), ...chain(sorted.reverse())]
}

function chain(points: Point[]): Point[] {
  const hull: Point[] = []
  for (const point of points) {
    for (;;) {
      const [before, last] = [hull.at(-2), hull.at(-1)]
      if (!before || !last || cross(before, last, point) > 0) break
      hull.pop()
    }
    hull.push(point)
  }
  return hull.slice(0, -1)
}

const cross = (origin: Point, a: Point, b: Point) =>
  (a.x - origin.x) * (b.y - origin.y) - (a.y - origin.y) * (b.x - origin.x)

/** The smallest rectangle around a convex hull. One of its sides always lies on a side of the hull. */
export function smallestRect(hull: Point[]): TurnedRect | null {
  let smallest: TurnedRect | null = null
  for (const [index, from] of hull.entries()) {
    const to = hull[(index + 1) % hull.length] ?? from
    if (to.x === from.x && to.y === from.y) continue
    const rect = rectAlong(hull, nearLevel(Math.atan2(to.y - from.y, to.x - from.x)))
    if (!smallest || rect.width * rect.height < smallest.width * smallest.height) smallest = rect
  }
  return smallest
}

/** The direction or its perpendicular, whichever is within 45 degrees of horizontal. */
function nearLevel(angle: number): number {
  const quarter = Math.PI / 2
  const within = angle - Math.round(angle / quarter) * quarter
  return within <= -Math.PI / 4 ? within + quarter : within
}

/** The smallest rectangle around points whose width has this direction. */
export function rectAlong(points: Point[], angle: number): TurnedRect {
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const { x, y } of points) {
    const along = x * cos + y * sin
    const across = y * cos - x * sin
    left = Math.min(left, along)
    right = Math.max(right, along)
    top = Math.min(top, across)
    bottom = Math.max(bottom, across)
  }
  const along = (left + right) / 2
  const across = (top + bottom) / 2
  return {
    x: along * cos - across * sin,
    y: along * sin + across * cos,
    width: right - left,
    height: bottom - top,
    angle,
  }
}

/** The upright rectangle around a rotated one. */
export function boundsOf(rect: TurnedRect): { left: number; top: number; width: number; height: number } {
  const cos = Math.abs(Math.cos(rect.angle))
  const sin = Math.abs(Math.sin(rect.angle))
  const width = rect.width * cos + rect.height * sin
  const height = rect.width * sin + rect.height * cos
  return { left: rect.x - width / 2, top: rect.y - height / 2, width, height }
}
