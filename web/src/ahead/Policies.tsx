import { queries } from "../api/client";
import { momentOf } from "../parts/time";
import { aheadText as text } from "../text/ahead";

/** Which policies let less start, now or later. */
export function Policies() {
  const query = queries.useQuery("get", "/api/v1/capacity");
  const policies = query.data?.policies ?? [];
  if (policies.length === 0) return null;
  return (
    <section>
      <h2>{text.policies}</h2>
      <ul>
        {policies.map((each) => (
          <li key={each.name}>{text.policy(each.name, each.allow, each.inForce, each.until ? momentOf(each.until) : undefined)}</li>
        ))}
      </ul>
    </section>
  );
}
