import { Link } from "wouter";
import type { components } from "../api/schema";
import { momentOf } from "../parts/time";
import { capacityText } from "../text/capacity";

const text = capacityText.pools;

/** Who holds it since when. */
export function Holders({ holders, amounts }: { holders: components["schemas"]["Holding"][]; amounts?: boolean }) {
  if (holders.length === 0) return <span className="muted">{text.free}</span>;
  return (
    <ul className="holders">
      {holders.map((each) => (
        <li key={`${each.run} ${each.task} ${each.since}`}>
          <Link href={`/runs/${each.run}`}>
            {each.workflow} / {each.task}
          </Link>{" "}
          {amounts && text.amount(each.amount)} <span className="muted">{text.since(momentOf(each.since))}</span>
        </li>
      ))}
    </ul>
  );
}
