import { dateOf, momentOf, timeOf } from "./time";

/** A moment in the viewer's zone; beside it, on asking, the whole of it and the zone of the schedule. */
export function Moment({ at, zone }: { at: string; zone?: string | undefined }) {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const whole = `${dateOf(at)} ${timeOf(at)} ${own}`;
  const there = zone && zone !== own ? ` = ${momentOf(at, new Date(), zone)} ${zone}` : "";
  return (
    <time dateTime={at} title={whole + there} className="number">
      {momentOf(at)}
    </time>
  );
}
