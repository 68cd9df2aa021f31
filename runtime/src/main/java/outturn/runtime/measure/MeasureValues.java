package outturn.runtime.measure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import outturn.definition.measure.Measure;
import outturn.outcome.amount.ObservedAmount;
import outturn.outcome.amount.WholeSeries;
import outturn.outcome.quality.Quality;
import outturn.outcome.quality.QualityRules;
import outturn.outcome.quality.Reported;
import outturn.store.measure.Observation;
import outturn.store.measure.Observations;
import outturn.store.measure.RecordedObservation;
import outturn.store.measure.Source;

/// The values of measures, read from the record and judged by their quality rules.
public final class MeasureValues {
  private final Observations observations;

  public MeasureValues(Observations observations) {
    this.observations = observations;
  }

  /// The values of the whole that count, as known at a time, in the measure's unit, by period.
  /// Where only segments were observed they are put together.
  public SortedMap<LocalDate, Double> of(Measure measure, Instant asOf) {
    return quality(measure, asOf).counted();
  }

  /// The same with the values that do not count, and why.
  public Quality quality(Measure measure, Instant asOf) {
    var recorded = observations.all(measure.name(), asOf);
    SortedMap<LocalDate, Instant> arrivals =
        measure.quality().lateness().isPresent()
            ? observations.arrivals(measure.name(), asOf)
            : new TreeMap<>();
    return QualityRules.judge(measure, reported(measure, recorded, arrivals, asOf), asOf);
  }

  /// @param arrivals of a period that is not in it the first value comes now
  static List<Reported> reported(
      Measure measure,
      List<RecordedObservation> recorded,
      SortedMap<LocalDate, Instant> arrivals,
      Instant now) {
    var whole = new WholeSeries(measure.quantity());
    for (var each : recorded) {
      var observation = each.observation();
      whole.add(observation.period(), observation.segment(), amount(observation));
    }
    var reported = new ArrayList<Reported>();
    whole
        .values()
        .forEach((period, value) ->
            reported.add(
                new Reported(
                    period, value, whole.denominator(period), arrivals.getOrDefault(period, now))));
    return reported;
  }

  /// When the value of each period was got as it is: when it was last collected, or first entered,
  /// since people correct single values.
  public SortedMap<LocalDate, Instant> recorded(Measure measure, Instant asOf) {
    var recorded = new TreeMap<>(observations.arrivals(measure.name(), asOf));
    for (var each : observations.all(measure.name(), asOf)) {
      if (each.source() instanceof Source.Run) {
        recorded.merge(
            each.observation().period(),
            each.recordedAt(),
            (one, other) -> one.isAfter(other) ? one : other);
      }
    }
    return recorded;
  }

  /// The same of each segment, by its name.
  public SortedMap<String, SortedMap<LocalDate, Double>> segments(Measure measure, Instant asOf) {
    var segments = new TreeMap<String, WholeSeries>();
    for (var recorded : observations.all(measure.name(), asOf)) {
      var observation = recorded.observation();
      if (observation.segment().isEmpty()) continue;
      segments
          .computeIfAbsent(observation.segment(), _ -> new WholeSeries(measure.quantity()))
          .add(observation.period(), "", amount(observation));
    }
    var values = new TreeMap<String, SortedMap<LocalDate, Double>>();
    segments.forEach((segment, series) -> values.put(segment, series.values()));
    return values;
  }

  static ObservedAmount amount(Observation observation) {
    return new ObservedAmount(
        observation.value(), observation.numerator(), observation.denominator());
  }
}
