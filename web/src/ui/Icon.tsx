/** The one set of icons: outlines of 24 units. An icon never stands for a word by itself; whoever uses it names the control. */

const shapes = {
  alert: "M12 4l9 16H3zM12 10v4M12 17h.01",
  at: "M12 8a4 4 0 1 0 0 8a4 4 0 0 0 0-8M16 8v5.500a2.500 2.500 0 0 0 5 0V12a9 9 0 1 0-3.500 7.100",
  back: "M15 5l-7 7 7 7",
  bell: "M6 17V11a6 6 0 0 1 12 0v6l2 1H4zM10 21h4",
  bellOff: "M6 17V11a6 6 0 0 1 1-3.300M10 5.300A6 6 0 0 1 18 11v4M4 18h13M10 21h4M4 4l16 16",
  bars: "M4 6h16M4 12h16M4 18h16",
  below: "M5 9l7 7 7-7",
  calendar: "M4 6h16v14H4zM4 10h16M8 3v5M16 3v5",
  camera: "M4 8h4l1.500-3h5L16 8h4v11H4zM12 10a3.500 3.500 0 1 0 0 7a3.500 3.500 0 0 0 0-7",
  check: "M5 12l5 5 9-10",
  clip: "M20 11l-8.500 8.500a5 5 0 0 1-7-7L13 4a3.300 3.300 0 0 1 4.700 4.700L9.400 17a1.700 1.700 0 0 1-2.400-2.400l7.600-7.600",
  clock: "M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18M12 7v5l3 2",
  close: "M6 6l12 12M18 6L6 18",
  columns: "M4 5h16v14H4zM10 5v14M15 5v14",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
  cutOff:
    "M3 3l18 18M8.500 16a5 5 0 0 1 7 0M5 12.500a10 10 0 0 1 5-2.700M14.500 9.900a10 10 0 0 1 4.500 2.600M2 9a15 15 0 0 1 5-3M11 5a15 15 0 0 1 11 4M12 20h.01",
  device: "M4 5h16v11H4zM9 20h6M12 16v4",
  door: "M6 21V4h9v17M3 21h18M15 7h4v14M11.500 13h.01",
  down: "M12 5v14M6 13l6 6 6-6",
  eye: "M2 12c3-5 6-7 10-7s7 2 10 7c-3 5-6 7-10 7s-7-2-10-7M12 9a3 3 0 1 0 0 6a3 3 0 0 0 0-6",
  eyeShut:
    "M3 3l18 18M10 5.200c5-.7 9 2 12 6.800a18 18 0 0 1-2.600 3.300M6 7a17 17 0 0 0-4 5c3 5 6 7 10 7a10 10 0 0 0 5-1.300M9.900 9.900a3 3 0 0 0 4.200 4.200",
  file: "M6 3h8l5 5v13H6zM14 3v5h5",
  folder: "M3 6h6l2 2h10v11H3z",
  forward: "M9 5l7 7-7 7",
  gear: "M12 9a3 3 0 1 0 0 6a3 3 0 0 0 0-6M10.300 3h3.400l.5 2.600 1.700 1 2.500-.9 1.700 2.900-2 1.700v2l2 1.700-1.700 2.900-2.500-.9-1.700 1-.5 2.600h-3.400l-.5-2.600-1.700-1-2.500.9-1.700-2.900 2-1.700v-2l-2-1.700 1.700-2.900 2.500.9 1.700-1z",
  globe: "M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18M3 12h18M12 3c3.500 3 3.500 15 0 18M12 3c-3.500 3-3.500 15 0 18",
  hall: "M3 20h18M5 20V9l7-5 7 5v11M9 20v-4h6v4M9 12h.01M12 12h.01M15 12h.01",
  info: "M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18M12 11v5M12 8h.01",
  invite: "M9 4a4 4 0 1 0 0 8a4 4 0 0 0 0-8M2 20c0-4 3-6 7-6s7 2 7 6M19 8v6M16 11h6",
  leave: "M10 4H4v16h6M15 8l4 4-4 4M9 12h10",
  link: "M10 14a4 4 0 0 0 5.700 0l3.500-3.500a4 4 0 0 0-5.700-5.700L12 6.300M14 10a4 4 0 0 0-5.700 0l-3.500 3.500a4 4 0 0 0 5.700 5.700L12 17.700",
  lock: "M6 11V8a6 6 0 0 1 12 0v3M5 11h14v9H5z",
  minus: "M5 12h14",
  more: "M5 11.500a.5.5 0 1 0 0 1a.5.5 0 0 0 0-1M12 11.500a.5.5 0 1 0 0 1a.5.5 0 0 0 0-1M19 11.500a.5.5 0 1 0 0 1a.5.5 0 0 0 0-1",
  pause: "M8 5v14M16 5v14",
  pencil: "M4 20l1-5L16 4l4 4L9 19zM14 6l4 4",
  people:
    "M9 4a4 4 0 1 0 0 8a4 4 0 0 0 0-8M2 20c0-4 3-6 7-6s7 2 7 6M17 4a4 4 0 0 1 0 8M18 14c3 .6 4 2.700 4 6",
  picture:
    "M3 5h18v14H3zM3 17l5.500-6 4.500 5 3-3 5 5M15.500 8a1.200 1.200 0 1 0 0 2.400a1.200 1.200 0 0 0 0-2.400",
  pin: "M9 4h6l-1 6 4 4H6l4-4zM12 14v6",
  play: "M7 5l11 7-11 7z",
  plus: "M12 5v14M5 12h14",
  print: "M7 8V4h10v4M7 17H4V9h16v8h-3M7 14h10v6H7z",
  refresh: "M4 12a8 8 0 0 1 14-5l2 2M20 4v5h-5M20 12a8 8 0 0 1-14 5l-2-2M4 20v-5h5",
  reply: "M9 7L4 12l5 5M4 12h9a7 7 0 0 1 7 7",
  save: "M12 4v11M7 11l5 5 5-5M4 20h16",
  search: "M11 5a6 6 0 1 0 0 12a6 6 0 0 0 0-12M16 16l4 4",
  smile: "M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18M8 14c1 2 2.500 3 4 3s3-1 4-3M9 9.500h.01M15 9.500h.01",
  star: "M12 4l2.500 5.200 5.700.8-4.100 4 1 5.700-5.100-2.700-5.100 2.700 1-5.700-4.100-4 5.700-.8z",
  starred:
    "M12 4l2.500 5.200 5.700.8-4.100 4 1 5.700-5.100-2.700-5.100 2.700 1-5.700-4.100-4 5.700-.8zM5 4l14 16",
  talk: "M4 5h16v11H9l-5 4z",
  trash: "M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13",
  undo: "M8 5L3 10l5 5M3 10h11a5 5 0 0 1 0 10h-4",
  unpin: "M9 4h6l-1 6 4 4H6l4-4zM12 14v6M4 4l16 16",
  unfold: "M8 9l4-4 4 4M8 15l4 4 4-4",
  unread: "M4 6h16v12H4zM4 7l8 6 8-6",
  up: "M12 19V5M6 11l6-6 6 6",
} as const;

export type IconName = keyof typeof shapes;

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      // In rem, so that it grows with the person's size of letters.
      style={{ width: `${size / 16}rem`, height: `${size / 16}rem` }}
      className="block shrink-0 fill-none stroke-current stroke-[1.75] [stroke-linecap:round] [stroke-linejoin:round]"
    >
      <path d={shapes[name]} />
    </svg>
  );
}
