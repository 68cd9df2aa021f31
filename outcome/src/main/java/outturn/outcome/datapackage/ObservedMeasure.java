package outturn.outcome.datapackage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import outturn.definition.measure.Measure;
import outturn.outcome.amount.WholeSeries;
import outturn.outcome.quality.Quality;
import outturn.outcome.quality.QualityRules;
import outturn.outcome.quality.Reported;

/// A measure and all that was recorded of it by an instant.
final class ObservedMeasure {
  private static final Comparator<ObservationRow> ORDER =
      Comparator.comparing(ObservationRow::period)
          .thenComparing(ObservationRow::segment)
          .thenComparingInt(ObservationRow::revision);

  private final Measure measure;
  private final List<ObservationRow> rows;
  private final Instant asOf;

  /// What makes an observation the same in all of its revisions.
  private record Key(LocalDate period, String segment) {}

  ObservedMeasure(Measure measure, Collection<ObservationRow> rows, Instant asOf) {
    this.measure = measure;
    this.rows = rows.stream().sorted(ORDER).toList();
    this.asOf = asOf;
  }

  /// Oldest period first, then by segment and revision.
  List<ObservationRow> rows() {
    return rows;
  }

  Measure measure() {
    return measure;
  }

  /// Those of which no later revision is known.
  Set<ObservationRow> latest() {
    var latest = new HashMap<Key, ObservationRow>();
    rows.forEach(each -> latest.put(new Key(each.period(), each.segment()), each));
    return new LinkedHashSet<>(latest.values());
  }

  /// Which of its values count.
  Quality quality() {
    var whole = new WholeSeries(measure.quantity());
    latest().forEach(each -> whole.add(each.period(), each.segment(), each.amount()));
    SortedMap<LocalDate, Instant> arrivals =
        measure.quality().lateness().isPresent() ? arrivals() : new TreeMap<>();
    var reported = new ArrayList<Reported>();
    whole
        .values()
        .forEach((period, value) ->
            reported.add(
                new Reported(
                    period,
                    value,
                    whole.denominator(period),
                    arrivals.getOrDefault(period, asOf))));
    return QualityRules.judge(measure, reported, asOf);
  }

  /// When the first value of each period was recorded: that of the whole, else that of the last
  /// segment.
  private SortedMap<LocalDate, Instant> arrivals() {
    var ofAll = new TreeMap<LocalDate, Instant>();
    var ofWhole = new TreeMap<LocalDate, Instant>();
    for (var each : rows) {
      if (each.revision() != 1) continue;
      var arrivals = each.segment().isEmpty() ? ofWhole : ofAll;
      arrivals.merge(
          each.period(), each.recordedAt(), (one, other) -> one.isAfter(other) ? one : other);
    }
    ofAll.putAll(ofWhole);
    return ofAll;
  }

  SortedMap<LocalDate, Double> values() {
    return quality().counted();
  }

  /// The values of each segment, by its name.
  SortedMap<String, SortedMap<LocalDate, Double>> segments() {
    var all = new TreeMap<String, WholeSeries>();
    for (var each : latest()) {
      if (each.segment().isEmpty()) continue;
      all.computeIfAbsent(each.segment(), _ -> new WholeSeries(measure.quantity()))
          .add(each.period(), "", each.amount());
    }
    var values = new TreeMap<String, SortedMap<LocalDate, Double>>();
    all.forEach((segment, series) -> values.put(segment, series.values()));
    return values;
  }
}
