/** Word between the tabs of one browser: they share the cookie, so they share who is signed in. */

type Word = "someone else";

const channel = globalThis.BroadcastChannel ? new BroadcastChannel("yoriai") : null;

export function tellOtherTabs(word: Word): void {
  channel?.postMessage(word);
}

export function onOtherTab(heard: (word: Word) => void): void {
  if (channel) channel.onmessage = (event: MessageEvent<Word>) => heard(event.data);
}
