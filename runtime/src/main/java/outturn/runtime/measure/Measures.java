package outturn.runtime.measure;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import outturn.definition.measure.Measure;
import outturn.outcome.datapackage.ObservationTable;
import outturn.outcome.position.Latest;
import outturn.outcome.quality.Excluded;
import outturn.outcome.quality.Quality;
import outturn.runtime.project.InForce;
import outturn.store.measure.Observation;
import outturn.store.measure.Observations;
import outturn.store.measure.RecordedObservation;
import outturn.store.measure.Source;

/// The measures in force: what is known of them, and what people enter.
public final class Measures {
  /// The most observations that are entered at once.
  public static final int MOST = 10_000;

  private final InForce inForce;
  private final Observations observations;
  private final MeasureValues values;
  private final Consumer<String> news;
  private final InstantSource clock;

  /// @param news hears the name of a measure that has new values
  public Measures(
      InForce inForce,
      Observations observations,
      MeasureValues values,
      Consumer<String> news,
      InstantSource clock) {
    this.inForce = inForce;
    this.observations = observations;
    this.values = values;
    this.news = news;
    this.clock = clock;
  }

  /// All measures, by name.
  public List<Known> all() {
    var counts = observations.counts();
    return inForce.measures().stream()
        .map(entry -> known(entry, counts.getOrDefault(entry.name(), 0L)))
        .toList();
  }

  public Optional<Known> find(String name) {
    return inForce
        .measure(name)
        .map(entry -> known(entry, observations.counts().getOrDefault(name, 0L)));
  }

  /// The observations of a measure, oldest period first; none if it is not in force.
  public List<Reading> observations(String name, Selection selection) {
    return inForce.measure(name).map(entry -> read(entry.value(), selection)).orElseGet(List::of);
  }

  /// The observations of a measure as CSV, every revision a row, oldest period first.
  ///
  /// @param segment only those of it; the empty one is the whole
  /// @param selection whose segment and revisions do not count here
  public Optional<String> csv(String name, Optional<String> segment, Selection selection) {
    return inForce
        .measure(name)
        .map(entry ->
            ObservationTable.write(
                entry.value(),
                ObservationRows.of(observations.revisions(name, selection.asOf())),
                selection.asOf(),
                row ->
                    selection.includes(row.period())
                        && segment.filter(wanted -> !wanted.equals(row.segment())).isEmpty()));
  }

  /// Which values of a measure count as known at an instant; none if it is not in force.
  public Optional<Quality> quality(String name, Instant asOf) {
    return inForce.measure(name).map(entry -> values.quality(entry.value(), asOf));
  }

  /// Records what a person entered, all or nothing.
  public Entered observe(String name, List<Given> given, String user) {
    return inForce
        .measure(name)
        .map(entry -> enter(entry.value(), Rows.of(entry.value(), given, clock.instant()), user))
        .orElseGet(Entered.NoSuchMeasure::new);
  }

  /// The same from CSV with a header: `period` with `value`, or with `numerator` and `denominator`;
  /// and `segment` where the measure has segments.
  public Entered observeCsv(String name, String text, String user) {
    return inForce
        .measure(name)
        .map(entry -> enter(entry.value(), Rows.ofCsv(entry.value(), text, clock.instant()), user))
        .orElseGet(Entered.NoSuchMeasure::new);
  }

  private Entered enter(Measure measure, Rows.Checked checked, String user) {
    return switch (checked) {
      case Rows.Checked.Wrong(var problems) -> new Entered.Refused(problems);
      case Rows.Checked.Right(var right) when right.size() > MOST ->
          new Entered.Refused(
              List.of(
                  "%,d observations; at most %,d at once: send them in parts"
                      .formatted(right.size(), MOST)));
      case Rows.Checked.Right(var right) -> record(measure, right, user);
    };
  }

  private Entered record(Measure measure, List<Observation> right, String user) {
    var counts = observations.append(measure.name(), right, clock.instant(), new Source.User(user));
    news.accept(measure.name());
    return new Entered.Done(counts);
  }

  private List<Reading> read(Measure measure, Selection selection) {
    var recorded = recorded(measure.name(), selection);
    var excluded = excluded(measure, selection);
    var latest = new HashMap<LocalDate, Integer>();
    recorded.forEach(each -> latest.merge(each.observation().period(), each.revision(), Math::max));
    return recorded.stream()
        .filter(each -> selection.includes(each.observation().period()))
        .map(each ->
            new Reading(
                each,
                MeasureValues.amount(each.observation()).in(measure.quantity()),
                Optional.ofNullable(excluded.get(each.observation().period()))
                    .filter(_ ->
                        latest.getOrDefault(each.observation().period(), 0) == each.revision())))
        .toList();
  }

  /// Why values of the whole do not count; its parts are not judged.
  private Map<LocalDate, String> excluded(Measure measure, Selection selection) {
    if (!selection.segment().isEmpty() || !measure.quality().hasRules()) return Map.of();
    return values.quality(measure, selection.asOf()).excluded().stream()
        .collect(Collectors.toMap(Excluded::period, Excluded::why));
  }

  private List<RecordedObservation> recorded(String name, Selection selection) {
    return switch (selection.revisions()) {
      case LATEST -> observations.series(name, selection.segment(), selection.asOf());
      case ALL ->
          observations.history(name, selection.segment()).stream()
              .filter(each -> !each.recordedAt().isAfter(selection.asOf()))
              .toList();
    };
  }

  private Known known(InForce.Entry<Measure> entry, long count) {
    return new Known(entry, latest(values.of(entry.value(), clock.instant())), count);
  }

  private static Optional<Latest> latest(SortedMap<LocalDate, Double> values) {
    return values.entrySet().stream()
        .reduce((_, later) -> later)
        .map(last -> new Latest(last.getKey(), last.getValue()));
  }
}
