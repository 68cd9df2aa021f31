package outturn.definition.schedule;

import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import outturn.definition.calendar.CalendarRule;
import outturn.definition.calendar.CalendarRuleReader;
import outturn.definition.schedule.Schedule.BusinessDate;
import outturn.definition.schedule.Schedule.CatchUp;
import outturn.definition.schedule.Schedule.ClockChange;
import outturn.definition.schedule.Schedule.ClockChange.Gap;
import outturn.definition.schedule.Schedule.ClockChange.Overlap;
import outturn.definition.schedule.Schedule.Jitter;
import outturn.definition.schedule.Schedule.WhenRunning;
import outturn.definition.shape.Choices;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Groups;
import outturn.definition.shape.Heading;
import outturn.definition.shape.Key;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;
import outturn.definition.text.Problems;

/// Reads `schedules:`.
public final class ScheduleReader {
  private static final Key<ZoneId> TIMEZONE =
      Key.optional(
          "timezone", Forms.zone(), "The zone of its local times; the workflow's by default.");
  private static final Key<BusinessDate> BUSINESS_DATE =
      Key.optional(
          "businessDate",
          Choices.of(BusinessDate.class),
          "Which date a run is for; same by default.");

  private static final Key<Gap> GAP =
      Key.optional("gap", Choices.of(Gap.class), "A local time that does not exist; shift.");
  private static final Key<Overlap> OVERLAP =
      Key.optional("overlap", Choices.of(Overlap.class), "A local time that comes twice; first.");
  private static final Shape DST_SHAPE = new Shape("dst rule", GAP, OVERLAP);
  private static final Key<Values> DST =
      Key.optional("dst", DST_SHAPE.form(), "What clock changes do to due times.");

  private static final Key<CatchUp.Runs> RUNS =
      Key.optional("runs", Choices.of(CatchUp.Runs.class), "How many are made up; last.");
  private static final Key<Duration> WITHIN =
      Key.optional("within", Forms.duration(), "Older due times are missed; 1d.");
  private static final Shape CATCH_UP_SHAPE = new Shape("catch-up rule", RUNS, WITHIN);
  private static final Key<Values> CATCH_UP =
      Key.optional("catchUp", CATCH_UP_SHAPE.form(), "Due times at which no server was there.");

  private static final Key<WhenRunning> WHEN_RUNNING =
      Key.optional(
          "whenRunning",
          Choices.of(WhenRunning.class),
          "What to do when the workflow still runs at a due time; queue.");
  private static final Key<Duration> START_WITHIN =
      Key.optional("startWithin", Forms.duration(), "Later, counted from the due time: missed.");

  private static final Key<Duration> JITTER =
      Key.optional(
          "jitter", Forms.duration(), "Each run starts later than it is due, by less than this.");

  private static final Shape SHAPE =
      new Shape(
          "schedule",
          Heading.NAME,
          TimingReader.CRON,
          TimingReader.RRULE,
          TimingReader.EVERY,
          TimingReader.AT,
          TimingReader.START,
          TimingReader.END,
          TIMEZONE,
          CalendarRuleReader.CALENDAR,
          CalendarRuleReader.ON_NON_WORKING_DAY,
          CalendarRuleReader.WORKING_DAYS,
          CalendarRuleReader.SHIFT,
          BUSINESS_DATE,
          DST,
          CATCH_UP,
          WHEN_RUNNING,
          START_WITHIN,
          JITTER,
          Key.notYet("priority"));

  /// The key of a workflow.
  public static final Key<List<Values>> SCHEDULES =
      Key.optional("schedules", Groups.list(SHAPE.form()), "What starts it by time.");

  /// What a schedule does that says nothing about these.
  public static final CatchUp CATCH_UP_DEFAULT = new CatchUp(CatchUp.Runs.LAST, Duration.ofDays(1));

  /// What a schedule does that says nothing about it.
  public static final ClockChange CLOCK_CHANGE_DEFAULT = new ClockChange(Gap.SHIFT, Overlap.FIRST);

