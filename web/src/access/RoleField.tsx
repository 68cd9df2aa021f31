import { accessText } from "../text/access";
import type { Role } from "./roles";

/** A choice among roles, each with what it may. */
export function RoleField({ label, roles, chosen }: { label: string; roles: readonly Role[]; chosen: Role }) {
  return (
    <label className="field">
      {label}
      <select name="role" defaultValue={chosen}>
        {roles.map((role) => (
          <option key={role} value={role}>
            {accessText.roles[role]}
          </option>
        ))}
      </select>
    </label>
  );
}
