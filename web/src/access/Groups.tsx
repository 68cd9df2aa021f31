import { api, queries } from "../api/client";
import type { components } from "../api/schema";
import { ActDialog, textOf } from "../parts/ActDialog";
import { Asked } from "../parts/Asked";
import { accessText } from "../text/access";

type Group = components["schemas"]["UserGroup"];
const text = accessText.groups;
const MEMBER = "/api/v1/groups/{name}/members/{user}";

/** Users who get a role together. */
export function Groups() {
  const query = queries.useQuery("get", "/api/v1/groups", { params: { query: { limit: 500 } } });
  const join = (form: FormData) => api.PUT(MEMBER, { params: { path: { name: textOf(form, "group"), user: textOf(form, "user") } } });
  return (
    <section aria-labelledby="groups">
      <div className="row spread section-head">
        <h2 id="groups">{text.title}</h2>
        <ActDialog button={text.join} title={text.join} does={text.does} act={join}>
          <label className="field">
            {text.user}
            <input name="user" required />
          </label>
          <label className="field">
            {text.group}
            <input name="group" required />
          </label>
        </ActDialog>
      </div>
      <Asked query={query} lines={2}>
        {(data) => <Table groups={(data.items ?? []) as Group[]} />}
      </Asked>
    </section>
  );
}

function Table({ groups }: { groups: Group[] }) {
  const { columns } = text;
  if (groups.length === 0) return <p className="muted">{text.none}</p>;
  return (
    <table className="stack">
      <thead>
        <tr>
          <th scope="col">{columns.name}</th>
          <th scope="col">{columns.members}</th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={group.name}>
            <th scope="row">{group.name}</th>
            <td>
              <ul className="members">
                {group.members.map((user) => (
                  <li key={user}>
                    <ActDialog
                      button={user}
                      title={text.leave(user, group.name)}
                      does={accessText.grants.take}
                      act={() => api.DELETE(MEMBER, { params: { path: { name: group.name, user } } })}
                    />
                  </li>
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