  private final TimingReader timing;
  private final CalendarRuleReader calendars;
  private final Problems problems;

  /// @param calendars reads what schedules do about working days
  public ScheduleReader(CalendarRuleReader calendars, Problems problems) {
    this.timing = new TimingReader(problems);
    this.calendars = calendars;
    this.problems = problems;
  }

  /// The schedules of a workflow.
  ///
  /// @param zone of those that name none
  public List<Schedule> read(String workflow, List<Values> schedules, ZoneId zone) {
    Set<String> names = new HashSet<>();
    for (var schedule : schedules) {
      var name = schedule.text(Heading.NAME);
      if (name.isEmpty() || names.add(name)) continue;
      problems.add(
          schedule.position(Heading.NAME),
          "duplicate-name",
          "there are two schedules '%s'".formatted(name),
          "rename one of them");
    }
    return schedules.stream().map(schedule -> read(workflow, schedule, zone)).toList();
  }

  private Schedule read(String workflow, Values values, ZoneId zone) {
    var rules =
        new Schedule.Rules(
            values.find(CATCH_UP).map(ScheduleReader::catchUp).orElse(CATCH_UP_DEFAULT),
            values.get(WHEN_RUNNING, WhenRunning.QUEUE),
            values.find(START_WITHIN),
            jitter(workflow, values));
    var own = values.get(TIMEZONE, zone);
    var span = timing.span(values);
    return new Schedule(
        values.text(Heading.NAME),
        timing.read(values, span, own),
        span,
        own,
        values.find(DST).map(ScheduleReader::clockChange).orElse(CLOCK_CHANGE_DEFAULT),
        days(values),
        rules);
  }

  private Optional<Jitter> jitter(String workflow, Values values) {
    var most = values.find(JITTER);
    if (most.isEmpty()) return Optional.empty();
    if (most.get().compareTo(Every.LEAST) < 0) {
      problems.add(
          values.position(JITTER),
          "bad-duration",
          "expected a jitter of at least 1s",
          "a number and one of s, m, h, d, w");
      return Optional.empty();
    }
    if (values.find(START_WITHIN).filter(within -> within.compareTo(most.get()) < 0).isPresent()) {
      problems.add(
          values.position(JITTER),
          "not-in-order",
          "the jitter is longer than startWithin: what starts late enough would be missed",
          "make jitter shorter, or startWithin longer");
    }
    return Optional.of(new Jitter(most.get(), workflow + "/" + values.text(Heading.NAME)));
  }

  private Schedule.Days days(Values values) {
    var rule = calendars.read(values);
    var businessDate = values.get(BUSINESS_DATE, BusinessDate.SAME);
    if (businessDate == BusinessDate.PREVIOUS_WORKING_DAY
        && !values.has(CalendarRuleReader.CALENDAR)) {
      problems.add(
          values.position(BUSINESS_DATE),
          "calendar-rule",
          "businessDate: previous-working-day needs a calendar",
          "name one: calendar:");
    }
    if (values.has(TimingReader.EVERY) && rule.filter(CalendarRule::moves).isPresent()) {
      problems.add(
          values.keyPosition(TimingReader.EVERY),
          "calendar-rule",
          "what is due every so often cannot move to another day",
          "write onNonWorkingDay: skip without shift, or a cron");
    }
    // A project with problems is never handed out.
    return rule.isEmpty() && businessDate == BusinessDate.PREVIOUS_WORKING_DAY
        ? Schedule.Days.ALL
        : new Schedule.Days(rule, businessDate);
  }

  private static CatchUp catchUp(Values values) {
    return new CatchUp(
        values.get(RUNS, CATCH_UP_DEFAULT.runs()), values.get(WITHIN, CATCH_UP_DEFAULT.within()));
  }

  private static ClockChange clockChange(Values values) {
    return new ClockChange(
        values.get(GAP, CLOCK_CHANGE_DEFAULT.gap()),
        values.get(OVERLAP, CLOCK_CHANGE_DEFAULT.overlap()));
  }
}
