import { api, queries } from "../api/client";
import type { components } from "../api/schema";
import { ActDialog, textOf } from "../parts/ActDialog";
import { Asked } from "../parts/Asked";
import { Moment } from "../parts/Moment";
import { accessText } from "../text/access";
import { Heads } from "./Heads";
import { RoleField } from "./RoleField";
import { ROLES, type Role } from "./roles";

type Grant = components["schemas"]["Grant"];
const text = accessText.grants;

/** Roles for a project, a service or everything, beyond those of users. */
export function Grants() {
  const query = queries.useQuery("get", "/api/v1/grants", { params: { query: { limit: 500 } } });
  return (
    <section aria-labelledby="grants">
      <div className="row spread section-head">
        <h2 id="grants">{text.title}</h2>
        <Give />
      </div>
      <p className="muted">{text.say}</p>
      <Asked query={query} lines={3}>
        {(data) => <Table grants={(data.items ?? []) as Grant[]} />}
      </Asked>
    </section>
  );
}

function Give() {
  const give = (form: FormData) => {
    const [name, place] = [textOf(form, "name"), textOf(form, "placeName")];
    const [kind, where] = [textOf(form, "holder"), textOf(form, "place")];
    return api.POST("/api/v1/grants", {
      body: {
        role: textOf(form, "role") as Role,
        ...(kind === "group" ? { group: name } : { user: name }),
        ...(where === "project" && { project: place }),
        ...(where === "service" && { service: place }),
      },
    });
  };
  return (
    <ActDialog button={text.give} title={text.give} does={text.does} act={give}>
      <label className="field">
        {text.holder}
        <select name="holder">
          <option value="user">{text.ofUser}</option>
          <option value="group">{text.ofGroup}</option>
        </select>
      </label>
      <label className="field">
        {text.name}
        <input name="name" required />
      </label>
      <RoleField label={text.role} roles={ROLES} chosen="operator" />
      <label className="field">
        {text.place}
        <select name="place" defaultValue="project">
          <option value="project">{text.ofProject}</option>
          <option value="service">{text.ofService}</option>
          <option value="">{text.everywhere}</option>
        </select>
      </label>
      <label className="field">
        {text.placeName}
        <input name="placeName" placeholder={text.placeHint} />
      </label>
    </ActDialog>
  );
}

function Table({ grants }: { grants: Grant[] }) {
  const { columns } = text;
  if (grants.length === 0) return <p className="muted">{text.none}</p>;
  return (
    <table className="stack">
      <Heads names={[columns.who, columns.role, columns.where, columns.granted]} acts={columns.acts} />
      <tbody>
        {grants.map((grant) => (
          <Line key={grant.id} grant={grant} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ grant }: { grant: Grant }) {
  const { columns } = text;
  const { user, group } = grant.holder;
  const { project, service } = grant.in;
  const who = user ?? text.group(group ?? "");
  const where = accessText.where(project, service);
  const query = { ...(user !== null ? { user } : { group: group ?? "" }), ...(project !== null && { project }), ...(service !== null && { service }) };
  return (
    <tr>
      <th scope="row">{who}</th>
      <td data-name={columns.role}>{grant.role}</td>
      <td data-name={columns.where}>{where}</td>
      <td data-name={columns.granted}>
        <Moment at={grant.granted} /> <span className="muted">{text.by(grant.by)}</span>
      </td>
      <td>
        <ActDialog button={text.take} title={text.takeTitle(who, grant.role, where)} does={text.take} act={() => api.DELETE("/api/v1/grants", { params: { query } })}>
          <p>{text.takeSays}</p>
        </ActDialog>
      </td>
    </tr>
  );
}
