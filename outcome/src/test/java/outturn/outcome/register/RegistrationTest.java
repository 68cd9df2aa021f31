package outturn.outcome.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outturn.outcome.register.Registration.Badge;
import outturn.outcome.step.Sample;
import outturn.outcome.terms.Terms;

/// The change of the sample is on 6 April 2026, a Monday; the first week after it is known on the
/// 13th.
class RegistrationTest {
  private static final String TARGET = "value: 85";

  @Test
  void aPlanThatIsNotLockedIsExploratory() {
    var registration = of(Sample.good());

    assertThat(registration.badge()).isEqualTo(Badge.EXPLORATORY);
    assertThat(registration.reason()).isEqualTo("The plan is not locked.");
    assertThat(registration.firstKnown()).contains(LocalDate.of(2026, 4, 13));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-04-12T23:59:59Z, PRE_REGISTERED",
    "2026-04-13T00:00:00Z, EXPLORATORY",
  })
  void aPlanIsPreRegisteredIfItIsLockedBeforeItsDataComesIn(Instant at, Badge badge) {
    var terms = of(Sample.good()).now();

    assertThat(of(Sample.good(), locked(1, terms, at)).badge()).isEqualTo(badge);
  }

  @ParameterizedTest
  @CsvSource({
    "value: 85, value: 80",
    "'from: 2025-12-29, to: 2026-03-29', 'from: 2025-12-29, to: 2026-03-22'",
    "design: interrupted-time-series, design: before-after",
    "date: 2026-04-06, date: 2026-04-20",
    "minimumImportantChange: 2, minimumImportantChange: 1",
  })
  void aPlanThatSaysSomethingElseThanWhatIsLockedIsExploratory(String old, String now) {
    var early = Instant.parse("2026-03-01T09:00:00Z");
    var locked = locked(1, of(Sample.good()).now(), early);

    var registration = of(Sample.good().with(old, now), locked);

    assertThat(registration.holds()).isFalse();
    assertThat(registration.badge()).isEqualTo(Badge.EXPLORATORY);
    assertThat(registration.reason())
        .isEqualTo("The plan says something else than what was locked on 1 Mar 2026.");
  }

  @Test
  void whatDoesNotBearOnTheAnalysisMayChange() {
    var locked = locked(1, of(Sample.good()).now(), Instant.parse("2026-03-01T09:00:00Z"));

    var registration = of(Sample.good().with("because: pilot", "because: a trial"), locked);

    assertThat(registration.badge()).isEqualTo(Badge.PRE_REGISTERED);
    assertThat(registration.reason())
        .isEqualTo(
            "The plan is locked since 1 Mar 2026, before the first value after the intervention could be known.");
  }

  @Test
  void anAmendmentBeforeThereIsDataCostsNothingAndALaterOneTheBadge() {
    var other = Sample.good().with(TARGET, "value: 80");
    var first = locked(1, of(Sample.good()).now(), Instant.parse("2026-03-01T09:00:00Z"));
    var early = amended(of(other).now(), Instant.parse("2026-04-01T09:00:00Z"));
    var late = amended(of(other).now(), Instant.parse("2026-05-01T09:00:00Z"));

    assertThat(of(other, early, first).badge()).isEqualTo(Badge.PRE_REGISTERED);
    assertThat(of(other, late, first).badge()).isEqualTo(Badge.EXPLORATORY);
    assertThat(of(other, late, first).reason())
        .isEqualTo(
            "The plan was amended on 1 May 2026 (less is asked), when values after the intervention could be known already.");
  }

  /// Who sees the data and then moves the intervention past it has seen it all the same.
  @Test
  void anInterventionThatIsMovedPastTheDataDoesNotMakeAnAmendmentEarly() {
    var moved = Sample.good().with("date: 2026-04-06", "date: 2026-07-06");
    var first = locked(1, of(Sample.good()).now(), Instant.parse("2026-03-01T09:00:00Z"));
    var amended = amended(of(moved).now(), Instant.parse("2026-06-01T09:00:00Z"));

    assertThat(of(moved, amended, first).badge()).isEqualTo(Badge.EXPLORATORY);
  }

  @Test
  void whatDiffersIsToldLineByLine() {
    var now = of(Sample.good().with(TARGET, "value: 80")).now();
    var before = of(Sample.good()).now();

    assertThat(before.without(now))
        .containsExactly("target first-visits 85.0 by 2027-03-31, in 8 of 10 periods");
    assertThat(now.without(before))
        .containsExactly("target first-visits 80.0 by 2027-03-31, in 8 of 10 periods");
  }

  private static Registration of(Sample sample, LockedPlan... locked) {
    return Sample.registration(sample.project(), List.of(locked));
  }

  private static LockedPlan locked(int version, Terms terms, Instant at) {
    return plan(version, terms, at, "");
  }

  private static LockedPlan amended(Terms terms, Instant at) {
    return plan(2, terms, at, "less is asked");
  }

  private static LockedPlan plan(int version, Terms terms, Instant at, String reason) {
    return new LockedPlan(
        version, terms, Optional.of(LocalDate.of(2026, 4, 13)), at, "server", reason);
  }
}
