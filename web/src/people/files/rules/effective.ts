/** The rules of a body about files, and what two of them come to: the stricter holds, as the server reckons it. */

/** From the strictest to the mildest. */
export const takes = ["nothing", "images", "images_video", "images_video_audio", "all"] as const;
export type Takes = (typeof takes)[number];

export const clients = ["desktop", "phone"] as const;
export type Client = (typeof clients)[number];
export const roles = ["staff", "guest", "other"] as const;
export type Role = (typeof roles)[number];
export const sides = ["lgwan", "internet"] as const;
export type Side = (typeof sides)[number];

export type ByRole = Record<Role, Record<Client, Takes>>;

export interface FileRules {
  organization: ByRole;
  networks: Record<Side, ByRole>;
  saving: Record<Side, Record<Client, boolean>>;
}

export interface Effective {
  takes: Takes;
  rule: "organization" | "network";
}

export function effective(rules: FileRules, side: Side, role: Role, client: Client): Effective {
  const organization = rules.organization[role][client];
  const network = rules.networks[side][role][client];
  return takes.indexOf(network) < takes.indexOf(organization)
    ? { takes: network, rule: "network" }
    : { takes: organization, rule: "organization" };
}

/** The same table with one cell chosen anew. */
export function withCell(rows: ByRole, role: Role, client: Client, chosen: Takes): ByRole {
  return { ...rows, [role]: { ...rows[role], [client]: chosen } };
}

export function asTakes(value: string): Takes {
  return takes.find((each) => each === value) ?? "nothing";
}
