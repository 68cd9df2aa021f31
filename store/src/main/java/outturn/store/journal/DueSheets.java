package outturn.store.journal;

import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import outturn.engine.decide.Change;
import outturn.engine.run.RunId;

/// What became of due times in a batch, and how far schedules were looked at.
final class DueSheets {
  private static final String TIME = "timestamptz";

  private final Sheet occurrences =
      Sheet.of(
          """
          insert into occurrence (schedule, due, until, business_date, state, run, reason)
          select * from {rows}
          """,
          "int8",
          TIME,
          TIME,
          "date",
          "text",
          "int8",
          "text");

  private final Sheet occurrencesMissed =
      Sheet.byKey(
          """
          update occurrence o set state = 'missed', reason = u.reason
          from {rows} as u (run, reason) where o.run = u.run
          """,
          "int8",
          "text");

  private final Sheet looked =
      Sheet.byKey(
          """
          update schedule s set looked_until = greatest(s.looked_until, u.until) from {rows} as u (id, until)
          where s.id = u.id
          """,
          "int8",
          TIME);

  void add(Change.Occurred change) {
    occurrences.row(
        change.schedule(),
        change.due().toString(),
        change.until().map(Instant::toString).orElse(null),
        change.businessDate().toString(),
        change.fate().name().toLowerCase(Locale.ROOT),
        change.run().map(RunId::value).orElse(null),
        change.reason());
  }

  void missed(RunId run, String reason) {
    occurrencesMissed.row(run.value(), reason);
  }

  void looked(long schedule, Instant until) {
    looked.row(schedule, until.toString());
  }

  Stream<Sheet> written() {
    return Stream.of(occurrences, occurrencesMissed, looked);
  }
}
