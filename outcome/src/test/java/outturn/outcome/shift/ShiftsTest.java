package outturn.outcome.shift;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import outturn.definition.change.Change;
import outturn.definition.measure.Measure;
import outturn.definition.outcome.Outcome;
import outturn.outcome.position.Facts;
import outturn.outcome.position.Position;
import outturn.outcome.position.Positions;

class ShiftsTest {
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

  /// Waits of 10 or 12 days in turn, and 40 in the 16th month.
  private static Position position(Change... changes) {
    var values = new TreeMap<LocalDate, Double>();
    for (int month = 0; month < 24; month++) {
      values.put(FIRST.plusMonths(month), month == 15 ? 40.0 : 10.0 + month % 2 * 2);
    }
    var measure =
        new Measure(
            "waits",
            new Measure.About("Days of waiting", Optional.empty(), Optional.empty()),
            new Measure.Quantity(
                Measure.Type.MEAN,
                Optional.of("days"),
                new Measure.Better.Lower(),
                Optional.empty()),
            new Measure.Rhythm(
                Measure.Cadence.MONTHLY, Duration.ZERO, ZoneId.of("UTC"), Optional.empty()),
            Optional.empty(),
            Optional.empty());
    var goal =
        new Outcome.Goal(
            "waits",
            Optional.of(new Outcome.Baseline(FIRST, LocalDate.of(2024, 12, 31))),
            Optional.empty(),
            Outcome.Trajectory.LINEAR);
    return Positions.of(
        new Facts(
            measure,
            goal,
            values,
            Optional.empty(),
            List.of(changes),
            Instant.parse("2026-02-01T00:00:00Z")));
  }

  private static Change outage(String date) {
    return new Change(
        "outage", "The outage", LocalDate.parse(date), Change.Type.OUTAGE, List.of("waits"));
  }

  private static Answered answer(Optional<String> change) {
    return new Answered(LocalDate.of(2025, 4, 1), change, "ada", "nobody remembers");
  }

  @Test
  void aShiftWithoutAChangeAsksWhatHappened() {
    var shifts = Shifts.of(position(), List.of(), List.of());

    assertThat(shifts).hasSize(1);
    assertThat(shifts.getFirst().isAsked()).isTrue();
    assertThat(shifts.getFirst().sentence())
        .isEqualTo(
            "What happened here? Apr 2025: higher than the usual variation of the measure, and no change is known within two months of its beginning.");
  }

  @Test
  void aChangeWithinTwoPeriodsAnswers() {
    var near = outage("2025-02-03");
    assertThat(Shifts.of(position(near), List.of(near), List.of()).getFirst().sentence())
        .isEqualTo(
            "Apr 2025: higher than the usual variation of the measure; near it: The outage (3 February 2025).");
    var far = outage("2025-01-31");
    assertThat(Shifts.of(position(far), List.of(far), List.of()).getFirst().isAsked()).isTrue();
  }

  @Test
  void aChangeThatSomebodyNamedAnswersHoweverFarItIs() {
    var far = outage("2024-06-01");
    var shift =
        Shifts.of(position(far), List.of(far), List.of(answer(Optional.of("outage")))).getFirst();
    assertThat(shift.cause()).isEqualTo(new Cause.Near(List.of(far)));

    // One that was withdrawn answers nothing.
    var open = Shifts.of(position(), List.of(), List.of(answer(Optional.of("outage")))).getFirst();
    assertThat(open.isAsked()).isTrue();
  }

  @Test
  void thatTheCauseIsNotKnownIsAnAnswer() {
    var shift = Shifts.of(position(), List.of(), List.of(answer(Optional.empty()))).getFirst();
    assertThat(shift.isAsked()).isFalse();
    assertThat(shift.sentence())
        .isEqualTo(
            "Apr 2025: higher than the usual variation of the measure; the cause is not known (ada: nobody remembers).");
  }
}
