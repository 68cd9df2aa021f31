import type { UseQueryResult } from "@tanstack/react-query";
import { queries } from "../api/client";
import { useWidth } from "../parts/useWidth";

const WIDTHS = [320, 440, 600, 760, 920, 1080];
const NARROW = 600;

/** The control chart of a measure of an outcome, drawn by the server as wide as there is room. */
export function OutcomeChart({ outcome, measure }: { outcome: string; measure: string }) {
  const [place, width] = useWidth<HTMLDivElement>(WIDTHS);
  const height = heightOf(width);
  const query = queries.useQuery(
    "get",
    "/api/v1/outcomes/{name}/chart.svg",
    { params: { path: { name: outcome }, query: { measure, width, height } }, parseAs: "text" },
    { enabled: width > 0, placeholderData: (old) => old },
  );
  return (
    <div ref={place} className="chart" style={{ minHeight: height }}>
      <Drawing query={query} />
    </div>
  );
}

export function heightOf(width: number): number {
  return width < NARROW ? 280 : 360;
}

export { WIDTHS };

/** What the server drew. It escapes all texts in its drawings and writes neither script nor style into them. */
export function Drawing({ query }: { query: UseQueryResult<unknown, unknown> }) {
  if (typeof query.data !== "string") return null;
  return <div dangerouslySetInnerHTML={{ __html: query.data }} />;
}
