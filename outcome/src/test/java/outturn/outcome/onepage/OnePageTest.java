package outturn.outcome.onepage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outturn.definition.outcome.Lever;
import outturn.definition.outcome.Outcome;
import outturn.evidence.quantity.Spread;
import outturn.outcome.grade.Doubt;
import outturn.outcome.grade.Level;
import outturn.outcome.impact.Worth;

/// The order is that of spec/evidence.md, chapter 6, the words those of chapter 7.
class OnePageTest {
  @Test
  void thePartsComeInTheirFixedOrderAndNoneIsEmpty() {
    for (var page :
        List.of(
            Statements.roadSafety(),
            Statements.complete(),
            Statements.refused(),
            Statements.longest())) {
      assertThat(page.sections()).extracting(Section::part).containsExactly(Part.values());
      assertThat(page.sections())
          .allSatisfy(section ->
              assertThat(section.lines()).isNotEmpty().noneMatch(line -> line.text().isBlank()));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RANDOMISED       |  3 |  9 | '' | raised “Repairs       | High confidence: level 5 of 5",
        "COMPARISON_GROUP |  3 |  9 | '' | likely raised         | Moderate confidence: level 3 of 5",
        "COMPARISON_GROUP | -9 | -3 | '' | likely reduced        | Moderate confidence: level 3 of 5",
        "COMPARISON_GROUP |  3 |  9 | POOR_DATA | may have raised | Low confidence: level 3 of 5",
        "OWN_PAST         | -9 | -3 | '' | may have fallen by 3 to 9 points after | Low confidence: level 2 of 5",
        "OWN_PAST         |  3 |  9 | RIVAL_EVENT | cannot tell from these data whether one brought | Very low confidence",
        "BEFORE_AND_AFTER |  3 |  9 | '' | cannot tell from these data whether one brought | Very low confidence: level 1 of 5",
        "COMPARISON_GROUP | -4 |  9 | '' | We cannot tell from these data whether | Moderate confidence",
        "COMPARISON_GROUP | -1 |  1 | '' | likely changed by less than matters | Moderate confidence",
        "COMPARISON_GROUP |  3 |  9 | PLACEBO_FAILED | so we do not report a figure | Low confidence",
      })
  void everyGradeAndSignIsToldAsTheEvidenceAllows(
      Level level, double low, double high, String doubt, String result, String confidence) {
    var found = Found.of(Statements.measure(), Statements.LIVE, low, high, level);
    var page = page(doubt.isEmpty() ? found : found.doubting(Doubt.valueOf(doubt)));

    assertThat(text(page, Part.RESULT)).contains(result);
    assertThat(text(page, Part.CONFIDENCE)).contains(confidence).contains("Exploratory");
    assertThat(PlainText.of(page)).doesNotContain("proved", "due to", "no effect on");
  }

  @Test
  void whereThePlaceboFailsNoFigureIsToldAndNothingIsDrawn() {
    var page =
        page(
            Found.of(Statements.measure(), Statements.LIVE, 3, 9, Level.COMPARISON_GROUP)
                .withOther(-5, -1)
                .doubting(Doubt.PLACEBO_FAILED));

    assertThat(page.picture()).isEmpty();
    assertThat(text(page, Part.CHART)).endsWith("since no figure is reported.");
    assertThat(text(page, Part.EXPLANATIONS)).doesNotContain("−5");
    assertThat(PlainText.of(page)).doesNotContain("3 to 9");
  }

