package outturn.engine;

import static outturn.engine.TaskSketch.task;
import static outturn.engine.WorkflowSketch.workflow;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import outturn.definition.expression.EvaluationFailed;
import outturn.definition.expression.Expression;
import outturn.definition.expression.Template;
import outturn.definition.expression.ValueType;
import outturn.definition.file.FileTerms;
import outturn.definition.flow.ApprovalTerms;
import outturn.definition.flow.Section;
import outturn.definition.notify.Occasion;
import outturn.definition.policy.Policy;
import outturn.definition.policy.Selection;
import outturn.definition.policy.Window;
import outturn.definition.pool.Lock;
import outturn.definition.schedule.Schedule;
import outturn.definition.workflow.FailureKind;
import outturn.definition.workflow.Retry;
import outturn.definition.workflow.Task;
import outturn.definition.workflow.Workflow;
import outturn.engine.run.Version;

/// Workflows and schedules by chance, of every construct that the language has.
public final class RandomWorkflows {
  private static final List<String> CRONS =
      List.of("*/20 * * * *", "7 * * * *", "0 */3 * * *", "30 8 * * *");

  private final Random random;

  public RandomWorkflows(Random random) {
    this.random = random;
  }

  /// Workflows `w0`, `w1` …; each may call those before it.
  public Version version() {
    return WorkflowSketch.version(
        IntStream.rangeClosed(0, random.nextInt(4))
            .mapToObj(this::workflowNumber)
            .toArray(WorkflowSketch[]::new));
  }

  private WorkflowSketch workflowNumber(int number) {
    var workflow = sketch(number);
    if (chance(15)) workflow.concurrency(1 + random.nextInt(2));
    if (chance(25)) {
      workflow.input("key", ValueType.STRING, "a");
      workflow.concurrency(1 + random.nextInt(2), "key");
    }
    if (chance(50)) tells(workflow);
    return workflow;
  }

  private void tells(WorkflowSketch drawn) {
    var on = Arrays.stream(Occasion.values()).filter(_ -> chance(60)).toList();
    drawn.tells("room", on.stream().filter(each -> each != Occasion.LONG).toArray(Occasion[]::new));
    if (on.contains(Occasion.LONG)) drawn.tellsLong("desk", Duration.ofMinutes(random.nextInt(90)));
    if (chance(50)) drawn.deadline("first", any("08:30", "09:00", "23:00"));
    if (drawn.has("t0") && chance(50)) drawn.deadline("second", any("08:05", "10:00"), "t0");
    if (chance(30)) drawn.asProject();
  }

  private WorkflowSketch sketch(int number) {
    var sections = new TreeMap<Integer, Section>();
    for (var section : Section.values()) {
      int most = section == Section.TASKS ? 7 : 3;
      int tasks = section == Section.TASKS || chance(20) ? random.nextInt(most) : 0;
      for (int task = 0; task < tasks; task++) sections.put(sections.size(), section);
    }
    return workflow(
            "w" + number,
            IntStream.range(0, sections.size())
                .mapToObj(place -> taskNumber(place, number, sections))
                .toArray(TaskSketch[]::new))
        .priority(priority());
  }

  private TaskSketch taskNumber(int place, int workflow, SortedMap<Integer, Section> sections) {
    var task = task("t" + place).onLost(any(Task.OnLost.values())).retry(retry());
    var section = Objects.requireNonNull(sections.get(place));
    task.in(section);
    if (chance(25)) task.tolerated();
    sections.headMap(place).entrySet().stream()
        .filter(other -> other.getValue() == section || other.getValue().isBefore(section))
        .map(Map.Entry::getKey)
        .filter(_ -> chance(section == Section.TASKS ? 40 : 20))
        .forEach(need -> task.needs("t" + need, accepted()));
    if (chance(20)) task.priority(priority());
    if (chance(10)) task.when("yes", _ -> true);
    if (chance(10)) task.when("no", _ -> false);
    if (chance(5))
      task.when(
          "?",
          _ -> {
            throw new EvaluationFailed("no answer");
          });
    if (chance(25)) task.forEach(items(), 1 + random.nextInt(3));
    if (chance(30)) task.output("n", ValueType.INT);
    action(task, workflow);
    if (!task.waitsForSomething() && chance(20))
      task.repeat(lucky(place), Duration.ofSeconds(30), 1 + random.nextInt(5));
    return task;
  }

  /// At most two, in force until or from some time around now, or by day.
  Policy[] policies(Instant now) {
    return IntStream.range(0, random.nextInt(3))
        .mapToObj(number -> policy("p" + number, LocalDateTime.ofInstant(now, ZoneOffset.UTC)))
        .toArray(Policy[]::new);
  }

