import { Link } from "wouter";
import { queries } from "../api/client";
import { atRiskText as text } from "../text/atRisk";

/** On the page of an outcome: what endangers it at this moment; nothing while nothing does. */
export function Endangered({ outcome }: { outcome: string }) {
  const query = queries.useQuery("get", "/api/v1/at-risk", { params: { query: { outcome } } }, { refetchInterval: 60_000 });
  const items = query.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="endangered">
      <h2 id="endangered">{text.endangered}</h2>
      <div className="note problem">
        {items.map((each) => (
          <p key={each.text}>{each.text}</p>
        ))}
        <p>
          <Link href={`/at-risk?outcome=${encodeURIComponent(outcome)}`}>{text.title}</Link>
        </p>
      </div>
    </section>
  );
}
