import { api } from "../api/client";
import type { components } from "../api/schema";
import { ActDialog } from "../parts/ActDialog";
import { Moment } from "../parts/Moment";
import { accessText } from "../text/access";
import { browserOf } from "./browserOf";
import { Heads } from "./Heads";

export type Session = components["schemas"]["Session"];
const text = accessText.sessions;

/** Browsers that are signed in, each of which can be made to sign in again. */
export function SessionTable({ sessions, whose }: { sessions: Session[]; whose: "mine" | "all" }) {
  const { columns } = text;
  // The one at hand first, then those that were used last.
  const lately = sessions.toSorted((one, other) => Number(other.current) - Number(one.current) || other.lastUsed.localeCompare(one.lastUsed));
  if (sessions.length === 0) return <p className="muted">{text.none}</p>;
  return (
    <table className="stack">
      <Heads names={[...(whose === "all" ? [columns.user] : []), columns.browser, columns.from, columns.by, columns.used, columns.expires]} acts={columns.acts} />
      <tbody>
        {lately.map((each) => (
          <Line key={each.id} session={each} whose={whose} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ session, whose }: { session: Session; whose: "mine" | "all" }) {
  const { columns } = text;
  const browser = browserOf(session.from.agent) ?? text.unknown;
  const end = () => api.DELETE("/api/v1/sessions/{id}", { params: { path: { id: session.id } } });
  return (
    <tr>
      {whose === "all" && <th scope="row">{session.user}</th>}
      <td data-name={whose === "all" ? columns.browser : undefined} title={session.from.agent}>
        {browser} {session.current && <span className="muted">({text.current})</span>}
      </td>
      <td data-name={columns.from}>{session.from.address}</td>
      <td data-name={columns.by}>{text.means[session.from.means] ?? session.from.means}</td>
      <td data-name={columns.used}>
        <Moment at={session.lastUsed} />
      </td>
      <td data-name={columns.expires}>
        <Moment at={session.expires} />
      </td>
      <td>
        {!session.current && (
          <ActDialog button={text.end} title={text.endTitle} does={text.end} act={end}>
            <p>{text.endSays(session.user, browser)}</p>
          </ActDialog>
        )}
      </td>
    </tr>
  );
}
