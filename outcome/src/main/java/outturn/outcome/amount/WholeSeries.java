package outturn.outcome.amount;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import outturn.definition.measure.Measure.Quantity;

/// The values of a whole, put together from what was observed of it and of its segments.
///
/// A period has the value that was observed of the whole. Where there is none, numerators and
/// denominators of the segments are added up, and so are counts and amounts of money. Means, scores
/// and the like without a denominator cannot be put together. A sum in which a segment is missing
/// that was observed both before and after is no sum: the period has no value.
public final class WholeSeries {
  private static final String WHOLE = "";

  private final Quantity quantity;
  private final SortedMap<LocalDate, SortedMap<String, ObservedAmount>> periods = new TreeMap<>();
  private final Map<String, LocalDate> firsts = new TreeMap<>();
  private final Map<String, LocalDate> lasts = new TreeMap<>();

  public WholeSeries(Quantity quantity) {
    this.quantity = quantity;
  }

  /// @param segment empty for the whole
  public void add(LocalDate period, String segment, ObservedAmount amount) {
    periods.computeIfAbsent(period, _ -> new TreeMap<>()).put(segment, amount);
    if (segment.equals(WHOLE)) return;
    firsts.merge(segment, period, (one, other) -> one.isBefore(other) ? one : other);
    lasts.merge(segment, period, (one, other) -> one.isAfter(other) ? one : other);
  }

  /// The values in the unit of the measure, by period; periods without a value are absent.
  public SortedMap<LocalDate, Double> values() {
    var values = new TreeMap<LocalDate, Double>();
    periods.forEach(
        (period, parts) -> value(period, parts).ifPresent(value -> values.put(period, value)));
    return values;
  }

  /// How many the value of a period is of, where that is known of all of its parts.
  public OptionalDouble denominator(LocalDate period) {
    var parts = periods.getOrDefault(period, new TreeMap<>());
    var whole = parts.get(WHOLE);
    if (whole != null) return whole.denominator();
    if (parts.isEmpty() || !parts.values().stream().allMatch(ObservedAmount::isRatio)) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        parts.values().stream().mapToDouble(part -> part.denominator().orElseThrow()).sum());
  }

  private OptionalDouble value(LocalDate period, SortedMap<String, ObservedAmount> parts) {
    var whole = parts.get(WHOLE);
    if (whole != null) return whole.in(quantity);
    if (parts.values().stream().allMatch(ObservedAmount::isRatio)) return ratio(parts.values());
    return isComplete(period, parts) ? sum(parts.values()) : OptionalDouble.empty();
  }

  private OptionalDouble ratio(Collection<ObservedAmount> parts) {
    double numerator = parts.stream().mapToDouble(part -> part.numerator().orElseThrow()).sum();
    double denominator = parts.stream().mapToDouble(part -> part.denominator().orElseThrow()).sum();
    return ObservedAmount.ratio(numerator, denominator).in(quantity);
  }

  private OptionalDouble sum(Collection<ObservedAmount> parts) {
    return switch (quantity.type()) {
      case COUNT, MONEY ->
          OptionalDouble.of(parts.stream().mapToDouble(part -> part.in(quantity).orElse(0)).sum());
      case RATE, PROPORTION, MEAN, DURATION, SCORE, NPS -> OptionalDouble.empty();
    };
  }

  private boolean isComplete(LocalDate period, SortedMap<String, ObservedAmount> parts) {
    return firsts.keySet().stream()
        .filter(segment -> !parts.containsKey(segment))
        .noneMatch(segment -> isWithin(period, segment));
  }

  private boolean isWithin(LocalDate period, String segment) {
    return period.isAfter(firsts.getOrDefault(segment, LocalDate.MAX))
        && period.isBefore(lasts.getOrDefault(segment, LocalDate.MIN));
  }
}
