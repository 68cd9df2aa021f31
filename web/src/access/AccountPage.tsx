import { api, queries } from "../api/client";
import { ActDialog } from "../parts/ActDialog";
import { Asked } from "../parts/Asked";
import { Page } from "../parts/Page";
import { accessText } from "../text/access";
import { upTo } from "./roles";
import { type Session, SessionTable } from "./SessionTable";
import { Tokens } from "./Tokens";
import "./access.css";

const text = accessText.account;

/** What one may, where one is signed in, and which programs act in one's name. */
export default function AccountPage() {
  const query = queries.useQuery("get", "/api/v1/me");
  return (
    <Asked query={query} title={text.title}>
      {(me) => (
        <Page title={text.title} lead={leadOf(me)} tools={<ChangePassword />}>
          <Sessions />
          <Tokens roles={upTo(me)} />
        </Page>
      )}
    </Asked>
  );
}

function leadOf(me: { user: string; title: string; role: string; grants: { role: string; project: string | null; service: string | null }[] }): string {
  const name = me.title === me.user ? me.user : `${me.title} (${me.user})`;
  const also = me.grants.map((each) => `${each.role} ${accessText.where(each.project, each.service)}`).join(", ");
  return text.lead(name, me.role) + (also ? ` ${text.also(also)}` : "");
}

function ChangePassword() {
  const change = async (form: FormData): Promise<{ error?: unknown }> => {
    const fresh = String(form.get("new"));
    if (fresh !== form.get("again")) return { error: { status: 422, ...text.differ } };
    return api.PUT("/api/v1/me/password", { body: { current: String(form.get("current")), new: fresh } });
  };
  return (
    <ActDialog button={text.password} title={text.password} does={text.does} act={change}>
      <p>{text.passwordSays}</p>
      <label className="field">
        {text.current}
        <input name="current" type="password" autoComplete="current-password" required />
      </label>
      <label className="field">
        {text.fresh}
        <input name="new" type="password" autoComplete="new-password" required minLength={12} maxLength={128} />
      </label>
      <label className="field">
        {text.again}
        <input name="again" type="password" autoComplete="new-password" required />
      </label>
    </ActDialog>
  );
}

function Sessions() {
  const sessions = accessText.sessions;
  const query = queries.useQuery("get", "/api/v1/sessions", { params: { query: { limit: 500 } } });
  const mine = (query.data?.items ?? []) as Session[];
  const others = mine.filter((each) => !each.current);
  const endOthers = async (): Promise<{ error?: unknown }> => {
    for (const each of others) {
      const answer = await api.DELETE("/api/v1/sessions/{id}", { params: { path: { id: each.id } } });
      // One that has ended by itself meanwhile is what was wanted.
      if (answer.error && answer.response.status !== 404) return answer;
    }
    return {};
  };
  return (
    <section aria-labelledby="sessions">
      <div className="row spread section-head">
        <h2 id="sessions">{sessions.title}</h2>
        <ActDialog button={sessions.others} title={sessions.othersTitle} does={sessions.end} disabled={others.length === 0} act={endOthers}>
          <p>{sessions.othersSays}</p>
        </ActDialog>
      </div>
      <Asked query={query} lines={3}>
        {() => <SessionTable sessions={mine} whose="mine" />}
      </Asked>
    </section>
  );
}
