package outturn.outcome.chain;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import outturn.definition.measure.Measure;
import outturn.definition.outcome.Outcome;
import outturn.outcome.claim.Overlap;
import outturn.outcome.claim.Overlaps;

/// Money that is counted twice: outcomes that value the same change, or the same units, and whose
/// shares are not said or more than the whole.
final class MoneyChecks {
  private MoneyChecks() {}

  static List<Finding> of(Sources sources) {
    var overlaps = Overlaps.of(sources.outcomes());
    var measures = sources.measures().stream().map(Measure::name).collect(Collectors.toSet());
    return Stream.concat(
            overlaps.ofMeasures().stream()
                .filter(each -> !each.isShared())
                .map(MoneyChecks::sameMeasure),
            overlaps.ofVolumes().stream()
                .filter(each -> isDoubtful(each, measures))
                .map(MoneyChecks::sameVolume))
        .toList();
  }

  private static Finding sameMeasure(Overlap overlap) {
    return Finding.fail("DBL-1", overlap.sentence(), overlap.todo(), ids(overlap));
  }

  /// The same units valued by two different measures may be two worths of the same thing.
  private static boolean isDoubtful(Overlap overlap, Set<String> measures) {
    return measures.contains(overlap.measure())
        && !overlap.isShared()
        && overlap.outcomes().stream()
                .flatMap(each -> each.appraisal().value().stream())
                .map(Outcome.Value::measure)
                .distinct()
                .count()
            > 1;
  }

  private static Finding sameVolume(Overlap overlap) {
    return Finding.warn(
        "DBL-2",
        "%s %s count their worth for each of %s, so the same units may be counted %s."
            .formatted(overlap.titles(), overlap.all(), overlap.measure(), overlap.times()),
        "Give each its own share under share:, 100 % together at most, or its own volume:.",
        ids(overlap));
  }

  private static List<String> ids(Overlap overlap) {
    return overlap.outcomes().stream().map(each -> Kind.BENEFIT.id(each.name())).toList();
  }
}
