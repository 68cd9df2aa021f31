package outturn.outcome.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import outturn.definition.change.Change;
import outturn.definition.measure.Measure;

class DefinitionChangesTest {
  private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
  private static final Definition FIRST = new Definition(Measure.Type.COUNT, "calls", "sql a");
  private static final Definition SECOND = new Definition(Measure.Type.COUNT, "calls", "sql b");
  private static final Definition THIRD = new Definition(Measure.Type.MEAN, "minutes", "sql c");

  private final TreeMap<LocalDate, Instant> recorded = new TreeMap<>();

  /// Six months, each recorded on the second day of the next.
  DefinitionChangesTest() {
    for (int month = 0; month < 6; month++) {
      recorded.put(JANUARY.plusMonths(month), noon(JANUARY.plusMonths(month + 1).plusDays(1)));
    }
  }

  private static Instant noon(LocalDate date) {
    return date.atTime(12, 0).toInstant(ZoneOffset.UTC);
  }

  private static Defined from(int month, Definition definition) {
    return new Defined(noon(LocalDate.of(2026, month, 15)), definition);
  }

  private List<Change> changes(Defined... defined) {
    return DefinitionChanges.of("m", List.of(defined), recorded);
  }

  @Test
  void aChangeBeginsWithTheFirstPeriodThatWasCountedByIt() {
    // Applied in mid-April: March had been recorded, April was not.
    assertThat(changes(from(1, FIRST), from(4, SECOND)))
        .containsExactly(
            new Change(
                "definition-2-of-m",
                "New definition: another source",
                LocalDate.of(2026, 4, 1),
                Change.Type.DEFINITION,
                List.of("m")));
  }

  @Test
  void anotherVersionOfAQuestionIsAnotherDefinition() {
    var first = new Definition(Measure.Type.PROPORTION, "percent", "survey pulse g1");
    var second = new Definition(Measure.Type.PROPORTION, "percent", "survey pulse g1 version 2");
    assertThat(changes(from(1, first), from(4, second)))
        .extracting(Change::title)
        .containsExactly("New definition: another wording");
  }

  @Test
  void whatIsDifferentIsSaid() {
    assertThat(changes(from(1, FIRST), from(3, SECOND), from(5, THIRD)))
        .extracting(Change::title)
        .containsExactly(
            "New definition: another source", "New definition: another source, unit and type");
  }

  @Test
  void aDefinitionThatNothingWasCountedByIsNoChange() {
    assertThat(changes(from(1, FIRST), from(7, SECOND))).isEmpty();
    assertThat(
            changes(
                from(1, FIRST),
                from(3, SECOND),
                new Defined(noon(LocalDate.of(2026, 3, 16)), FIRST)))
        .isEmpty();
  }

  @Test
  void thePastThatWasCollectedAgainIsOfTheNewDefinition() {
    recorded.put(LocalDate.of(2026, 3, 1), noon(LocalDate.of(2026, 5, 20)));
    assertThat(changes(from(1, FIRST), from(5, SECOND)))
        .extracting(Change::date)
        .containsExactly(LocalDate.of(2026, 3, 1));

    recorded.put(JANUARY, noon(LocalDate.of(2026, 5, 20)));
    assertThat(changes(from(1, FIRST), from(5, SECOND))).isEmpty();
  }
}
