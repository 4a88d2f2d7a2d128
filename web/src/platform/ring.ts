/** Calling somebody who looks elsewhere: a notification of the system, and a short sound. Never a word of a message (LGWAN). */

export type Permission = "granted" | "default" | "denied" | "none";

/** Browsers on phones and pages without a certificate have no notifications at all. */
export function permission(): Permission {
  return "Notification" in globalThis && isSecureContext ? Notification.permission : "none";
}

export async function askPermission(): Promise<Permission> {
  return permission() === "none" ? "none" : Notification.requestPermission();
}

/** Whether the system was asked to show it. On some phones only the page's worker may. */
export async function show(title: string, body: string): Promise<boolean> {
  if (permission() !== "granted") return false;
  try {
    const note = new Notification(title, { body, tag: "yoriai" });
    note.onclick = () => {
      focus();
      note.close();
    };
    return true;
  } catch {
    const worker = await navigator.serviceWorker?.getRegistration().catch(() => undefined);
    await worker?.showNotification(title, { body, tag: "yoriai" });
    return Boolean(worker);
  }
}

/** Two soft tones, made by the browser itself: no file has to be fetched. */
export function sound(): void {
  if (!("AudioContext" in globalThis)) return;
  const audio = new AudioContext();
  tone(audio, 880, 0);
  tone(audio, 1_175, 0.16);
  setTimeout(() => void audio.close(), 800);
}

function tone(audio: AudioContext, pitch: number, after: number): void {
  const [source, volume] = [audio.createOscillator(), audio.createGain()];
  const from = audio.currentTime + after;
  source.frequency.value = pitch;
  volume.gain.setValueAtTime(0.0001, from);
  volume.gain.exponentialRampToValueAtTime(0.15, from + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0001, from + 0.3);
  source.connect(volume).connect(audio.destination);
  source.start(from);
  source.stop(from + 0.32);
}