  private Policy policy(String name, LocalDateTime now) {
    var soon = now.plusMinutes(random.nextInt(120));
    var days = EnumSet.allOf(DayOfWeek.class);
    var window =
        any(
            new Window.Once(Optional.empty(), Optional.of(soon)),
            new Window.Once(Optional.of(soon), Optional.of(soon.plusHours(1))),
            new Window.Daily(days, Optional.empty(), LocalTime.of(9, 0), LocalTime.of(11, 30)),
            new Window.Daily(days, Optional.empty(), LocalTime.of(22, 0), LocalTime.of(6, 0)));
    var types = chance(30) ? Set.of(Selection.Type.RUN) : Set.<Selection.Type>of();
    var workflows = chance(50) ? List.of(any("w0", "w?", "*2")) : List.<String>of();
    var applies = new Selection(workflows, types, chance(20) ? Set.of("red") : Set.of());
    return new Policy(name, name, List.of(window), ZoneOffset.UTC, applies, random.nextInt(3));
  }

  private void approval(TaskSketch task) {
    task.once().approval(within(task), any(ApprovalTerms.Otherwise.values()));
  }

  private void file(TaskSketch task) {
    task.once()
        .waitsForFile(
            new Template.Constant(any("/in/a.csv", "/in/b*", "no path")),
            within(task),
            any(FileTerms.Otherwise.values()));
  }

  private Optional<Duration> within(TaskSketch task) {
    return chance(70) || task.section() == Section.ALWAYS
        ? Optional.of(Duration.ofMinutes(1 + random.nextInt(90)))
        : Optional.empty();
  }

  private void action(TaskSketch task, int workflow) {
    switch (random.nextInt(12)) {
      case 11 -> file(task);
      case 10 -> approval(task);
      case 0 -> task.waits(Duration.ofMinutes(random.nextInt(30)));
      case 1 -> task.waitsUntil(any("2026-03-02T09:00", "2026-03-02T07:00Z", "never"));
      case 2, 3 -> {
        if (workflow > 0) task.calls("w" + random.nextInt(workflow));
        if (chance(30)) task.timeout(Duration.ofMinutes(1 + random.nextInt(40)));
      }
      case 4 -> pools(task.nothing());
      case 5 -> pools(task.sql());
      default -> pools(task);
    }
  }

  /// A condition on what the task itself has written: the same whenever it is asked.
  private static Expression.Program lucky(int place) {
    return scope ->
        scope.find("tasks.t%d.outputs.n".formatted(place)).filter(n -> (Long) n % 3 != 0).isEmpty();
  }

  private void pools(TaskSketch task) {
    if (chance(25)) task.pool("red", 1 + random.nextInt(2));
    if (chance(25)) task.pool("blue", 1 + random.nextInt(3));
    if (chance(15)) task.lock("ledger", any(Lock.Hold.values()));
    if (chance(10)) task.lock("prices", any(Lock.Hold.values()));
  }

  /// A key by chance, where the workflow takes one.
  public Map<String, Object> inputs(Workflow workflow) {
    return workflow.input("key").isPresent() ? Map.of("key", any("a", "b", "c")) : Map.of();
  }

  int priority() {
    return chance(50) ? 3 : 1 + random.nextInt(5);
  }

  private Task.End[] accepted() {
    var ends = Arrays.stream(Task.End.values()).filter(_ -> chance(40)).toArray(Task.End[]::new);
    return ends.length == 0 ? new Task.End[] {Task.End.SUCCEEDED} : ends;
  }

  private List<Integer> items() {
    return IntStream.range(0, random.nextInt(7)).boxed().toList();
  }

  private Retry retry() {
    if (chance(50)) return Retry.NEVER;
    var kinds = chance(30) ? Set.of(FailureKind.EXIT) : Set.<FailureKind>of();
    return new Retry(
        1 + random.nextInt(3),
        Duration.ofSeconds(random.nextInt(200)),
        any(Retry.Backoff.values()),
        Duration.ofMinutes(5),
        Set.of(),
        kinds);
  }

  public Schedule schedule() {
    return schedule(CRONS);
  }

  /// A schedule with one of these crons.
  public Schedule schedule(List<String> crons) {
    var within = Duration.ofMinutes(random.nextInt(200));
    var catchUp = new Schedule.CatchUp(any(Schedule.CatchUp.Runs.values()), within);
    var startWithin =
        chance(40)
            ? Optional.of(Duration.ofMinutes(1 + random.nextInt(60)))
            : Optional.<Duration>empty();
    var whenRunning = any(Schedule.WhenRunning.values());
    return WorkflowSketch.schedule(
        any(crons.toArray(String[]::new)),
        any(Schedule.BusinessDate.SAME, Schedule.BusinessDate.PREVIOUS),
        new Schedule.Rules(catchUp, whenRunning, startWithin, jitter(startWithin)));
  }

  private Optional<Schedule.Jitter> jitter(Optional<Duration> startWithin) {
    if (!chance(25)) return Optional.empty();
    var most = startWithin.orElse(Duration.ofMinutes(30));
    return Optional.of(new Schedule.Jitter(most, "w/" + random.nextInt()));
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  @SafeVarargs
  final <T> T any(T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
