package outturn.outcome.quality;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import outturn.definition.measure.Measure;
import outturn.outcome.amount.Amounts;
import outturn.outcome.period.Dates;
import outturn.outcome.period.Periods;

/// Judges the values of a measure by its quality rules. Nothing is taken away or filled in: what
/// fails is told with its reason, and counts as missing.
public final class QualityRules {
  private final Measure measure;
  private final outturn.definition.measure.Quality rules;
  private final Periods periods;
  private final Amounts amounts;
  private final Instant asOf;
  private final TreeMap<LocalDate, Reported> reported = new TreeMap<>();
  private final TreeMap<LocalDate, List<Failure>> failed = new TreeMap<>();

  private QualityRules(Measure measure, Collection<Reported> reported, Instant asOf) {
    this.measure = measure;
    this.rules = measure.quality();
    this.periods = new Periods(measure.rhythm().cadence());
    this.amounts = new Amounts(measure);
    this.asOf = asOf;
    reported.forEach(each -> this.reported.put(each.period(), each));
  }

  /// @param reported one of each period
  public static Quality judge(Measure measure, Collection<Reported> reported, Instant asOf) {
    return new QualityRules(measure, reported, asOf).judged();
  }

  /// As if every value counted.
  public static Quality unjudged(
      Measure measure, SortedMap<LocalDate, Double> values, Instant asOf) {
    var periods = new Periods(measure.rhythm().cadence());
    return new Quality(values, List.of(), List.of(), periods, last(measure, values.keySet(), asOf));
  }

  /// The last period whose value should be here. One that is due just now may still be collected.
  private static LocalDate last(Measure measure, Set<LocalDate> observed, Instant asOf) {
    var periods = new Periods(measure.rhythm().cadence());
    var known = periods.lastKnown(asOf, measure.rhythm());
    return observed.contains(known) ? known : periods.previous(known);
  }

  private Quality judged() {
    var first = reported.values().stream().map(Reported::arrived).min(Instant::compareTo);
    for (var each : reported.values()) {
      rules.lateness().ifPresent(limit -> lateness(each, limit, first.orElse(asOf)));
      rules.range().ifPresent(range -> range(each, range));
      rules.minimum().ifPresent(least -> minimum(each, least));
    }
    rules.jump().ifPresent(this::jumps);
    var counted = new TreeMap<LocalDate, Double>();
    reported.values().stream()
        .filter(each -> !failed.containsKey(each.period()))
        .forEach(each -> counted.put(each.period(), each.value()));
    var excluded =
        failed.entrySet().stream()
            .map(each -> new Excluded(each.getKey(), value(each.getKey()), each.getValue()))
            .toList();
    var last = last(measure, reported.keySet(), asOf);
    return new Quality(counted, excluded, whole(last), periods, last);
  }

  private double value(LocalDate period) {
    return Optional.ofNullable(reported.get(period)).map(Reported::value).orElseThrow();
  }

  private void fail(LocalDate period, Rule rule, String reason) {
    failed.computeIfAbsent(period, _ -> new ArrayList<>()).add(new Failure(rule, reason));
  }

  /// What was over before the first value of all was recorded is history, and cannot be late.
  private void lateness(Reported each, Duration limit, Instant first) {
    var due = due(each.period());
    if (due.isBefore(first)) return;
    if (!each.arrived().isAfter(due.plus(limit))) return;
    var day = LocalDate.ofInstant(each.arrived(), measure.rhythm().timezone());
    fail(
        each.period(),
        Rule.LATENESS,
        "came on %s, more than %s after it was due"
            .formatted(Dates.shortly(day), Told.duration(limit)));
  }

  private Instant due(LocalDate period) {
    var rhythm = measure.rhythm();
    return periods.next(period).atStartOfDay(rhythm.timezone()).toInstant().plus(rhythm.lag());
  }

  private void range(Reported each, outturn.definition.measure.Quality.Range range) {
    if (each.value() < range.low()) {
      fail(each.period(), Rule.RANGE, "is below " + amounts.brief(range.low()));
    } else if (each.value() > range.high()) {
      fail(each.period(), Rule.RANGE, "is above " + amounts.brief(range.high()));
    }
  }

  private void minimum(Reported each, double least) {
    if (each.denominator().isEmpty()) {
      fail(
          each.period(),
          Rule.MINIMUM,
          "has no denominator, which must be at least %s".formatted(Told.number(least)));
    } else if (each.denominator().getAsDouble() < least) {
      fail(
          each.period(),
          Rule.MINIMUM,
          "is of %s only, fewer than %s"
              .formatted(Told.number(each.denominator().getAsDouble()), Told.number(least)));
    }
  }

  private void jumps(double limit) {
    var values = new TreeMap<LocalDate, Double>();
    reported.values().stream()
        .filter(each -> !failed.containsKey(each.period()))
        .forEach(each -> values.put(each.period(), each.value()));
    Jumps.of(values, limit)
        .forEach((period, jump) ->
            fail(
                period,
                Rule.JUMP,
                "is %s median absolute deviations from %s, the median of the %s before, more than %s"
                    .formatted(
                        Told.number(jump.deviations()),
                        amounts.brief(jump.median()),
                        periods.count(jump.before()),
                        Told.number(limit))));
  }

  private List<Failure> whole(LocalDate last) {
    var failures = new ArrayList<Failure>();
    if (reported.isEmpty()) return failures;
    rules.completeness().flatMap(least -> completeness(least, last)).ifPresent(failures::add);
    rules.freshness().flatMap(this::freshness).ifPresent(failures::add);
    return failures;
  }

  private Optional<Failure> completeness(double percent, LocalDate last) {
    var wanted = periods.between(reported.firstKey(), last);
    long there = wanted.stream().filter(reported::containsKey).count();
    if (there * 100 >= percent * wanted.size()) return Optional.empty();
    return Optional.of(
        new Failure(
            Rule.COMPLETENESS,
            "has values of %d of %s since %s, less than %s\u00A0%%"
                .formatted(
                    there,
                    periods.count(wanted.size()),
                    periods.label(reported.firstKey()),
                    Told.number(percent))));
  }

  private Optional<Failure> freshness(Duration limit) {
    var latest = reported.lastKey();
    var end = periods.next(latest).atStartOfDay(measure.rhythm().timezone()).toInstant();
    if (!asOf.isAfter(end.plus(limit))) return Optional.empty();
    return Optional.of(
        new Failure(
            Rule.FRESHNESS,
            "has no value after that of %s, which ended more than %s ago"
                .formatted(periods.label(latest), Told.duration(limit))));
  }
}
