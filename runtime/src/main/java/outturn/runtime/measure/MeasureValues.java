package outturn.runtime.measure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import outturn.definition.measure.Measure;
import outturn.outcome.amount.ObservedAmount;
import outturn.outcome.amount.WholeSeries;
import outturn.store.measure.Observation;
import outturn.store.measure.Observations;

/// The values of measures, read from the record.
public final class MeasureValues {
  private final Observations observations;

  public MeasureValues(Observations observations) {
    this.observations = observations;
  }

  /// The values of the whole as known at a time, in the measure's unit, by period. Where only
  /// segments were observed they are put together.
  public SortedMap<LocalDate, Double> of(Measure measure, Instant asOf) {
    var whole = new WholeSeries(measure.quantity());
    for (var recorded : observations.all(measure.name(), asOf)) {
      var observation = recorded.observation();
      whole.add(observation.period(), observation.segment(), amount(observation));
    }
    return whole.values();
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
