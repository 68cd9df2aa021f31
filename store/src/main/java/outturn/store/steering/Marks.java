package outturn.store.steering;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/// Tells whether something was recorded since one last looked, at the cost of a look at an index or
/// at small tables: what is recorded is never changed, so counting is enough.
public final class Marks {
  private final Jdbi jdbi;

  public Marks(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// When a value was last recorded of the measures that have one since a time, by measure.
  public Map<String, Instant> observedSince(Instant since) {
    try (var handle = jdbi.open()) {
      return handle
          .createQuery(
              """
              select measure, max(recorded_at) as at from observation
              where recorded_at > :since group by measure
              """)
          .bind("since", since)
          .map((row, _) ->
              Map.entry(
                  row.getString("measure"), row.getObject("at", OffsetDateTime.class).toInstant()))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
  }

  /// How much was recorded of outcomes themselves: agreements, accepted forecasts, frozen
  /// baselines, reviews, evidence and its signatures; by outcome.
  public Map<String, Long> ofOutcomes() {
    return counts(
        """
        select outcome as name, count(*) as n from (
          select outcome from agreement
          union all select outcome from forecast
          union all select outcome from baseline
          union all select outcome from outcome_review
          union all select outcome from evidence
          union all select evidence.outcome from signature
            join evidence on evidence.hash = signature.evidence) as recorded
        group by outcome
        """);
  }

  /// How many answers were given to shifts, by measure.
  public Map<String, Long> ofShifts() {
    return counts("select measure as name, count(*) as n from shift_answer group by measure");
  }

  private Map<String, Long> counts(String sql) {
    try (var handle = jdbi.open()) {
      return handle
          .createQuery(sql)
          .map((row, _) -> Map.entry(row.getString("name"), row.getLong("n")))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
  }
}
