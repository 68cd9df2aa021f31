package outturn.runtime.ahead;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import outturn.definition.schedule.Schedule;
import outturn.definition.whynot.DateOf;
import outturn.definition.workflow.Action;
import outturn.definition.workflow.Workflow;
import outturn.engine.decide.Change;
import outturn.engine.run.Origin;
import outturn.engine.run.RunState;
import outturn.runtime.hold.Hold;
import outturn.runtime.project.InForce;
import outturn.store.run.Occurrence;
import outturn.store.run.OccurrenceReader;
import outturn.store.run.RunFilter;
import outturn.store.run.RunReader;

/// Why a workflow will not run for a date, or did not; or that it did.
public final class WhyNot {
  /// So many runs are looked at.
  static final int MOST_RUNS = 20;

  /// Of so many due times for one date each is told; of more only what did not start.
  private static final int MOST_TOLD = 24;

  private final InForce inForce;
  private final RunReader runs;
  private final OccurrenceReader occurrences;
  private final Hold hold;
  private final InstantSource clock;

  public WhyNot(
      InForce inForce,
      RunReader runs,
      OccurrenceReader occurrences,
      Hold hold,
      InstantSource clock) {
    this.inForce = inForce;
    this.runs = runs;
    this.occurrences = occurrences;
    this.hold = hold;
    this.clock = clock;
  }

  /// A schedule with what it does for the date.
  private record Asked(Schedule schedule, DateOf.Found found) {}

  /// The answer about a workflow in force.
  public Explained explain(InForce.Entry<Workflow> entry, LocalDate date) {
    var asked =
        entry.value().schedules().stream()
            .map(schedule -> new Asked(schedule, DateOf.of(schedule, date)))
            .toList();
    var recorded = new ArrayList<>(recorded(entry.name(), date, asked));
    var reasons = new ArrayList<Explained.Reason>();
    for (var each : asked) reasons.addAll(ofSchedule(entry.name(), each, recorded));
    recorded.stream()
        .filter(each -> each.businessDate().equals(date))
        .map(each -> Reasons.recorded(each, entry.value().timezone()))
        .forEach(reasons::add);
    if (asked.isEmpty()) reasons.add(noSchedule(entry));
    var ran =
        runs.newest(
            RunFilter.ALL.workflow(entry.name()).businessDate(date), Optional.empty(), MOST_RUNS);
    ran.stream()
        .filter(run -> !(run.row().order().origin() instanceof Origin.Schedule))
        .map(Reasons::run)
        .forEach(reasons::add);
    ran.stream()
        .filter(run -> run.row().state() == RunState.WAITING)
        .flatMap(run -> runs.open(run.row().id()).stream())
        .map(Reasons::need)
        .forEach(reasons::add);
    var today = clock.instant().atZone(entry.value().timezone()).toLocalDate();
    return Explained.of(entry.name(), date, today, ran, reasons);
  }

  private List<Occurrence> recorded(String workflow, LocalDate date, List<Asked> asked) {
    var from = date.atStartOfDay().toInstant(ZoneOffset.MAX);
    var to = date.plusDays(1).atStartOfDay().toInstant(ZoneOffset.MIN);
    for (var each : asked) {
      for (var due : each.found().due()) {
        if (due.isBefore(from)) from = due;
        if (!due.isBefore(to)) to = due.plusNanos(1000);
      }
    }
    return occurrences.between(workflow, from, to, RunReader.MOST);
  }

  /// What is told of a schedule's due times; their records are taken from those that were read.
  private List<Explained.Reason> ofSchedule(
      String workflow, Asked asked, List<Occurrence> recorded) {
    var schedule = asked.schedule();
    var due = asked.found().due();
    var reasons = new ArrayList<Explained.Reason>();
    if (due.size() > MOST_TOLD) {
      reasons.addAll(many(workflow, schedule, due, recorded));
    } else {
      due.forEach(at -> reasons.add(one(schedule, at, recorded)));
    }
    recorded.removeIf(each -> isOf(each, schedule, due));
    asked.found().causes().forEach(cause -> reasons.add(Reasons.cause(schedule, cause)));
    return reasons;
  }

  private Explained.Reason one(Schedule schedule, Instant due, List<Occurrence> recorded) {
    return recorded.stream()
        .filter(each -> Reasons.isAbout(each, schedule.name(), due))
        .findFirst()
        .map(each -> Reasons.recorded(each, due, schedule.zone()))
        .orElseGet(() -> open(schedule, due));
  }

  private List<Explained.Reason> many(
      String workflow, Schedule schedule, List<Instant> due, List<Occurrence> recorded) {
    var end = due.getLast().plusNanos(1000);
    var reasons = new ArrayList<Explained.Reason>();
    var fates = occurrences.fates(workflow, schedule.name(), due.getFirst(), end);
    reasons.add(Reasons.many(schedule, due, fates));
    recorded.stream()
        .filter(each -> isOf(each, schedule, due) && each.fate() != Change.Fate.STARTED)
        .limit(MOST_TOLD)
        .map(each -> Reasons.recorded(each, schedule.zone()))
        .forEach(reasons::add);
    return reasons;
  }

  private static boolean isOf(Occurrence occurrence, Schedule schedule, List<Instant> due) {
    if (due.isEmpty() || !occurrence.schedule().equals(schedule.name())) return false;
    var from = occurrence.at().due();
    var to = occurrence.until().orElse(from);
    return !from.isAfter(due.getLast()) && !to.isBefore(due.getFirst());
  }

  /// A due time of which there is no record.
  private Explained.Reason open(Schedule schedule, Instant due) {
    boolean future = schedule.start(due).isAfter(clock.instant());
    if (hold.held()) return Reasons.held(schedule, due);
    return future ? Reasons.ahead(schedule, due) : Reasons.unseen(schedule, due);
  }

  private Explained.Reason noSchedule(InForce.Entry<Workflow> entry) {
    var callers =
        inForce.workflows().stream()
            .filter(other -> other.project().equals(entry.project()))
            .flatMap(other -> callers(other, entry.name()))
            .toList();
    var ways = new ArrayList<String>();
    for (var trigger : entry.value().starts().triggers()) {
      ways.add("an event comes for its trigger '%s'".formatted(trigger.name()));
    }
    if (!callers.isEmpty()) ways.add("it is called by " + String.join(", ", callers));
    return Reasons.noSchedule(ways);
  }

  private static Stream<String> callers(InForce.Entry<Workflow> other, String called) {
    return other.value().graph().tasks().stream()
        .filter(task -> task.action() instanceof Action.Call call && call.workflow().equals(called))
        .map(task -> "task '%s' of '%s'".formatted(task.name(), other.name()));
  }
}
