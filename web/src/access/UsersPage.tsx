import { useState } from "react";
import { queries } from "../api/client";
import type { components } from "../api/schema";
import { Asked } from "../parts/Asked";
import { Moment } from "../parts/Moment";
import { Page } from "../parts/Page";
import { accessText } from "../text/access";
import { Grants } from "./Grants";
import { Groups } from "./Groups";
import { Heads } from "./Heads";
import { Once, type Secret } from "./Once";
import { useMe } from "./roles";
import { type Session, SessionTable } from "./SessionTable";
import { AddUser, GivePassword, ShutOut } from "./UserActs";
import "./access.css";

type User = components["schemas"]["User"];
const text = accessText.users;

/** Who may come in, by which ways, and what each may do; for owners of a project what they give in it. */
export default function UsersPage() {
  const me = queries.useQuery("get", "/api/v1/me");
  return (
    <Asked query={me} title={text.title}>
      {({ role }) => (role === "admin" ? <ForAdministrators /> : <Page title={text.title} lead={text.leadOwner} children={<Grants />} />)}
    </Asked>
  );
}

function ForAdministrators() {
  const query = queries.useQuery("get", "/api/v1/users", { params: { query: { limit: 500 } } });
  const [shown, setShown] = useState<Secret>();
  return (
    <Asked query={query} title={text.title}>
      {(data) => {
        const users = (data.items ?? []) as User[];
        const admins = users.filter((user) => user.role === "admin").length;
        const out = users.filter((user) => user.ways.length === 0).length;
        return (
          <Page title={text.title} lead={text.lead(users.length, admins, out)} tools={<AddUser made={setShown} />}>
            <Once shown={shown} done={() => setShown(undefined)} />
            <Users users={users} made={setShown} />
            <Grants />
            <Groups />
            <Sessions />
          </Page>
        );
      }}
    </Asked>
  );
}

function Users({ users, made }: { users: User[]; made: (secret: Secret) => void }) {
  const { columns } = text;
  const me = useMe();
  return (
    <table className="stack" aria-label={text.list}>
      <Heads names={[columns.name, columns.role, columns.ways, columns.used, columns.created]} acts={columns.acts} />
      <tbody>
        {users.map((user) => (
          <tr key={user.name}>
            <th scope="row">
              {user.name} {user.name === me?.user && <span className="muted">({text.you})</span>}
            </th>
            <td data-name={columns.role}>{user.role}</td>
            <td data-name={columns.ways}>{user.ways.map((way) => text.ways[way] ?? way).join(", ") || <strong>{text.shutOut}</strong>}</td>
            <td data-name={columns.used}>{user.lastUsed ? <Moment at={user.lastUsed} /> : <span className="muted">{text.never}</span>}</td>
            <td data-name={columns.created}>
              <Moment at={user.created} />
            </td>
            <td>
              {user.name !== me?.user && (
                <div className="row">
                  <GivePassword name={user.name} made={made} />
                  {user.ways.length > 0 && <ShutOut name={user.name} />}
                </div>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Sessions() {
  const query = queries.useQuery("get", "/api/v1/sessions", { params: { query: { user: "*", limit: 500 } } });
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{accessText.sessions.title}</h2>
      <Asked query={query} lines={3}>
        {(data) => <SessionTable sessions={(data.items ?? []) as Session[]} whose="all" />}
      </Asked>
    </section>
  );
}
