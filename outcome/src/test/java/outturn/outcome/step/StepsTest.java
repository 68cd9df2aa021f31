package outturn.outcome.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The gates of chapter 2 of the specification; what is in quotes is from there.
class StepsTest {
  private static final String TARGET =
      "target: {value: 85, by: 2027-03-31, sustain: {periods: 8, of: 10}}";

  @Test
  void aGoodOutcomeThatIsAgreedPassesWithoutAWarning() {
    var steps = Steps.of(Sample.good().agreed());

    assertThat(steps.gates())
        .filteredOn(gate -> gate.step() != Step.TRACK && gate.step() != Step.DEMONSTRATE)
        .hasSize(3)
        .allSatisfy(gate ->
            assertThat(gate.checks())
                .allSatisfy(check -> assertThat(check.verdict()).isEqualTo(Verdict.PASS)));
  }

  // "no error-level finding left unanswered (OUT-1, OUT-2, IT-2, BEN-1, CHG-1, NUM-2)"; "NUM-1 and
  // TIM-1 are warnings"; "so-that missing is information only"; "exactly one accountable benefit
  // owner, from the business"; "linked to an organisational objective".
  static Stream<Arguments> whatIsDescribed() {
    return Stream.of(
        row("OUT-1", Verdict.FAIL, "who: tenants, what: have", "who: Train, what: 500 tenants"),
        row("OUT-2", Verdict.FAIL, "have a repair finished", "see that the portal is live"),
        row("IT-2", Verdict.FAIL, "who: tenants", "who: The server of the tenants"),
        row("BEN-1", Verdict.FAIL, "who: tenants", "who: readers"),
        row("BEN-1", Verdict.FAIL, "who: tenants", "who: Housing IT"),
        row("BEN-1", Verdict.PASS, "who: tenants", "who: The housing operations"),
        row("VAG-1", Verdict.WARN, "more often", "more often and seamlessly"),
        row("NUM-1", Verdict.WARN, TARGET, "trajectory: step"),
        row("TIM-1", Verdict.WARN, TARGET, "trajectory: step"),
        row("OBJ-1", Verdict.FAIL, "objective: fewer-lost-days\n", ""));
  }

  // "overlapping benefits have allocation shares"
  @Test
  void anotherOutcomeThatValuesTheSameChangeNeedsShares() {
    var alone = of(Step.QUANTIFY, Steps.of(Sample.good().agreed()));
    var twice = gate(Step.QUANTIFY, Sample.WORTH, Sample.WORTH + another(""));
    var shared =
        gate(
            Step.QUANTIFY, Sample.WORTH, Sample.WORTH + "  share: 70%\n" + another(", share: 30%"));

    assertThat(alone.checks()).extracting(Check::id).doesNotContain("MON-2");
    assertThat(check(twice, "MON-2").verdict()).isEqualTo(Verdict.FAIL);
    assertThat(check(shared, "MON-2").verdict()).isEqualTo(Verdict.PASS);
    assertThat(check(shared, "MON-2").text())
        .isEqualTo("Another and one-visit claim 30 % and 70 % of a change of first-visits.");
  }

  private static String another(String share) {
    return """
    ---
    kind: outcome
    name: another
    owner: housing-operations
    statement: {who: tenants, what: wait less, soThat: they work}
    value: {measure: first-visits, volume: 10, each: {what: visit, currency: GBP, priceYear: 2026, low: 1, likely: 2, high: 3}, category: cashable%s}
    """
        .formatted(share);
  }

  @ParameterizedTest
  @MethodSource("whatIsDescribed")
  void anOutcomeIsDescribedByWhatIsWritten(String id, Verdict verdict, String old, String now) {
    var gate = gate(Step.DESCRIBE, old, now);

    assertThat(check(gate, id).verdict()).as(check(gate, id).text()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "housing-operations, PASS",
    "Housing Operations, PASS",
    "tenants, PASS",
    "ada, PASS",
    "housing-it, FAIL",
    "builders, FAIL",
    "cal, FAIL",
    "bob, FAIL",
    "eve, FAIL",
    "the-director, FAIL",
  })
  void theOwnerIsOfTheBusinessAndNotOfIt(String owner, Verdict verdict) {
    var before = "name: one-visit\nowner: ";
    var gate = gate(Step.DESCRIBE, before + "housing-operations", before + owner);

    assertThat(check(gate, "OWN-1").verdict()).isEqualTo(verdict);
  }

