package outturn.store.measure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import outturn.engine.run.RunId;
import outturn.store.database.AdvisoryLock;
import outturn.store.database.SqlArray;

/// The record of what was observed, and when it was known. Nothing in it is ever changed: what
/// turns out differently is a new revision.
public final class Observations {
  private final Jdbi jdbi;

  public Observations(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// Records what is new and what differs from the latest revision of its period; all or nothing.
  /// One at a time per measure, so that collections that overlap do not both add the same.
  ///
  /// @throws IllegalArgumentException when a period of a segment comes twice
  public Recorded append(
      String measure, List<Observation> observations, Instant recordedAt, Source source) {
    return jdbi.inTransaction(handle -> append(handle, measure, observations, recordedAt, source));
  }

  /// The same within a transaction. Who appends to several measures does so in the order of their
  /// names.
  public static Recorded append(
      Handle handle,
      String measure,
      List<Observation> observations,
      Instant recordedAt,
      Source source) {
    requireOnce(observations);
    AdvisoryLock.take(handle, "measure " + measure);
    return write(handle, measure, observations, recordedAt, source);
  }

  /// The latest revision of each period as known at a time, oldest period first.
  public List<RecordedObservation> series(String measure, String segment, Instant asOf) {
    try (var handle = jdbi.open()) {
      return handle
          .createQuery(
              """
              select distinct on (period) *
              from observation
              where measure = :measure and segment = :segment and recorded_at <= :asOf
              order by period, revision desc
              """)
          .bind("measure", measure)
          .bind("segment", segment)
          .bind("asOf", asOf)
          .map((row, _) -> recorded(row))
          .list();
    }
  }

  /// The latest revision of each period of each segment as known at a time, oldest period first.
  public List<RecordedObservation> all(String measure, Instant asOf) {
    try (var handle = jdbi.open()) {
      return handle
          .createQuery(
              """
              select distinct on (period, segment) *
              from observation
              where measure = :measure and recorded_at <= :asOf
              order by period, segment, revision desc
              """)
          .bind("measure", measure)
          .bind("asOf", asOf)
          .map((row, _) -> recorded(row))
          .list();
    }
  }

  /// All revisions of all periods of all segments that were recorded by a time, oldest period
  /// first.
  public List<RecordedObservation> revisions(String measure, Instant asOf) {
    try (var handle = jdbi.open()) {
      return handle
          .createQuery(
              """
              select * from observation
              where measure = :measure and recorded_at <= :asOf
              order by period, segment, revision
              """)
          .bind("measure", measure)
          .bind("asOf", asOf)
          .map((row, _) -> recorded(row))
          .list();
    }
  }

  /// When the first value of each period had been recorded, by an instant: that of the whole, else
  /// that of the last segment.
  public SortedMap<LocalDate, Instant> arrivals(String measure, Instant asOf) {
    try (var handle = jdbi.open()) {
      return handle
          .createQuery(
              """
              select period,
                coalesce(max(recorded_at) filter (where segment = ''), max(recorded_at)) as arrived
              from observation
              where measure = :measure and revision = 1 and recorded_at <= :asOf
              group by period
              """)
          .bind("measure", measure)
          .bind("asOf", asOf)
          .map((row, _) ->
              Map.entry(
                  row.getObject("period", LocalDate.class),
                  row.getObject("arrived", OffsetDateTime.class).toInstant()))
          .collect(
              Collectors.toMap(
                  Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, TreeMap::new));
    }
  }

  /// All revisions of all periods of a segment, oldest period and first revision first.
  public List<RecordedObservation> history(String measure, String segment) {
    try (var handle = jdbi.open()) {
      return handle
          .createQuery(
              """
              select * from observation
              where measure = :measure and segment = :segment
              order by period, revision
              """)
          .bind("measure", measure)
          .bind("segment", segment)
          .map((row, _) -> recorded(row))
          .list();
    }
  }

  /// All revisions of a period, first one first.
  public List<RecordedObservation> history(String measure, String segment, LocalDate period) {
    try (var handle = jdbi.open()) {
      return handle
          .createQuery(
              """
              select * from observation
              where measure = :measure and segment = :segment and period = :period
              order by revision
              """)
          .bind("measure", measure)
          .bind("segment", segment)
          .bind("period", period)
          .map((row, _) -> recorded(row))
          .list();
    }
  }

  /// How many periods of how many segments were observed, by measure.
  public Map<String, Long> counts() {
    try (var handle = jdbi.open()) {
      return handle
          .createQuery(
              """
              select measure, count(*) as periods from observation
              where revision = 1 group by measure
              """)
          .map((row, _) -> Map.entry(row.getString("measure"), row.getLong("periods")))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
  }

  /// The latest period of any segment that was observed.
  public Optional<LocalDate> lastPeriod(String measure) {
    try (var handle = jdbi.open()) {
      return handle
          .createQuery(
              """
              select period from observation where measure = :measure order by period desc limit 1
              """)
          .bind("measure", measure)
          .mapTo(LocalDate.class)
          .findOne();
    }
  }

  /// The segments of which something was observed, in order; the empty one stands for the whole.
  public List<String> segments(String measure) {
    try (var handle = jdbi.open()) {
      return handle
          .createQuery(
              """
              select distinct segment from observation where measure = :measure order by segment
              """)
          .bind("measure", measure)
          .mapTo(String.class)
          .list();
    }
  }

  private static void requireOnce(List<Observation> observations) {
    record Key(String segment, LocalDate period) {}
    var seen = new HashSet<Key>();
    for (var each : observations) {
      if (!seen.add(new Key(each.segment(), each.period()))) {
        throw new IllegalArgumentException(
            "the period %s of segment '%s' comes twice; each period of a segment has one value"
                .formatted(each.period(), each.segment()));
      }
    }
  }

  private static Recorded write(
      Handle handle, String measure, List<Observation> all, Instant recordedAt, Source source) {
    return handle
        .createQuery(
            """
            with given as (
              select *
              from unnest(:segments, :periods, :values, :numerators, :denominators)
                as g(segment, period, value, numerator, denominator)
            ), written as (
              insert into observation
              select :measure, g.segment, g.period, coalesce(known.revision, 0) + 1,
                g.value, g.numerator, g.denominator, :recordedAt, :run, :user
              from given g left join lateral (
                select * from observation o
                where o.measure = :measure and o.segment = g.segment and o.period = g.period
                order by o.revision desc limit 1) known on true
              where (g.value, g.numerator, g.denominator)
                is distinct from (known.value, known.numerator, known.denominator)
              returning revision
            )
            select count(*) filter (where revision = 1) as added,
              count(*) filter (where revision > 1) as revised
            from written
            """)
        .bind("measure", measure)
        .bind("segments", SqlArray.texts(all.stream().map(Observation::segment).toList()))
        .bind("periods", SqlArray.dates(all.stream().map(Observation::period).toList()))
        .bind("values", SqlArray.doubles(all.stream().map(Observation::value).toList()))
        .bind("numerators", SqlArray.doubles(all.stream().map(Observation::numerator).toList()))
        .bind("denominators", SqlArray.doubles(all.stream().map(Observation::denominator).toList()))
        .bind("recordedAt", recordedAt)
        .bind("run", run(source))
        .bind("user", user(source))
        .map((row, _) -> counted(row, all.size()))
        .one();
  }

  private static Recorded counted(ResultSet row, int given) throws SQLException {
    int added = row.getInt("added");
    int revised = row.getInt("revised");
    return new Recorded(added, revised, given - added - revised);
  }

  private static @Nullable Long run(Source source) {
    return switch (source) {
      case Source.Run(var id) -> id.value();
      case Source.User _ -> null;
    };
  }

  private static @Nullable String user(Source source) {
    return switch (source) {
      case Source.Run _ -> null;
      case Source.User(var name) -> name;
    };
  }

  private static RecordedObservation recorded(ResultSet row) throws SQLException {
    var user = row.getString("recorded_by");
    return new RecordedObservation(
        new Observation(
            row.getString("segment"),
            row.getObject("period", LocalDate.class),
            number(row, "value"),
            number(row, "numerator"),
            number(row, "denominator")),
        row.getInt("revision"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        user == null ? new Source.Run(new RunId(row.getLong("run"))) : new Source.User(user));
  }

  private static OptionalDouble number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
