package outturn.evidence.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Reason;
import outturn.evidence.estimate.Warning;
import outturn.evidence.panel.Panel;
import outturn.evidence.panel.Panels;

/// Expected values: oracle/comparison-groups.py.
class DidTest {
  private static final Map<Integer, Integer> TOGETHER = Map.of(0, 6, 1, 6, 2, 6, 3, 6);
  private static final Map<Integer, Integer> STAGGERED =
      Map.of(0, 5, 1, 5, 2, 8, 3, 8, 4, 8, 5, 10);

  @Test
  void theEffectIsTheInteractionOfARegression() {
    DidResult result = found(Did.analyse(Panels.wave(TOGETHER), Resampling.DEFAULT));
    assertThat(result.effect().value()).isCloseTo(3.233977165, within(1e-8));
    assertThat(result.effect().p().orElseThrow()).isLessThan(.01);
    assertThat(result.effect().interval().contains(3.25)).isTrue();
    assertThat(event(result, -6)).isCloseTo(.1591136759, within(1e-8));
    assertThat(event(result, -2)).isCloseTo(-.07051228181, within(1e-8));
    assertThat(event(result, -1)).isZero();
    assertThat(event(result, 0)).isCloseTo(1.828275351, within(1e-8));
    assertThat(event(result, 5)).isCloseTo(4.217443592, within(1e-8));
    assertThat(result.preTrend().orElseThrow()).isGreaterThan(.05);
  }

  @Test
  void staggeredStartsAreComparedWithUnitsThatAreNotYetTreated() {
    Panel panel = Panels.wave(STAGGERED);
    assertThat(cell(panel, 5, 5)).isCloseTo(1.988025484, within(1e-8));
    assertThat(cell(panel, 5, 9)).isCloseTo(3.76301034, within(1e-8));
    assertThat(cell(panel, 8, 2)).isCloseTo(-.2941668078, within(1e-8));
    assertThat(cell(panel, 10, 11)).isCloseTo(.9849094644, within(1e-8));
    DidResult result = found(Did.staggered(panel, Resampling.DEFAULT));
    assertThat(result.effect().value()).isCloseTo(2.500084059, within(1e-8));
    assertThat(event(result, -3)).isCloseTo(-.9268921174, within(1e-8));
    assertThat(event(result, 0)).isCloseTo(1.8610363, within(1e-8));
    assertThat(event(result, 1)).isCloseTo(1.74399459, within(1e-8));
    assertThat(event(result, 3)).isCloseTo(3.292219736, within(1e-8));
    assertThat(result.grounds().warnings())
        .extracting(Warning::name)
        .contains("single-unit", "few-units");
  }

  @Test
  void periodsWithoutAnyControlHaveNoEffects() {
    Panel panel = Panels.of(4, 6, Map.of(0, 2, 1, 2, 2, 4, 3, 4), (i, t) -> Math.sin(3 * i + t));
    assertThat(Did.groupTimes(panel)).noneMatch(cell -> cell.period() >= 4);
    DidResult result = found(Did.staggered(panel, Resampling.DEFAULT));
    assertThat(result.effect().value()).isFinite();
    assertThat(result.events()).extracting(EventPoint::sinceStart).containsExactly(-2, -1, 0, 1);
  }

  @Test
  void aStartThatHasNoControlLeftIsSaid() {
    Panel panel = Panels.of(4, 6, Map.of(0, 2, 1, 2, 2, 4, 3, 4), (i, t) -> Math.sin(3 * i + t));
    List<String> months = List.of("May", "June", "July", "August", "September", "October");
    assertThat(warnings(panel.withLabels(months)))
        .anySatisfy(warning -> {
          assertThat(warning.name()).isEqualTo("start-without-controls");
          assertThat(warning.text()).contains("start in September (unit 2, unit 3)", "no unit is");
        });
    assertThat(warnings(Panels.wave(STAGGERED)))
        .extracting(Warning::name)
        .doesNotContain("start-without-controls");
  }

  private static List<Warning> warnings(Panel panel) {
    return found(Did.staggered(panel, Resampling.DEFAULT)).grounds().warnings();
  }

  @Test
  void theSameSeedGivesTheSameAnswer() {
    Panel panel = Panels.wave(TOGETHER);
    assertThat(Did.analyse(panel, new Resampling(199, .9, 5)))
        .isEqualTo(Did.analyse(panel, new Resampling(199, .9, 5)))
        .isNotEqualTo(Did.analyse(panel, new Resampling(199, .9, 6)));
  }

  @Test
  void pathsThatPartBeforeTheStartAreSaid() {
    Panel panel =
        Panels.of(
            12,
            10,
            Map.of(0, 6, 1, 6, 2, 6, 3, 6),
            (i, t) -> Math.sin(40 * i + 7 * t) + (i < 4 ? 2 * t : 0));
    DidResult result = found(Did.analyse(panel, Resampling.DEFAULT));
    assertThat(result.preTrend().orElseThrow()).isLessThan(.05);
    assertThat(result.grounds().warnings())
        .extracting(Warning::name)
        .contains("paths-not-parallel");
  }

  @Test
  void whatCannotBeComparedIsRefused() {
    Panel panel = Panels.wave(STAGGERED);
    refused(Did.analyse(panel, Resampling.DEFAULT), Reason.IRREGULAR_PERIODS);
    refused(Did.staggered(panel, new Resampling(98, .95, 1)), Reason.OUT_OF_RANGE);
    refused(Did.staggered(panel, new Resampling(100_001, .95, 1)), Reason.OUT_OF_RANGE);
    refused(Did.staggered(panel, new Resampling(99, 1, 1)), Reason.OUT_OF_RANGE);
    Panel two = Panels.of(2, 4, Map.of(0, 2), (i, t) -> Math.sin(i + t));
    refused(Did.analyse(two, Resampling.DEFAULT), Reason.TOO_FEW);
    Panel flat = Panels.of(6, 4, Map.of(0, 2), (i, t) -> i + t);
    refused(Did.analyse(flat, Resampling.DEFAULT), Reason.CONSTANT);
  }

  private static double event(DidResult result, int sinceStart) {
    List<EventPoint> events = result.events();
    return events.stream()
        .filter(point -> point.sinceStart() == sinceStart)
        .findFirst()
        .orElseThrow()
        .estimate()
        .value();
  }

  private static double cell(Panel panel, int start, int period) {
    return Did.groupTimes(panel).stream()
        .filter(cell -> cell.start() == start && cell.period() == period)
        .findFirst()
        .orElseThrow()
        .effect();
  }

  private static DidResult found(Answer<DidResult> answer) {
    return answer.result().orElseThrow();
  }

  private static void refused(Answer<DidResult> answer, Reason reason) {
    assertThat(answer.refusal().orElseThrow().reason()).isEqualTo(reason);
    assertThat(answer.refusal().orElseThrow().text()).startsWith("Expected").endsWith(".");
  }
}
