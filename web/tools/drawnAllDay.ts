/**
 * What is drawn anew all day long, by every fact and every press, remembers what it drew (React Compiler). The screens
 * that one visits now and then stay as light as they are written: the compiler makes code a tenth heavier.
 */
import { reactCompilerPreset } from "@vitejs/plugin-react";

const ALL_DAY = /\/src\/(app|talk)\//;

export function drawnAllDay() {
  const { preset, rolldown } = reactCompilerPreset();
  return { preset, rolldown: { ...rolldown, filter: { ...rolldown.filter, id: ALL_DAY } } };
}
