/** What the body has decided about signing in. All in numbers; zero stands for "not by itself" or "as the installation
 * says". */
export interface BodyRules {
  tries: number;
  pause_seconds: number;
  lock_minutes: number;
  idle_hours: number;
  longest_days: number;
  second: { required_of: RequiredOf; starts_on: string | null };
  password: { least: number; kinds: number; expires_days: number; warn_days: number };
}

/** From the mildest to the strictest. */
export const requiredOf = ["administrators", "internet", "everybody"] as const;
export type RequiredOf = (typeof requiredOf)[number];
