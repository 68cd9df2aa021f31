package outturn.outcome.quality;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import outturn.outcome.period.Periods;

/// What the quality rules of a measure have made of its values.
///
/// @param counted the values that count, by the first day of their period
/// @param excluded the values that do not, oldest period first
/// @param failures of rules about the measure as a whole
/// @param periods those of the measure's cadence
/// @param last the last period whose value should be here
public record Quality(
    SortedMap<LocalDate, Double> counted,
    List<Excluded> excluded,
    List<Failure> failures,
    Periods periods,
    LocalDate last) {

  /// The specification (C10) takes one grade from evidence with less.
  public static final double ENOUGH = .95;

  public Quality {
    counted = Collections.unmodifiableSortedMap(new TreeMap<>(counted));
    excluded = List.copyOf(excluded);
    failures = List.copyOf(failures);
  }

  /// All values, those that do not count too.
  public NavigableMap<LocalDate, Double> observed() {
    var all = new TreeMap<>(counted);
    excluded.forEach(each -> all.put(each.period(), each.value()));
    return all;
  }

  /// The quality share: of the periods that are due, from the first one observed on, how many have
  /// a value that counts, in 0..1; none before anything was observed.
  public OptionalDouble share() {
    var observed = observed();
    return observed.isEmpty() ? OptionalDouble.empty() : share(observed.firstKey(), last);
  }

  /// The same of the periods from one to another, both included; none where that is no period.
  public OptionalDouble share(LocalDate first, LocalDate end) {
    var wanted = periods.between(first, end);
    if (wanted.isEmpty()) return OptionalDouble.empty();
    long there = wanted.stream().filter(period -> counted.containsKey(period)).count();
    return OptionalDouble.of((double) there / wanted.size());
  }

  /// How many periods are due, from the first one observed on.
  public int due() {
    var observed = observed();
    return observed.isEmpty() ? 0 : periods.between(observed.firstKey(), last).size();
  }
}
