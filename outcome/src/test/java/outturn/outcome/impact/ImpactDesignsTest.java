package outturn.outcome.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import outturn.outcome.grade.Confidence;
import outturn.outcome.grade.Level;
import outturn.outcome.grade.Support;

/// A step of eight points, found by every design.
class ImpactDesignsTest {
  private static final double STEP = 8;
  private static final String ITS = "design: interrupted-time-series";
  private static final List<String> CONTROLS =
      List.of("east", "north", "south", "west", "centre", "harbour", "airport", "hills", "lake");

  @Test
  void aLevelIsComparedWithTheOneBefore() {
    var finding = found("design: before-after");
    holds(finding, Level.BEFORE_AND_AFTER, "welch-t");
    assertThat(names(finding))
        .containsExactly(
            "independent-values", "without-last-pre-period", "interrupted-time-series");
    assertThat(finding.verdict().sentence())
        .startsWith("Repairs on the first visit rose by ")
        .endsWith(
            "We cannot tell from these data whether one brought the other about. That is a large change: what matters begins at 2 points.");
  }

  @Test
  void aSeriesIsComparedWithItsOwnPast() {
    var finding = found(ITS);
    holds(finding, Level.OWN_PAST, "reml-ar1");
    assertThat(names(finding))
        .containsExactly(
            "with-slope",
            "without-last-pre-period",
            "ols",
            "newey-west:3",
            "prais-winsten",
            "local-level",
            "bsts");
    assertThat(finding.verdict().grade().confidence()).isEqualTo(Confidence.LOW);
    assertThat(finding.verdict().sentence())
        .startsWith("Repairs on the first visit may have risen by ")
        .contains(" after the new planner (95\u00A0% range; best estimate ");
    assertThat(finding.verdict().attainment().orElseThrow().reached()).isBetween(0, 4);
  }

  @Test
  void segmentsAreComparedWithThoseThatDidNotChange() {
    var finding =
        Sketch.found(
            Sketch.of(Sketch.months(STEP, 12), ITS, designed("difference-in-differences"))
                .study(beside -> beside.withSegments(segments(2))));
    holds(finding, Level.COMPARISON_GROUP, "difference-in-differences");
    assertThat(names(finding))
        .containsExactly(
            "without-last-pre-period", "synthetic-differences", "interrupted-time-series");
    assertThat(finding.checks().inSpace().tried()).isEqualTo(CONTROLS.size());
    assertThat(finding.checks().inSpace().state()).isEqualTo(Placebo.State.PASSED);
    assertThat(finding.verdict().grade().confidence()).isEqualTo(Confidence.MODERATE);
    assertThat(finding.verdict().sentence())
        .startsWith("The new planner likely raised repairs on the first visit by ")
        .contains("compared with 9 depots not changed");
  }

  @Test
  void oneSegmentIsComparedWithAWeightedMeanOfOthers() {
    var finding =
        Sketch.found(
            Sketch.of(Sketch.months(STEP, 12), ITS, designed("synthetic-control"))
                .study(beside -> beside.withSegments(segments(1))));
    holds(finding, Level.COMPARISON_GROUP, "synthetic-control");
    assertThat(finding.effect().words())
        .startsWith(
            "The gap to a weighted mean of 9 others, chosen so that it went like it before: ");
    assertThat(finding.checks().inSpace().declared()).isZero();
    assertThat(finding.course().expected().value(Sketch.ALL - 1)).isCloseTo(50, within(2.0));
  }

  @Test
  void segmentsThatStartInTurnAreComparedWithThoseThatHaveNotYet() {
    var rollout = new TreeMap<>(Map.of("east", "2026-01-01"));
    var segments = new TreeMap<>(segments(0));
    for (int i = 0; i < 12; i++) {
      int late = 3 * (i % 3);
      rollout.put("depot " + i, Sketch.FIRST.plusMonths(Sketch.BEFORE + late).toString());
      segments.put("depot " + i, Sketch.months(STEP, Sketch.BEFORE + late, 40 + i));
    }
    var effect = "effect: {worst: 0, likely: 5, best: 10}";
    var sketch =
        Sketch.of(
            Sketch.months(STEP, 12),
            ITS,
            "design: staggered",
            effect,
            effect + ", rollout: " + rollout.toString().replace("=", ": "));
    var finding = Sketch.found(sketch.study(beside -> beside.withSegments(segments)));
    holds(finding, Level.COMPARISON_GROUP, "group-time-not-yet-treated");
    assertThat(finding.verdict().grade().supports()).containsExactly(Support.REPLICATED);
    assertThat(finding.verdict().grade().confidence()).isEqualTo(Confidence.HIGH);
    assertThat(finding.verdict().sentence())
        .startsWith("The new planner raised repairs on the first visit by ")
        .contains("compared with depots not yet changed");
  }

  private static ImpactFinding found(String design) {
    return Sketch.found(Sketch.of(Sketch.months(STEP, 12), ITS, design).study());
  }

  private static String designed(String design) {
    return "design: " + design + ", controls: [" + String.join(", ", CONTROLS) + "]";
  }

  /// So many that change, and nine that do not.
  private static SortedMap<String, SortedMap<LocalDate, Double>> segments(int changed) {
    var segments = new TreeMap<String, SortedMap<LocalDate, Double>>();
    for (int i = 0; i < changed; i++) segments.put("new " + i, Sketch.months(STEP, 20 + i));
    for (int i = 0; i < CONTROLS.size(); i++) {
      segments.put(CONTROLS.get(i), Sketch.months(0, 30 + i));
    }
    return segments;
  }

  private static void holds(ImpactFinding finding, Level level, String method) {
    assertThat(finding.kind()).isEqualTo(Kind.FINAL);
    assertThat(finding.effect().method()).isEqualTo(method);
    assertThat(finding.effect().average().interval().contains(STEP)).isTrue();
    assertThat(finding.effect().average().interval().contains(0)).isFalse();
    assertThat(finding.effect().expected()).isCloseTo(50, within(2.5));
    assertThat(finding.verdict().grade().level()).isEqualTo(level);
    assertThat(finding.verdict().grade().doubts()).isEmpty();
    assertThat(finding.course().periods()).hasSize(Sketch.ALL);
    assertThat(finding.course().expected().isMissing(Sketch.BEFORE - 1)).isTrue();
  }

  private static List<String> names(ImpactFinding finding) {
    return finding.checks().sensitivity().stream().map(Alternative::name).toList();
  }
}
