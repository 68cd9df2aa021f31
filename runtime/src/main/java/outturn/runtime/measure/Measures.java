package outturn.runtime.measure;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import outturn.definition.measure.Measure;
import outturn.outcome.position.Latest;
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
    return recorded(measure.name(), selection).stream()
        .filter(each -> selection.includes(each.observation().period()))
        .map(each ->
            new Reading(each, MeasureValues.amount(each.observation()).in(measure.quantity())))
        .toList();
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
