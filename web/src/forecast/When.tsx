import { Moment } from "../parts/Moment";
import { forecastText as text } from "../text/forecast";

/** A time of a forecast; where it does not come, that. */
export function When({ at, zone }: { at: string | null; zone?: string | undefined }) {
  return at ? <Moment at={at} zone={zone} /> : <span className="muted">{text.never}</span>;
}
