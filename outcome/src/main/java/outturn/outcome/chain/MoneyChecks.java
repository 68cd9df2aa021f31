package outturn.outcome.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import outturn.definition.measure.Measure;
import outturn.definition.outcome.Outcome;
import outturn.definition.outcome.Outcome.Category;
import outturn.definition.outcome.Outcome.Value;
import outturn.outcome.words.Titles;

/// Money that is counted twice: outcomes that value the same change, or the same units.
final class MoneyChecks {
  private final List<Outcome> valued;
  private final List<Finding> findings = new ArrayList<>();

  private MoneyChecks(List<Outcome> valued) {
    this.valued = valued;
  }

  static List<Finding> of(Sources sources) {
    var checks =
        new MoneyChecks(sources.outcomes().stream().filter(each -> isMoney(each)).toList());
    checks.sameMeasure();
    var names = sources.measures().stream().map(Measure::name).collect(Collectors.toSet());
    checks.sameVolume(List.copyOf(names));
    return checks.findings;
  }

  private static boolean isMoney(Outcome outcome) {
    return outcome
        .appraisal()
        .value()
        .filter(value -> value.category() != Category.QUALITATIVE)
        .isPresent();
  }

  private void sameMeasure() {
    var by = new TreeMap<String, List<Outcome>>();
    for (var outcome : valued) {
      by.computeIfAbsent(value(outcome).measure(), any -> new ArrayList<>()).add(outcome);
    }
    by.forEach((measure, outcomes) -> {
      if (outcomes.size() < 2) return;
      findings.add(
          Finding.fail(
              "DBL-1",
              "%s %s value a change of %s, so its worth is counted %s."
                  .formatted(titles(outcomes), all(outcomes), measure, times(outcomes)),
              "Keep value: in one of them, or value in each a measure of its own share.",
              ids(outcomes)));
    });
  }

  /// The same units valued by two different measures may be two worths of the same thing.
  private void sameVolume(List<String> measures) {
    var by = new TreeMap<String, List<Outcome>>();
    for (var outcome : valued) {
      var volume = value(outcome).volume();
      if (!measures.contains(volume)) continue;
      by.computeIfAbsent(volume, any -> new ArrayList<>()).add(outcome);
    }
    by.forEach((volume, outcomes) -> {
      if (outcomes.stream().map(each -> value(each).measure()).distinct().count() < 2) return;
      findings.add(
          Finding.warn(
              "DBL-2",
              "%s %s count their worth for each of %s, so the same units may be counted %s."
                  .formatted(titles(outcomes), all(outcomes), volume, times(outcomes)),
              "Give each its own share as volume:, or say in which one they are counted.",
              ids(outcomes)));
    });
  }

  private static Value value(Outcome outcome) {
    return outcome.appraisal().value().orElseThrow();
  }

  private static String titles(List<Outcome> outcomes) {
    var titles = outcomes.stream().map(each -> Titles.inside(each.about().title())).toList();
    return Titles.first(
        String.join(", ", titles.subList(0, titles.size() - 1)) + " and " + titles.getLast());
  }

  private static String all(List<Outcome> outcomes) {
    return outcomes.size() == 2 ? "both" : "all";
  }

  private static String times(List<Outcome> outcomes) {
    return outcomes.size() == 2 ? "twice" : outcomes.size() + " times";
  }

  private static List<String> ids(List<Outcome> outcomes) {
    return outcomes.stream().map(each -> Kind.BENEFIT.id(each.name())).toList();
  }
}
