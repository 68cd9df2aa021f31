package outturn.definition.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import outturn.definition.ahead.Outlook;
import outturn.definition.ahead.Starter;
import outturn.definition.ahead.Window;
import outturn.definition.calendar.SupposedHoliday;
import outturn.definition.project.Projects;

class SuppositionTest {
  private static final List<Starter> STARTERS =
      Projects.valid(
              "w.yaml",
              """
              kind: calendar
              name: office
              ---
              kind: calendar
              name: plant
              week: [mon, tue, wed, thu, fri, sat]
              ---
              kind: calendar
              name: both
              intersection: [office, plant]
              ---
              kind: workflow
              name: daily
              schedules: [{name: s, cron: "0 6 * * *", calendar: both}]
              tasks: {t: {}}
              ---
              kind: workflow
              name: monthly
              schedules: [{name: s, cron: "0 7 24 * *", calendar: plant, onNonWorkingDay: next}]
              tasks: {t: {}}
              """)
          .workflows()
          .all()
          .stream()
          .map(workflow -> new Starter(workflow.name(), workflow.schedules().getFirst()))
          .toList();

  private static final Window WEEK =
      new Window(Instant.parse("2026-11-23T00:00:00Z"), Instant.parse("2026-11-28T00:00:00Z"));

  /// The differences that a holiday on 24 November, a Tuesday, makes.
  private static List<String> holiday(Optional<String> calendar) {
    var holiday = new SupposedHoliday(LocalDate.of(2026, 11, 24), calendar);
    return differences(new Supposition(List.of(holiday), Set.of(), Map.of(), Map.of()));
  }

  private static List<String> differences(Supposition supposition) {
    var supposed = STARTERS.stream().flatMap(each -> supposition.of(each).stream()).toList();
    var before = new Outlook(STARTERS, WEEK).lines(Optional.empty(), 100);
    var after = new Outlook(supposed, WEEK).lines(Optional.empty(), 100);
    return Difference.between(before, after).stream()
        .map(each ->
            "%s %s %s %s"
                .formatted(
                    each.kind(),
                    each.line().starter().workflow(),
                    each.line().due(),
                    each.why().orElse("")))
        .map(String::strip)
        .toList();
  }

  @Test
  void aHolidayInAllCalendarsSkipsAndMovesStarts() {
    assertThat(holiday(Optional.empty()))
        .containsExactly(
            "GONE daily 2026-11-24T06:00:00Z no working day of calendar 'both': a supposed holiday",
            "GONE monthly 2026-11-24T07:00:00Z",
            "ADDED monthly 2026-11-25T07:00:00Z");
  }

  @Test
  void aHolidayInOneCalendarReachesThoseThatAreMadeOfIt() {
    assertThat(holiday(Optional.of("office")))
        .containsExactly(
            "GONE daily 2026-11-24T06:00:00Z no working day of calendar 'both': a supposed holiday");
  }

  @Test
  void aHolidayIsReadAsItIsWritten() {
    for (var text : List.of("2026-11-24", "2026-11-24@office")) {
      assertThat(SupposedHoliday.of(text).text()).isEqualTo(text);
    }
    assertThatThrownBy(() -> SupposedHoliday.of("24 November"))
        .isInstanceOf(DateTimeParseException.class);
  }

  @Test
  void withoutAWorkflowItsStartsAreGone() {
    assertThat(differences(new Supposition(List.of(), Set.of("monthly"), Map.of(), Map.of())))
        .containsExactly("GONE monthly 2026-11-24T07:00:00Z");
  }
}