  // "a business person, not the IT author alone, has confirmed the wording"
  @Test
  void anAgreementHoldsUntilWhatWasAgreedToChanges() {
    var good = Sample.good();
    var hash = good.agreed().terms().hash();
    var agreement = List.of(Sample.agreement(3, hash));

    var never = check(Steps.of(good.with(List.of())).gates().getFirst(), "AGR-1");
    var stands = check(Steps.of(good.with(agreement)).gates().getFirst(), "AGR-1");
    var moved = good.with("value: 85", "value: 80").with(agreement);
    var gone = check(Steps.of(moved).gates().getFirst(), "AGR-1");

    assertThat(never.text()).isEqualTo("Nobody of the business has agreed to it.");
    assertThat(never.todo()).contains("outturn outcome agree one-visit");
    assertThat(stands.verdict()).isEqualTo(Verdict.PASS);
    assertThat(stands.text()).isEqualTo("ada agreed to it on 2 Mar 2026 (agreement 3).");
    assertThat(gone.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(gone.text())
        .isEqualTo(
            "ada agreed to it on 2 Mar 2026 (agreement 3), and that is void: statement, measures or targets have changed since.");
    assertThat(moved.standing()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "what: have a repair, what: get a repair, true",
    "value: 85, value: 86, true",
    "by: 2027-03-31, by: 2027-04-30, true",
    "periods: 8, periods: 9, true",
    "unit: percent, unit: share, true",
    "to: 2026-03-29, to: 2026-03-22, true",
    "better: higher, better: lower, true",
    "title: repairs finished on the first visit, title: visits, false",
    "objective: fewer-lost-days, objective: happiness, false",
    "likely: 85, likely: 86, false",
  })
  void whatIsAgreedToIsStatementMeasuresAndTargets(String old, String now, boolean another) {
    var hash = Sample.good().agreed().terms().hash();

    assertThat(Sample.good().with(old, now).agreed().terms().hash().equals(hash))
        .isEqualTo(!another);
  }

  @Test
  void theHashIsThatOfItsText() {
    // printf 'outcome one-visit\nwho tenants\n…' | sha256sum, of the text below
    var terms = Sample.good().agreed().terms();

    assertThat(terms.text())
        .isEqualTo(
            """
            outcome one-visit
            who tenants
            what have a repair finished on the first visit more often
            so that they lose fewer working days
            measure first-visits, PROPORTION in percent, higher is better, WEEKLY
            baseline first-visits 2025-12-29 to 2026-03-29
            target first-visits 85.0 by 2027-03-31, in 8 of 10 periods
            """);
    assertThat(terms.hash())
        .isEqualTo("3bcebb13ed8c16f43d63d2f31cf60e2a8a05386acaa9b4e8ff6ef29a8bd9cb3e");
  }

  // "at least one lever of each of People, Process, Technology; empty elements are named in the
  // gate
  // text"; "each lever has owner … and cost; each assumption a probability, a test and a review
  // date; each risk a probability, a three-point impact and an owner"; "This document sets no pass
  // mark for the probability: the owner's recorded acceptance of the number is the check"; "stagger
  // it: this lifts the evidence from level 1-2 to 3".
  static Stream<Arguments> whatIsConfirmed() {
    return Stream.of(
        row("ELE-1", Verdict.FAIL, "element: people", "element: process"),
        row("LEV-1", Verdict.FAIL, "element: people, owner: ada", "element: people"),
        row("LEV-2", Verdict.WARN, "cost: {GBP: 9000}, ", ""),
        row("ASM-1", Verdict.FAIL, "holds: 80%, ", ""),
        row("ASM-1", Verdict.FAIL, "review: 2026-09-01, ", ""),
        row("ASM-2", Verdict.WARN, ", ifFalse: {worst: -3, likely: -2, best: -1}", ""),
        row("RSK-1", Verdict.FAIL, "best: -1}, owner: ada", "best: -1}"),
        row("FOR-1", Verdict.FAIL, "value: 85, by", "value: 84, by"),
        row("FOR-1", Verdict.FAIL, "by: 2027-03-31", "by: 2027-03-30"),
        row("STG-1", Verdict.WARN, ", rollout: {north: 2026-04-06, south: 2026-06-01}", ""));
  }

  @ParameterizedTest
  @MethodSource("whatIsConfirmed")
  void anOutcomeIsConfirmedByWhatIsWritten(String id, Verdict verdict, String old, String now) {
    var gate = gate(Step.CONFIRM, old, now);

    assertThat(check(gate, id).verdict()).as(check(gate, id).text()).isEqualTo(verdict);
  }

  @Test
  void theChanceThatWasAcceptedIsToldAndNobodysIsNone() {
    var good = Sample.good();
    var accepted = Steps.of(good.agreed()).gates().get(1);
    var nobody = Steps.of(good.with(List.of(), List.of())).gates().get(1);

    assertThat(check(accepted, "FOR-1").text())
        .isEqualTo(
            "ada accepted on 3 Mar 2026 that to reach the target of first-visits is about as likely as not (62\u00A0%).");
    assertThat(check(nobody, "FOR-1").text()).isEqualTo("Nobody has accepted its forecast.");
  }

  // "at least one measure that is not owned by IT (WAT-1)"; "every measure has unit, direction …
  // source"; "a single-point baseline is refused; < 12 pre points: no ITS claim will be possible";
  // "target not already met and within bounds (TGT-1); target type and m of k stated; minimum
  // important change stated"; "money per unit sourced or three-point, or the benefit declared
  // qualitative"; "analysis plan written"; "Locked before the first post observation it earns the
  // badge".
  static Stream<Arguments> whatIsQuantified() {
    return Stream.of(
        row("WAT-1", Verdict.FAIL, "owner: housing-operations\ntype", "owner: housing-it\ntype"),
        row("WAT-1", Verdict.FAIL, "owner: housing-operations\ntype", "type"),
        row("WAT-1", Verdict.PASS, "owner: housing-operations\ntype", "owner: ada\ntype"),
        row("MEA-1", Verdict.FAIL, "unit: percent", "segments: depot"),
        row("MEA-2", Verdict.WARN, "source: {csv: {file: visits.csv}}", "segments: depot"),
        row("MIC-1", Verdict.FAIL, "minimumImportantChange: 2", "segments: depot"),
        row(
            "BAS-1",
            Verdict.FAIL,
            "baseline: {from: 2025-12-29, to: 2026-03-29}",
            "trajectory: step"),
        row("BAS-1", Verdict.WARN, "from: 2025-12-29", "from: 2026-01-05"),
        row("BAS-1", Verdict.FAIL, "from: 2025-12-29", "from: 2026-01-12"),
        row("BAS-2", Verdict.FAIL, "date: 2026-04-06", "date: 2026-03-30"),
        row("BAS-2", Verdict.FAIL, "date: 2026-04-06", "date: 2026-03-20"),
        row("TGT-1", Verdict.FAIL, TARGET, "trajectory: step"),
        row("TGT-1", Verdict.FAIL, "value: 85", "value: 70"),
        row("TGT-1", Verdict.FAIL, "value: 85", "value: 101"),
        row("TGT-1", Verdict.FAIL, "better: higher", "better: lower"),
        row("TGT-1", Verdict.FAIL, "better: higher", "better: {within: [60, 75]}"),
        row("TGT-1", Verdict.FAIL, "better: higher", "better: {within: [60, 90]}"),
        row("TGT-1", Verdict.PASS, "better: higher", "better: {within: [80, 90]}"),
        row("SUS-1", Verdict.FAIL, ", sustain: {periods: 8, of: 10}", ""),
        row("MON-1", Verdict.FAIL, Sample.WORTH, ""),
        row("MON-1", Verdict.PASS, "category: cashable", "category: qualitative"),
        row(
            "PLN-1",
            Verdict.FAIL,
            "analysis: {intervention: forecast-live, design: interrupted-time-series, registerBy: 2026-04-12}",
            ""),
        row("PLN-2", Verdict.WARN, ", registerBy: 2026-04-12", ""),
        row("PLN-2", Verdict.WARN, "registerBy: 2026-04-12", "registerBy: 2026-04-13"),
        row("PLN-2", Verdict.PASS, "cadence: weekly", "cadence: weekly\nlag: 2d"));
  }

  @ParameterizedTest
  @MethodSource("whatIsQuantified")
  void anOutcomeIsQuantifiedByWhatIsWritten(String id, Verdict verdict, String old, String now) {
    var gate = gate(Step.QUANTIFY, old, now);

    assertThat(check(gate, id).verdict()).as(check(gate, id).text()).isEqualTo(verdict);
  }

  @Test
  void aBaselineThatIsNotFrozenSaysHowFarItIs() {
    var gate = of(Step.QUANTIFY, Steps.of(Sample.good().frozen(Optional.empty()).agreed()));

    assertThat(check(gate, "BAS-1").text())
        .isEqualTo(
            "The baseline of repairs finished on the first visit is not frozen: 13 of its 13 weeks have a value.");
    assertThat(check(gate, "BAS-1").verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void aBaselineFrozenAfterTheWorkBeganIsToldSo() {
    var late = Sample.good().frozen(Optional.of(Instant.parse("2026-04-07T00:00:00Z")));

    assertThat(check(of(Step.QUANTIFY, Steps.of(late.agreed())), "BAS-2").text())
        .isEqualTo(
            "The baseline of repairs finished on the first visit was frozen on 7 Apr 2026, after the work began on 6 Apr 2026.");
  }

  @Test
  void theStepIsTheFirstWhoseGateIsShut() {
    var undescribed = Steps.of(Sample.good().with(List.of()));
    var described = Steps.of(Sample.good().with("minimumImportantChange: 2", "lag: 1d").agreed());

    assertThat(undescribed.standing()).contains(Step.DESCRIBE);
    assertThat(undescribed.sentence())
        .isEqualTo("Step describe is open: Nobody of the business has agreed to it.");
    assertThat(described.standing()).contains(Step.QUANTIFY);
    assertThat(described.sentence())
        .isEqualTo(
            "Described and confirmed. Step quantify is open: It is not said how small a change of repairs finished on the first visit matters to nobody.");
  }

  private static Arguments row(String id, Verdict verdict, String old, String now) {
    return Arguments.of(id, verdict, old, now);
  }

  private static Gate gate(Step step, String old, String now) {
    return of(step, Steps.of(Sample.good().with(old, now).agreed()));
  }

  private static Gate of(Step step, Steps steps) {
    return steps.gates().stream().filter(gate -> gate.step() == step).findFirst().orElseThrow();
  }

  private static Check check(Gate gate, String id) {
    return gate.checks().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }
}
