import { Link } from "wouter";
import { queries } from "../api/client";
import { Asked } from "../parts/Asked";
import { Page } from "../parts/Page";
import { momentOf } from "../parts/time";
import { capacityText as text } from "../text/capacity";
import { Holders } from "./Holders";
import { type Capacity, sentencesOf, waitersOf } from "./sentences";
import { Use } from "./Use";
import "./capacity.css";

/** Pools, locks and policies: how full they are, who has them, who waits for whom. */
export default function CapacityPage() {
  const query = queries.useQuery("get", "/api/v1/capacity", {}, { refetchInterval: 5_000 });
  return <Asked query={query}>{(capacity) => <Whole capacity={capacity} />}</Asked>;
}

function Whole({ capacity }: { capacity: Capacity }) {
  const nothing = capacity.pools.length + capacity.locks.length + capacity.policies.length === 0;
  const said = sentencesOf(capacity);
  const waits = capacity.waits.length;
  const told = capacity.waits.filter((each) => each.kind !== "policy").length;
  const lead = [...said, waits === 0 ? text.free : waits > told && text.byPolicy(waits - told)].filter(Boolean).join(" ");
  return (
    <Page title={text.title} lead={nothing ? undefined : lead}>
      {nothing && (
        <div className="empty">
          <p>{text.none}</p>
          <pre>{text.example}</pre>
        </div>
      )}
      {capacity.more && <p className="muted">{text.more}</p>}
      {waits > 0 && <Waits capacity={capacity} />}
      {capacity.pools.length > 0 && <Pools capacity={capacity} />}
      {capacity.locks.length > 0 && <Locks capacity={capacity} />}
      {capacity.policies.length > 0 && <Policies capacity={capacity} />}
    </Page>
  );
}

function Waits({ capacity }: { capacity: Capacity }) {
  const { title, columns, policy } = text.waiting;
  return (
    <section>
      <h2>{title}</h2>
      <table className="stack">
        <thead>
          <tr>
            <th scope="col">{columns.task}</th>
            <th scope="col">{columns.what}</th>
            <th scope="col">{columns.holders}</th>
            <th scope="col">{columns.why}</th>
          </tr>
        </thead>
        <tbody>
          {waitersOf(capacity).map(({ wait: each, more }) => (
            <tr key={`${each.run} ${each.task} ${each.kind}`}>
              <th scope="row">
                <Link href={`/runs/${each.run}`}>
                  {each.workflow} / {each.task}
                </Link>
              </th>
              <td data-name={columns.what} className="date">{each.what ?? policy}</td>
              <td data-name={columns.holders}>
                <ul className="holders">
                  {each.holders.map((holder) => (
                    <li key={holder.run}>
                      <Link href={`/runs/${holder.run}`}>{holder.workflow}</Link>
                    </li>
                  ))}
                </ul>
              </td>
              <td data-name={columns.why} className="muted">
                {each.text}
                {more > 0 && ` ${text.waiting.items(more)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Pools({ capacity }: { capacity: Capacity }) {
  const { title, columns, of } = text.pools;
  return (
    <section>
      <h2>{title}</h2>
      <table className="stack">
        <thead>
          <tr>
            <th scope="col">{columns.name}</th>
            <th scope="col">{columns.use}</th>
            <th scope="col">{columns.holders}</th>
            <th scope="col">{columns.waits}</th>
          </tr>
        </thead>
        <tbody>
          {capacity.pools.map((pool) => (
            <tr key={pool.name}>
              <Named thing={pool} />
              <td data-name={columns.use}>
                <Use used={pool.used} size={pool.size} />
                <span className="number">{of(pool.used, pool.size)}</span>
              </td>
              <td data-name={columns.holders}>
                <Holders holders={pool.holders} amounts />
              </td>
              <td data-name={columns.waits}>{waiting(capacity, "pool", pool.name)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Locks({ capacity }: { capacity: Capacity }) {
  const { title, columns, free, alone, shared } = text.locks;
  return (
    <section>
      <h2>{title}</h2>
      <table className="stack">
        <thead>
          <tr>
            <th scope="col">{columns.name}</th>
            <th scope="col">{columns.state}</th>
            <th scope="col">{columns.holders}</th>
            <th scope="col">{columns.waits}</th>
          </tr>
        </thead>
        <tbody>
          {capacity.locks.map((lock) => (
            <tr key={lock.name}>
              <Named thing={lock} />
              <td data-name={columns.state}>{lock.holders.length === 0 ? free : lock.alone ? alone : shared}</td>
              <td data-name={columns.holders}>
                <Holders holders={lock.holders} />
              </td>
              <td data-name={columns.waits}>{waiting(capacity, "lock", lock.name)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Policies({ capacity }: { capacity: Capacity }) {
  const { title, columns, nothing, inForce, open, always } = text.policies;
  return (
    <section>
      <h2>{title}</h2>
      <table className="stack">
        <thead>
          <tr>
            <th scope="col">{columns.name}</th>
            <th scope="col">{columns.allows}</th>
            <th scope="col">{columns.now}</th>
            <th scope="col">{columns.until}</th>
            <th scope="col">{columns.use}</th>
          </tr>
        </thead>
        <tbody>
          {capacity.policies.map((policy) => (
            <tr key={policy.name}>
              <Named thing={policy} />
              <td data-name={columns.allows}>{policy.allow === 0 ? nothing : policy.allow}</td>
              <td data-name={columns.now}>{policy.inForce ? inForce : open}</td>
              <td data-name={columns.until}>{policy.until ? momentOf(policy.until) : always}</td>
              <td data-name={columns.use}>{policy.working !== null && text.pools.of(policy.working, policy.allow)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Named({ thing }: { thing: { name: string; title: string; project: string } }) {
  return (
    <th scope="row">
      {thing.name}
      <div className="muted small">{[thing.title === thing.name ? "" : thing.title, thing.project].filter(Boolean).join(" · ")}</div>
    </th>
  );
}

function waiting(capacity: Capacity, kind: string, name: string): number | "" {
  return capacity.waits.filter((each) => each.kind === kind && each.what === name).length || "";
}
