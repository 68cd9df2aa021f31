package outturn.store.outcome;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import outturn.outcome.terms.Sha256;

/// The values of a measure in a span of days.
///
/// @param from first day
/// @param to last day, inclusive
/// @param values by the first day of their period, each within the span; at least one, all finite
public record Window(LocalDate from, LocalDate to, SortedMap<LocalDate, Double> values) {

  /// @throws IllegalArgumentException when there is no value, or one outside or not finite
  public Window {
    var copy = new TreeMap<>(values);
    copy.replaceAll((_, value) -> value + 0.0); // the database has no negative zero
    values = Collections.unmodifiableSortedMap(copy);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("no value from %s to %s".formatted(from, to));
    }
    if (values.firstKey().isBefore(from) || values.lastKey().isAfter(to)) {
      throw new IllegalArgumentException(
          "values of %s to %s are not all within %s to %s"
              .formatted(values.firstKey(), values.lastKey(), from, to));
    }
    values.forEach((period, value) -> {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(
            "value of %s is not finite: %s".formatted(period, value));
      }
    });
  }

  boolean sameDays(Window other) {
    return from.equals(other.from) && to.equals(other.to);
  }

  public int n() {
    return values.size();
  }

  public double mean() {
    return values.values().stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  /// SHA-256, in hexadecimal, of lines: outcome, measure, from, to, then `period value` each.
  public String hash(String outcome, String measure) {
    var text = new StringBuilder();
    text.append("%s\n%s\n%s\n%s\n".formatted(outcome, measure, from, to));
    values.forEach((period, value) -> text.append(period).append(' ').append(value).append('\n'));
    return Sha256.of(text.toString());
  }
}
