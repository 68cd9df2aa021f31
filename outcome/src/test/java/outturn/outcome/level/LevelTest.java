package outturn.outcome.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import outturn.definition.service.Service;
import outturn.definition.service.Window;
import outturn.definition.workflow.Deadline;
import outturn.outcome.level.Level.Judgement;
import outturn.outcome.level.Occasion.Standing;

/// How promises are kept: date by date, as a share, against a budget.
class LevelTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);
  private static final Deadline DEADLINE =
      new Deadline("lists-out", Optional.empty(), LocalTime.of(6, 30), Optional.empty());
  private static final Instant NOW = Instant.parse("2026-06-20T12:00:00Z");

  /// Due to start at two in the morning in London, done at some time of the same day.
  private static Worked worked(LocalDate date, String... times) {
    var due = date.atTime(2, 0).atZone(LONDON).toInstant();
    var finishes = new ArrayList<Worked.Finish>();
    for (var time : times) {
      finishes.add(
          new Worked.Finish(due, date.atTime(LocalTime.parse(time)).atZone(LONDON).toInstant()));
    }
    return new Worked(date, due, true, finishes);
  }

  private static List<Occasion> judged(Worked... worked) {
    return Occasions.byDeadline(DEADLINE, LONDON, List.of(worked), NOW);
  }

  private static Level level(Optional<Double> target, Window window, List<Occasion> occasions) {
    var output =
        new Service.Output(
            "visit-lists",
            "Lists are out by half past six",
            Optional.of(new Service.Kept.ByDeadline("repairs-daily", "lists-out")),
            target,
            Optional.of(window),
            List.of());
    var service =
        new Service("repairs", "Repairs", Optional.empty(), List.of(output), Optional.empty());
    var span = Level.Span.of(output, LocalDate.of(2026, 6, 20));
    return Level.of(service, output, span, occasions);
  }

  private static List<Occasion> days(int met, int breached) {
    var worked = new ArrayList<Worked>();
    for (int day = 0; day < met + breached; day++) {
      worked.add(worked(FIRST.plusDays(day), day < met ? "06:10" : "07:00"));
    }
    return judged(worked.toArray(Worked[]::new));
  }

  @Test
  void aDateIsMetWhenOneOfItsRunsIsInTime() {
    assertThat(judged(worked(FIRST, "07:00", "06:30")))
        .containsExactly(
            new Occasion(
                FIRST,
                Standing.MET,
                Optional.of(Instant.parse("2026-06-01T05:30:00Z")),
                Optional.of(Instant.parse("2026-06-01T05:30:00Z")),
                OptionalDouble.of(0)));
    var late = judged(worked(FIRST, "07:15")).getFirst();
    assertThat(late.standing()).isEqualTo(Standing.BREACHED);
    assertThat(late.value()).hasValue(45);
  }

  @Test
  void whatIsNotDoneIsABreachOnceItsTimeHasPassedAndNotBefore() {
    assertThat(judged(worked(FIRST)).getFirst().standing()).isEqualTo(Standing.BREACHED);
    var tomorrow = worked(LocalDate.of(2026, 6, 21));
    assertThat(judged(tomorrow).getFirst().standing()).isEqualTo(Standing.NOT_YET);
    var cancelled =
        new Worked(FIRST, FIRST.atTime(2, 0).atZone(LONDON).toInstant(), false, List.of());
    assertThat(judged(cancelled).getFirst().standing()).isEqualTo(Standing.NOT_DUE);
  }

  @Test
  void theShareHasTheIntervalOfWilson() {
    // By the formula of Wilson (1927) in Python, z = 1.959964: 0.698966 and 0.972134.
    var attained =
        level(Optional.empty(), Window.usual(), days(18, 2)).tally().attained().orElseThrow();
    assertThat(attained.share()).isEqualTo(.9);
    assertThat(attained.interval().lower()).isCloseTo(.69897, within(5e-6));
    assertThat(attained.interval().upper()).isCloseTo(.97213, within(5e-6));
  }

  @Test
  void theBudgetIsWhatTheTargetAllowsOfWhatWasDue() {
    var budget = level(Optional.of(80.0), Window.usual(), days(17, 3)).budget().orElseThrow();
    assertThat(budget.allowed()).isCloseTo(4, within(1e-9));
    assertThat(budget.left()).isCloseTo(1, within(1e-9));
    assertThat(budget.burn().orElseThrow()).isCloseTo(.75, within(1e-9));
  }

  @Test
  void aTargetThatIsJustReachedIsKept() {
    assertThat(level(Optional.of(99.9), Window.usual(), many(999, 1)).judgement())
        .isEqualTo(Judgement.KEPT);
    assertThat(level(Optional.of(90.0), Window.usual(), days(18, 2)).judgement())
        .isEqualTo(Judgement.KEPT);
    assertThat(level(Optional.of(95.0), Window.usual(), days(18, 2)).judgement())
        .isEqualTo(Judgement.BROKEN);
    assertThat(level(Optional.empty(), Window.usual(), days(18, 2)).judgement())
        .isEqualTo(Judgement.NO_TARGET);
    assertThat(level(Optional.of(95.0), Window.usual(), List.of()).judgement())
        .isEqualTo(Judgement.UNKNOWN);
  }

  private static List<Occasion> many(int met, int breached) {
    var values = new TreeMap<LocalDate, Double>();
    for (int day = 0; day < met + breached; day++) {
      values.put(FIRST.plusDays(day), day < met ? 100.0 : 90.0);
    }
    return Occasions.byMeasure(values, 99);
  }

  @Test
  void itIsToldInASentence() {
    assertThat(plain(level(Optional.of(95.0), Window.usual(), days(18, 2))))
        .isEqualTo(
            "Kept 18 of 20 times since 21 May 2026 (90 %; 95 % range 70 to 97 %). The target is 95 %:"
                + " of 1 allowed breaches 2 are used, 1 too many.");
    assertThat(plain(level(Optional.of(80.0), quarter(), days(19, 1))))
        .isEqualTo(
            "Kept 19 of 20 times this quarter (95 %; 95 % range 76 to 99 %). The target is 80 %: of 4"
                + " allowed breaches 1 is used, 3 are left.");
    assertThat(plain(level(Optional.of(100.0), Window.usual(), days(19, 1))))
        .endsWith("The target is 100 %, which allows no breach: there was 1.");
    assertThat(plain(level(Optional.of(95.0), Window.usual(), List.of())))
        .isEqualTo("Nothing was due since 21 May 2026.");
  }

  private static Window quarter() {
    return new Window.Calendar(Window.Unit.QUARTER);
  }

  private static String plain(Level level) {
    return level.sentence().replace('\u00A0', ' ');
  }

  @Test
  void calendarWindowsBeginWithTheirUnit() {
    var day = LocalDate.of(2026, 6, 20);
    assertThat(Window.read("month").orElseThrow().first(day)).isEqualTo("2026-06-01");
    assertThat(quarter().first(day)).isEqualTo("2026-04-01");
    assertThat(Window.read("year").orElseThrow().first(day)).isEqualTo("2026-01-01");
    assertThat(new Window.Rolling(Duration.ofDays(30)).first(day)).isEqualTo("2026-05-21");
  }

  @Test
  void latenessIsAControlChartOfWhatWasDone() {
    var worked = new ArrayList<Worked>();
    for (int day = 0; day < 18; day++) {
      worked.add(worked(FIRST.plusDays(day), day % 2 == 0 ? "06:10" : "06:14"));
    }
    worked.add(worked(FIRST.plusDays(18), "07:00"));
    worked.add(worked(FIRST.plusDays(19)));
    var occasions = judged(worked.toArray(Worked[]::new));
    var course = level(Optional.empty(), Window.usual(), occasions).course().orElseThrow();
    assertThat(course.dates()).hasSize(19).startsWith(FIRST);
    assertThat(course.xmr().series().value(0)).isEqualTo(-20);
    assertThat(course.xmr().series().value(18)).isEqualTo(30);
    assertThat(course.xmr().points().getLast().isSpecialCause()).isTrue();
    assertThat(level(Optional.empty(), Window.usual(), many(3, 1)).course()).isEmpty();
  }
}
