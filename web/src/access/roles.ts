import { queries } from "../api/client";
import type { components } from "../api/schema";

export type Role = components["schemas"]["Role"];
interface Held {
  role: Role;
  grants: readonly { role: Role }[];
}

/** Each may what those before it may. */
export const ROLES: readonly Role[] = ["viewer", "operator", "editor", "owner", "admin"];

/** Whether somebody has a role, or a higher one, at least somewhere. */
export function mayAnywhere(who: Held | undefined, role: Role): boolean {
  if (who === undefined) return false;
  const rank = ROLES.indexOf(role);
  return [who, ...who.grants].some((held) => ROLES.indexOf(held.role) >= rank);
}

/** The roles up to the highest that somebody has anywhere. */
export function upTo(who: Held): Role[] {
  return ROLES.filter((role) => mayAnywhere(who, role));
}

/** Who looks at the page; undefined until it is known. */
export function useMe() {
  return queries.useQuery("get", "/api/v1/me").data;
}