  @Test
  void supportForTheFigureIsTold() {
    var page =
        page(Found.of(Statements.measure(), Statements.LIVE, 3, 9, Level.OWN_PAST).supported());
    assertThat(text(page, Part.CONFIDENCE))
        .contains("Moderate confidence", "surer because the effect grew with adoption");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        " 1 | 8 | The other analysis of the same data agrees.",
        "-2 | 8 | disagrees: with a slope that may change they fit anything from −2 to +8 points",
        "-8 |-2 | disagrees: with a slope that may change they fit anything from −8 to −2 points",
      })
  void otherAnalysesAreToldWhereTheyDisagree(double low, double high, String text) {
    var page =
        page(
            Found.of(Statements.measure(), Statements.LIVE, 3, 9, Level.OWN_PAST)
                .withOther(low, high));
    assertThat(text(page, Part.EXPLANATIONS)).contains(text);
  }

  @Test
  void rivalsAndWhatTheDesignCannotRuleOutAreTold() {
    assertThat(text(Statements.complete(), Part.EXPLANATIONS))
        .contains("At about the same time came the new fees (1 May 2026).")
        .contains("This design cannot rule out something else that met only those who changed.");
    assertThat(text(Statements.roadSafety(), Part.EXPLANATIONS))
        .contains("No other event at about the same time is recorded.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "41234 | 83901 | 127700 | CASHABLE | GBP 41,000 to 130,000 a year (8 in 10 range; best estimate 84,000), cashable. In prices of 2026; all of it is taken to become real.",
        "-9876 | -512 | 3.456 | NON_CASHABLE | GBP −9,900 to 3.5 a year (8 in 10 range; best estimate −510), not cashable. In prices of 2026; all of it is taken to become real.",
        "-900 | -500 | -100 | CASHABLE | It is a loss.",
      })
  void moneyHasTwoFiguresThatMatterARangeAndACategory(
      double low, double middle, double high, Outcome.Category category, String text) {
    var worth =
        new Worth(
            Optional.of(new Spread(low, middle, high)),
            Optional.of(category),
            "GBP",
            2026,
            "In prices of 2026; all of it is taken to become real");
    var found = Found.of(Statements.measure(), Statements.LIVE, 3, 9, Level.OWN_PAST);
    assertThat(text(page(found.worth(worth)), Part.MONEY)).contains(text);
  }

  @Test
  void withoutAnAmountTheReasonIsTold() {
    var worth =
        new Worth(
            Optional.empty(),
            Optional.of(Outcome.Category.QUALITATIVE),
            "",
            0,
            "The benefit is qualitative: nobody has put a price on it");
    var found = Found.of(Statements.measure(), Statements.LIVE, 3, 9, Level.OWN_PAST);
    assertThat(text(page(found.worth(worth)), Part.MONEY))
        .isEqualTo("The benefit is qualitative: nobody has put a price on it.");
    assertThat(text(Statements.refused(), Part.MONEY))
        .isEqualTo("No amount is told, since no effect was estimated.");
  }

  @Test
  void deedsAreToldByElementWithDatesAndMeasuredAdoption() {
    assertThat(text(Statements.complete(), Part.DEEDS))
        .isEqualTo(
            """
            People: Training of call takers (since 20 Oct 2025, adoption 84\u00A0% in Oct 2026); Second training (planned for 1 Feb 2027).
            Process: Script of questions for callers (since 3 Nov 2025).
            Technology: Parts forecast (since 1 Oct 2025).\
            """);
    assertThat(text(Statements.roadSafety(), Part.DEEDS))
        .contains("People: Nothing: the plan has no lever of people.");
  }

  @Test
  void whatComesNextIsTheReviewTheTargetAndWhatIsOpen() {
    assertThat(text(Statements.complete(), Part.NEXT))
        .isEqualTo(
            """
            Next review: 15 April 2027.
            Target: 85\u00A0% by March 2027; not met: 0 of the last 10 months reach it, 8 of 10 must.
            Still to come: second training (1 Feb 2027).
            Steps: Described and confirmed. Step quantify is open: It has no source.\
            """);
  }

  @Test
  void aRefusalIsToldWithWhereTheMeasureStands() {
    var page = Statements.refused();
    assertThat(text(page, Part.RESULT))
        .startsWith("What the work did is not known: an analysis needs 12 values")
        .contains("The latest value, of Nov 2026");
    assertThat(page.picture()).isEmpty();
    assertThat(text(page, Part.CONFIDENCE)).contains("There is no grade");
  }

  @Test
  void signaturesStandUnderTheEvidenceThatWasSigned() {
    var found = Found.of(Statements.measure(), Statements.LIVE, 3, 9, Level.OWN_PAST);
    var draft =
        Statements.of(Statements.outcome("A", "tenants"), List.<Lever>of(), found.finding());
    var ada = new Signature(Signature.Capacity.OWNER, "Ada", LocalDate.of(2026, 11, 30));

    var same = OnePage.of(draft.signed(ada).material());
    assertThat(text(same, Part.SIGNATURES))
        .isEqualTo("Owner: Ada, 30 November 2026\nAnalyst: not signed yet");
    assertThat(text(same, Part.DATA))
        .contains("Evidence 1, of the review on 1 October 2026. SHA-256: abab")
        .contains("outturn outcome impact one-visit --kept 1");

    var corrected = OnePage.of(draft.kept("cd", ada).material());
    assertThat(text(corrected, Part.SIGNATURES))
        .startsWith("Owner: Ada, 30 November 2026; signed before values were corrected");
    assertThat(text(corrected, Part.DATA))
        .contains("Not the same: Values have been corrected since it was kept.", "--as-of");
    assertThat(text(OnePage.of(draft.material()), Part.SIGNATURES))
        .isEqualTo("Owner: not signed yet\nAnalyst: not signed yet");
  }

  @Test
  void theDataHaveAHashAndACommandThatReadsThemAgain() {
    assertThat(text(Statements.roadSafety(), Part.DATA))
        .containsPattern("SHA-256 of the snapshot: [0-9a-f]{64}")
        .contains("outturn outcome impact safer-driving --as-of 1985-01-15T00:00:00Z");
  }

  @Test
  void longTextsAreCutWhereASentenceStillTellsHowSureItIs() {
    var page = Statements.longest();
    assertThat(page.title()).hasSizeLessThanOrEqualTo(110).doesNotContain("\n");
    assertThat(page.sections())
        .allSatisfy(section ->
            assertThat(section.lines())
                .allSatisfy(line -> {
                  assertThat(line.text()).hasSizeLessThanOrEqualTo(460);
                }));
    assertThat(text(page, Part.RESULT))
        .contains("very low confidence", "2 more are told by outturn outcome impact.");
  }

  @Test
  void plainTextHasNoLongLinesWhereWordsAreShort() {
    assertThat(PlainText.of(Statements.complete()).lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(72));
    assertThat(PlainText.of(Statements.complete())).startsWith("Repairs in one visit\n=====");
  }

  private static OnePage page(Found found) {
    return OnePage.of(
        Statements.of(
                Statements.outcome("Repairs in one visit", "tenants"),
                List.<Lever>of(),
                found.finding())
            .material());
  }

  private static String text(OnePage page, Part part) {
    return page.section(part).lines().stream()
        .map(line -> line.label().isEmpty() ? line.text() : line.label() + ": " + line.text())
        .collect(Collectors.joining("\n"));
  }
}
