import { useState } from "react";
import { api, queries } from "../api/client";
import type { components } from "../api/schema";
import { ActDialog, textOf } from "../parts/ActDialog";
import { Asked } from "../parts/Asked";
import { Moment } from "../parts/Moment";
import { accessText } from "../text/access";
import { Heads } from "./Heads";
import { Once, type Secret } from "./Once";
import { RoleField } from "./RoleField";
import type { Role } from "./roles";

type Token = components["schemas"]["Token"];
const text = accessText.tokens;

/** One's own tokens: made for a program, shown once, revoked. */
export function Tokens({ roles }: { roles: Role[] }) {
  const query = queries.useQuery("get", "/api/v1/tokens", { params: { query: { limit: 500 } } });
  const [shown, setShown] = useState<Secret>();
  return (
    <section aria-labelledby="tokens">
      <div className="row spread section-head">
        <h2 id="tokens">{text.title}</h2>
        <Make roles={roles} made={setShown} />
      </div>
      <Once shown={shown} done={() => setShown(undefined)} />
      <Asked query={query} lines={3}>
        {(data) => <Table tokens={(data.items ?? []) as Token[]} />}
      </Asked>
    </section>
  );
}

function Make({ roles, made }: { roles: Role[]; made: (secret: Secret) => void }) {
  const make = async (form: FormData) => {
    const label = textOf(form, "label");
    const answer = await api.POST("/api/v1/tokens", {
      body: { label, role: textOf(form, "role") as Role, projects: namesOf(form, "projects"), services: namesOf(form, "services"), days: Number(textOf(form, "days")) },
    });
    if (answer.data) made({ title: text.made(label), secret: answer.data.token });
    return answer;
  };
  return (
    <ActDialog button={text.make} title={text.make} does={text.does} act={make}>
      <p>{text.makeSays}</p>
      <label className="field">
        {text.label}
        <input name="label" required maxLength={100} />
      </label>
      <RoleField label={text.role} roles={roles} chosen="viewer" />
      {(["projects", "services"] as const).map((key) => (
        <label key={key} className="field">
          {text[key]}
          <input name={key} placeholder={text.list} />
        </label>
      ))}
      <label className="field">
        {text.days}
        <input name="days" type="number" min={1} max={366} defaultValue={90} required />
      </label>
    </ActDialog>
  );
}

function namesOf(form: FormData, name: string): string[] {
  return textOf(form, name).split(/[\s,]+/).filter(Boolean);
}

function Table({ tokens }: { tokens: Token[] }) {
  const { columns } = text;
  if (tokens.length === 0) return <p className="muted">{text.none}</p>;
  return (
    <table className="stack">
      <Heads names={[columns.label, columns.role, columns.where, columns.used, columns.expires]} acts={columns.acts} />
      <tbody>
        {tokens.map((token) => (
          <tr key={token.id}>
            <th scope="row">{token.label}</th>
            <td data-name={columns.role}>{token.role}</td>
            <td data-name={columns.where}>{whereOf(token)}</td>
            <td data-name={columns.used}>{token.at.lastUsed ? <Moment at={token.at.lastUsed} /> : <span className="muted">{text.never}</span>}</td>
            <td data-name={columns.expires}>
              <Moment at={token.at.expires} />
            </td>
            <td>
              <ActDialog
                button={text.revoke}
                title={text.revokeTitle(token.label)}
                does={text.revoke}
                act={() => api.DELETE("/api/v1/tokens/{id}", { params: { path: { id: token.id } } })}
              >
                <p>{text.revokeSays}</p>
              </ActDialog>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function whereOf(token: Token): string {
  const places = [...token.projects.map((name) => accessText.where(name, null)), ...token.services.map((name) => accessText.where(null, name))];
  return places.join(", ") || text.everywhere;
}
