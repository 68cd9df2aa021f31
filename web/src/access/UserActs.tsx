import { api } from "../api/client";
import { ActDialog, textOf } from "../parts/ActDialog";
import { accessText } from "../text/access";
import type { Secret } from "./Once";
import { oneTimePassword } from "./oneTime";
import { RoleField } from "./RoleField";
import { ROLES, type Role } from "./roles";

const text = accessText.users;

async function given(name: string, made: (secret: Secret) => void): Promise<{ error?: unknown }> {
  const password = oneTimePassword();
  const answer = await api.PUT("/api/v1/users/{name}/password", { params: { path: { name } }, body: { password } });
  if (!answer.error) made({ title: text.passwordOf(name), secret: password });
  return answer;
}

/** Adds a user who comes in by a one-time password. The token that the API makes with him is for programs: it is revoked. */
export function AddUser({ made }: { made: (secret: Secret) => void }) {
  const add = async (form: FormData): Promise<{ error?: unknown }> => {
    const name = textOf(form, "name");
    const added = await api.POST("/api/v1/users", { body: { name, role: textOf(form, "role") as Role } });
    if (added.error) return added;
    const tokens = await api.GET("/api/v1/tokens", { params: { query: { user: name } } });
    for (const { id } of (tokens.data?.items ?? []) as { id: string }[]) {
      await api.DELETE("/api/v1/tokens/{id}", { params: { path: { id } } });
    }
    return given(name, made);
  };
  return (
    <ActDialog button={text.add} title={text.add} does={text.does} main act={add}>
      <p>{text.addSays}</p>
      <label className="field">
        {text.name}
        <input name="name" required pattern="[a-z0-9][a-z0-9._@\-]{0,127}" title={text.nameHint} placeholder={text.nameHint} autoCapitalize="off" spellCheck={false} />
      </label>
      <RoleField label={text.role} roles={ROLES} chosen="viewer" />
    </ActDialog>
  );
}

export function GivePassword({ name, made }: { name: string; made: (secret: Secret) => void }) {
  return (
    <ActDialog button={text.givePassword} title={text.givePasswordTitle(name)} does={text.give} act={() => given(name, made)}>
      <p>{text.givePasswordSays}</p>
    </ActDialog>
  );
}

export function ShutOut({ name }: { name: string }) {
  return (
    <ActDialog
      button={text.shut}
      title={text.shutTitle(name)}
      does={text.shut}
      act={() => api.DELETE("/api/v1/users/{name}/access", { params: { path: { name } } })}
    >
      <p>{text.shutSays(name)}</p>
    </ActDialog>
  );
}
