/** Three small pictures of what to do with a slip: open, choose a password, talk. Drawn in lines, for any copier. */
import type { ReactNode } from "react";

function Picture({ children }: { children: ReactNode }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 40 24"
      fill="none"
      stroke="#000000"
      strokeWidth="0.5"
      className="h-[20mm] w-[33mm]"
    >
      {children}
    </svg>
  );
}

export function OpenPicture() {
  return (
    <Picture>
      <rect x="3" y="0.5" width="14" height="23" rx="2" />
      <path
        fill="#000000"
        stroke="none"
        d="M6 5h4v2h-2v2h-2zM12 5h2v4h-2zM8 9h2v2h2v-2h2v4h-2v-2h-2v2h-4v-2h2z"
      />
      <path d="M7 21h6M26 19.5h8" />
      <rect x="20" y="5" width="19" height="13" rx="2" />
      <rect x="22" y="7.5" width="15" height="3" rx="1" />
    </Picture>
  );
}

export function PasswordPicture() {
  return (
    <Picture>
      <path d="M13.5 11V7a6.5 6.5 0 0 1 13 0v4" />
      <rect x="10" y="11" width="20" height="12.5" rx="1.5" />
      <path strokeLinecap="round" strokeWidth="2" d="M15 17.2h0M18.4 17.2h0M21.8 17.2h0M25.2 17.2h0" />
    </Picture>
  );
}

export function TalkPicture() {
  return (
    <Picture>
      <circle cx="5" cy="5" r="3.2" />
      <rect x="11" y="0.8" width="24" height="9" rx="3" />
      <path d="M14 5.2h17M9 18.8h21" />
      <rect x="6" y="14.3" width="28" height="9" rx="3" />
    </Picture>
  );
}
