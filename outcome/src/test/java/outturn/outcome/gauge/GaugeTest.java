package outturn.outcome.gauge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outturn.definition.measure.Measure;
import outturn.definition.measure.Measure.Figure;
import outturn.definition.service.Service;
import outturn.outcome.step.Case;
import outturn.outcome.step.Sample;
import outturn.outcome.step.Verdict;

/// "Watermelon: green SLA, red experience"; "Output: never counted towards attainment".
class GaugeTest {
  private static final Measure LATENESS =
      measure(
          "lateness",
          Optional.of(new Measure.Source.OfWorkflow("w", Figure.LATENESS, Optional.empty())));

  @Test
  void nothingMeasuredIsSaid() {
    var gauge = Gauge.of(List.of(), List.of(), List.of());

    assertThat(gauge.lines())
        .extracting(Line::text)
        .containsExactly("Nothing is measured yet, neither outputs nor outcomes.");
  }

  @Test
  void promisesAndFiguresOfWorkflowsAreOutputs() {
    var promise = promise(99, Optional.of(new Promise.Score(1, 2)), "mail");

    var gauge =
        Gauge.of(
            List.of(Sample.good().agreed()),
            List.of(promise),
            List.of(LATENESS, measure("mail", Optional.empty())));

    assertThat(gauge.outputs()).containsExactly("Lists are out by six", "lateness");
    assertThat(gauge.measures()).containsExactly("repairs finished on the first visit");
    assertThat(gauge.lines().getFirst().verdict()).isEqualTo(Verdict.WARN);
    assertThat(gauge.lines().getFirst().text())
        .isEqualTo(
            "2 of the 3 things that are measured are outputs (67 %): Lists are out by six, lateness;"
                + " 1 is a measure of an outcome: repairs finished on the first visit.");
  }

  @ParameterizedTest
  @CsvSource({
    "98, 98, 100, true", // as often as promised
    "98, 97, 100, false",
    "100, 5, 5, true",
    "98, 0, 0, false", // nothing known
  })
  void aGreenOutputBesideARedOutcomeIsAWatermelon(double target, int kept, int of, boolean found) {
    var promise = promise(target, Optional.of(new Promise.Score(kept, of)), "mail");

    var lines = lines(Line.Kind.WATERMELON, Sample.good().agreed(), promise);

    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst().verdict()).isEqualTo(found ? Verdict.WARN : Verdict.PASS);
    if (found) assertThat(lines.getFirst().names()).containsExactly("visit-list", "one-visit");
  }

  @Test
  void aGreenOutputBesideAGreenOutcomeIsNone() {
    var green =
        Sample.good().with("sustain: {periods: 8, of: 10}", "sustain: {periods: 1, of: 10}");
    var reached = green.with("value: 85", "value: 71").agreed();
    var promise = promise(98, Optional.of(new Promise.Score(99, 100)), "mail");

    assertThat(lines(Line.Kind.WATERMELON, reached, promise).getFirst().text())
        .isEqualTo("No output is green beside a red outcome.");
  }

  @Test
  void outcomesWithoutAMeasureOrAnAgreementOfTheBusinessAreNamed() {
    var ofIt = Sample.good().with("owner: housing-operations\ntype", "owner: housing-it\ntype");
    var never = ofIt.with(List.of());
    var gone = Sample.good().with(List.of(Sample.agreement(1, "other")));

    assertThat(lines(Line.Kind.OWN_MEASURE, never).getFirst().text())
        .isEqualTo("No measure of the business's own: one-visit.");
    assertThat(lines(Line.Kind.OWN_MEASURE, gone).getFirst().verdict()).isEqualTo(Verdict.PASS);
    assertThat(lines(Line.Kind.AGREED, never).getFirst().text())
        .isEqualTo("Never agreed to by the business: one-visit.");
    assertThat(lines(Line.Kind.AGREED, gone).getFirst().text())
        .isEqualTo("Agreed to, but changed since: one-visit.");
    assertThat(lines(Line.Kind.AGREED, Sample.good().agreed()).getFirst().verdict())
        .isEqualTo(Verdict.PASS);
  }

  private static List<Line> lines(Line.Kind kind, Case outcome, Promise... promises) {
    return Gauge.of(List.of(outcome), List.of(promises), List.of()).lines().stream()
        .filter(line -> line.kind() == kind)
        .toList();
  }

  private static Promise promise(double target, Optional<Promise.Score> score, String measure) {
    var output =
        new Service.Output(
            "visit-list",
            "Lists are out by six",
            Optional.of(new Service.Kept.ByMeasure(measure, 99)),
            Optional.of(target),
            Optional.empty(),
            List.of(new Service.Serves("one-visit", "they plan by it", Optional.empty())));
    var service =
        new Service("repairs", "Repairs", Optional.empty(), List.of(output), Optional.empty());
    return new Promise(service, output, score);
  }

  private static Measure measure(String name, Optional<Measure.Source> source) {
    var like = Sample.good().project().measures().find("first-visits").orElseThrow();
    return new Measure(
        name,
        new Measure.About(name, Optional.empty(), Optional.empty()),
        like.quantity(),
        like.rhythm(),
        Optional.empty(),
        source);
  }
}
