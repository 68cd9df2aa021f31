package outturn.outcome.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import outturn.outcome.register.LockedPlan;
import outturn.outcome.step.Acts.Evidenced;

/// The gates of an outcome that is live: track and demonstrate, of chapter 2 of the specification;
/// what is in quotes is from there.
class LiveTest {
  private static final LocalDate REVIEW = LocalDate.of(2026, 4, 20);
  private static final String PLAN = "registerBy: 2026-04-12}";

  // "go-live recorded as change event with units affected"; "plan locked (or the badge is
  // exploratory)"; "actual adoption replaces planned adoption"; "rival events within 2 periods of
  // go-live are listed".
  static Stream<Arguments> whatIsTracked() {
    return Stream.of(
        Arguments.of("LIV-1", Verdict.PASS, PLAN, PLAN),
        Arguments.of("LIV-1", Verdict.FAIL, "date: 2026-04-06", "date: 2027-04-05"),
        Arguments.of("REG-1", Verdict.WARN, PLAN, PLAN),
        Arguments.of("RIV-1", Verdict.PASS, PLAN, PLAN),
        Arguments.of("RIV-1", Verdict.WARN, "---\nkind: measure", RIVAL + "---\nkind: measure"),
        Arguments.of("ADP-1", Verdict.WARN, "because: trial}", ADOPTION),
        Arguments.of("ASM-3", Verdict.WARN, "review: 2026-09-01", "review: 2026-04-01"));
  }

  private static final String RIVAL =
      "---\n{kind: change, name: strike, date: 2026-04-14, type: outage, affects: first-visits}\n";
  private static final String ADOPTION =
      "because: trial, adoption: {plan: {curve: logistic, half: 6w, ceiling: 90%}}}";

  @ParameterizedTest
  @MethodSource("whatIsTracked")
  void anOutcomeIsTrackedByWhatHappens(String id, Verdict verdict, String old, String now) {
    var check = check(Step.TRACK, id, Sample.good().with(old, now).agreed());

    assertThat(check.verdict()).as(check.text()).isEqualTo(verdict);
  }

  @Test
  void aPlanThatWasLockedInTimeIsToldSo() {
    var sample = Sample.good();
    var terms = Sample.registration(sample.project(), List.of()).now();
    var locked =
        new LockedPlan(
            1,
            terms,
            Optional.of(LocalDate.of(2026, 4, 13)),
            Instant.parse("2026-04-12T00:00:30Z"),
            "server",
            "");

    var check = check(Step.TRACK, "REG-1", sample.with(List.of(), List.of(), List.of(locked)));

    assertThat(check.verdict()).isEqualTo(Verdict.PASS);
    assertThat(check.text()).startsWith("The plan is locked since 12 Apr 2026, before");
  }

  @Test
  void beforeGoLiveThereIsNothingToTrack() {
    var later = Sample.good().with("date: 2026-04-06", "date: 2027-04-05").agreed();

    assertThat(check(Step.TRACK, "LIV-1", later).text())
        .isEqualTo("forecast-live is on 5 Apr 2027: there is nothing to track yet.");
  }

  // "The locked analysis is read on the locked review date"; "signed by business owner and
  // analyst".
  @Test
  void anOutcomeIsDemonstratedWhenItsEvidenceIsSignedByTwo() {
    assertThat(demonstrated(List.of()).standing()).contains(Step.DEMONSTRATE);
    assertThat(check(demonstrated(List.of()), "EVI-1").text())
        .isEqualTo("Its analysis runs on 31 Mar 2027.");
    assertThat(check(demonstrated(List.of()), "SGN-1").text())
        .isEqualTo("There is nothing to sign yet.");

    var unsigned = demonstrated(List.of(evidence(List.of())));
    assertThat(check(unsigned, "EVI-1").verdict()).isEqualTo(Verdict.PASS);
    assertThat(check(unsigned, "SGN-1").text()).isEqualTo("Not signed yet as owner and analyst.");
    assertThat(check(demonstrated(List.of(evidence(List.of("owner")))), "SGN-1").text())
        .isEqualTo("Not signed yet as analyst.");

    var signed = demonstrated(List.of(evidence(List.of("owner", "analyst"))));
    assertThat(signed.standing()).isEmpty();
    assertThat(signed.sentence())
        .isEqualTo("Described, confirmed, quantified, live and demonstrated.");
  }

  private static Evidenced evidence(List<String> signedAs) {
    return new Evidenced(1, REVIEW, "e1", signedAs);
  }

  private static Steps demonstrated(List<Evidenced> evidence) {
    var sample = Sample.good();
    var hash = sample.with(List.of()).terms().hash();
    return Steps.of(
        sample.with(
            List.of(Sample.agreement(1, hash)), List.of(Sample.ACCEPTED), List.of(), evidence));
  }

  private static Check check(Step step, String id, Case about) {
    return Steps.of(about).gates().stream()
        .filter(gate -> gate.step() == step)
        .flatMap(gate -> gate.checks().stream())
        .filter(check -> check.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Check check(Steps steps, String id) {
    return check(Step.DEMONSTRATE, id, steps.about());
  }
}
