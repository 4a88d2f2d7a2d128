/** A QR code from its rows, in which 1 is dark: sharp at any size, and never upside down in dark mode. */

export function QrCode({ rows }: { rows: readonly string[] }) {
  const dark = rows.flatMap((row, y) =>
    [...row.matchAll(/1+/g)].map((run) => `M${run.index} ${y}h${run[0].length}v1h-${run[0].length}z`),
  );
  return (
    <svg
      aria-hidden="true"
      viewBox={`-4 -4 ${rows.length + 8} ${rows.length + 8}`}
      shapeRendering="crispEdges"
      className="size-[46mm] bg-white"
    >
      <path d={dark.join("")} />
    </svg>
  );
}
