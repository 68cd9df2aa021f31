import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { queries } from "../api/client";
import type { components } from "../api/schema";
import { Asked } from "../parts/Asked";
import { Dialog } from "../parts/Dialog";
import { Moment } from "../parts/Moment";
import { Page } from "../parts/Page";
import { ProblemNote } from "../parts/ProblemNote";
import { momentOf, timeOf } from "../parts/time";
import { nodesText as text } from "../text/nodes";
import { words } from "../text/words";
import { bytesOf, nameOf, type Node, ownersOf, sentenceOf } from "./nodes";
import "./nodes.css";

const COLOURS = 4;

/** The servers on this database, what each decides for, and how this one is. */
export default function NodesPage() {
  const nodes = queries.useQuery("get", "/api/v1/nodes", { params: { query: { limit: 500 } } }, { refetchInterval: 5_000 });
  const here = queries.useQuery("get", "/api/v1/nodes/here", {}, { refetchInterval: 15_000 });
  return (
    <Asked query={nodes}>
      {(data) => {
        const items = (data.items ?? []) as Node[];
        return (
          <Page title={text.title} lead={sentenceOf(items)}>
            {here.data?.heldSince && <Held since={here.data.heldSince} />}
            <Table nodes={items} here={here.data?.node} />
            <Parts nodes={items} />
            <section>
              <h2>{text.disk.title}</h2>
              <Asked query={here} lines={3}>
                {(server) => <Disk here={server} />}
              </Asked>
            </section>
          </Page>
        );
      }}
    </Asked>
  );
}

function Table({ nodes, here }: { nodes: Node[]; here: string | undefined }) {
  const { columns } = text;
  return (
    <table className="stack">
      <thead>
        <tr>
          <th scope="col">{columns.node}</th>
          <th scope="col">{columns.state}</th>
          <th scope="col">{columns.parts}</th>
          <th scope="col">{columns.working}</th>
          <th scope="col">{columns.started}</th>
          <th scope="col">{columns.lease}</th>
          <th scope="col">{columns.worker}</th>
          <th scope="col">{columns.version}</th>
        </tr>
      </thead>
      <tbody>
        {nodes.map((node) => (
          <tr key={node.number}>
            <th scope="row" title={node.name}>
              {nameOf(node)} {node.name === here && <span className="muted small">({text.here})</span>}
              <div className="muted small">{text.number(node.number)}</div>
            </th>
            <td data-name={columns.state}>
              {text.states[node.state] ?? node.state}
              {text.explained[node.state] && <div className="muted small">{text.explained[node.state]}</div>}
            </td>
            <td data-name={columns.parts}>{text.parts(node.partitions.length)}</td>
            <td data-name={columns.working}>{node.working}</td>
            <td data-name={columns.started}>
              <Moment at={node.times.started} />
            </td>
            <td data-name={columns.lease} className="date">
              {timeOf(node.times.leaseUntil)}
            </td>
            <td data-name={columns.worker} className="date">
              {timeOf(node.times.workerUntil)}
            </td>
            <td data-name={columns.version}>{node.version}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Parts({ nodes }: { nodes: Node[] }) {
  return (
    <section>
      <h2>{text.partsTitle}</h2>
      <ul className="partitions">
        {ownersOf(nodes).map((owner, part) => {
          const says = text.part(part, owner && nameOf(owner));
          return (
            <li key={part} title={says} className={owner ? "" : "nobody"} data-node={owner ? nodes.indexOf(owner) % COLOURS : undefined}>
              <span aria-hidden="true">{part}</span>
              <span className="hidden-text">{says}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Disk({ here }: { here: components["schemas"]["Here"] }) {
  const { disk } = here;
  return (
    <>
      {disk.shortage ? (
        <div className="note problem">
          <p>{text.disk.short(disk.shortage)}</p>
        </div>
      ) : (
        <p>{text.disk.room}</p>
      )}
      <dl className="figures">
        <div>
          <dt>{text.disk.free}</dt>
          <dd>{bytesOf(disk.freeBytes)}</dd>
        </div>
        <div>
          <dt>{text.disk.kept}</dt>
          <dd>{bytesOf(disk.keptFreeBytes)}</dd>
        </div>
      </dl>
      <p className="muted small">
        {text.cluster} {here.cluster}
      </p>
    </>
  );
}

/** Only an administrator may let a restored copy go on; others are told so by the server. */
function Held({ since }: { since: string }) {
  const [asking, setAsking] = useState(false);
  const known = useQueryClient();
  const resume = queries.useMutation("post", "/api/v1/resume", {
    onSuccess: () => {
      setAsking(false);
      void known.invalidateQueries();
    },
  });
  return (
    <div className="note problem">
      <p>{text.held.say(momentOf(since))}</p>
      <button type="button" onClick={() => setAsking(true)}>
        {text.held.ask}
      </button>
      <Dialog open={asking} close={() => setAsking(false)} label={text.held.title}>
        <h2>{text.held.title}</h2>
        <p>{text.held.sure}</p>
        {resume.isError && <ProblemNote error={resume.error} />}
        <div className="row">
          <button type="button" className="main" disabled={resume.isPending} onClick={() => resume.mutate({ body: {} })}>
            {text.held.confirm}
          </button>
          <button type="button" onClick={() => setAsking(false)}>
            {words.cancel}
          </button>
        </div>
      </Dialog>
    </div>
  );
}
