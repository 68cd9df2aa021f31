package outturn.engine;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import outturn.definition.expression.Expression;
import outturn.definition.expression.Template;
import outturn.definition.expression.ValueType;
import outturn.definition.flow.ImpliedNeeds;
import outturn.definition.flow.Section;
import outturn.definition.notify.Notify;
import outturn.definition.notify.Occasion;
import outturn.definition.notify.Rule;
import outturn.definition.precedence.Concurrency;
import outturn.definition.precedence.Precedence;
import outturn.definition.precedence.Priority;
import outturn.definition.retention.Retention;
import outturn.definition.schedule.Cron;
import outturn.definition.schedule.Schedule;
import outturn.definition.schedule.Schedule.BusinessDate;
import outturn.definition.schedule.Schedule.CatchUp;
import outturn.definition.schedule.Schedule.ClockChange;
import outturn.definition.schedule.Schedule.WhenRunning;
import outturn.definition.trigger.Dependency;
import outturn.definition.trigger.Starts;
import outturn.definition.trigger.Trigger;
import outturn.definition.workflow.Deadline;
import outturn.definition.workflow.Graph;
import outturn.definition.workflow.Input;
import outturn.definition.workflow.Task;
import outturn.definition.workflow.Workflow;
import outturn.engine.run.Version;

/// Workflows, versions and schedules for tests, in words; the zone is London.
public final class WorkflowSketch {
  public static final ZoneId ZONE = ZoneId.of("Europe/London");

  private final String name;
  private final List<TaskSketch> tasks;
  private final List<Input> inputs = new ArrayList<>();
  private final Map<String, Template> outputs = new LinkedHashMap<>();
  private int priority = Priority.USUAL;
  private Optional<Concurrency> concurrency = Optional.empty();
  private Starts starts = Starts.NONE;
  private final List<Rule> rules = new ArrayList<>();
  private final List<Deadline> deadlines = new ArrayList<>();
  private Notify.Source source = Notify.Source.WORKFLOW;

  private WorkflowSketch(String name, List<TaskSketch> tasks) {
    this.name = name;
    this.tasks = tasks;
  }

  public static WorkflowSketch workflow(String name, TaskSketch... tasks) {
    return new WorkflowSketch(name, Arrays.asList(tasks));
  }

  public WorkflowSketch priority(int number) {
    priority = number;
    return this;
  }

  /// At most so many runs with the same value of an input at once.
  public WorkflowSketch concurrency(int limit, String input) {
    Template key =
        new Template.Single(
            new Expression(input, ValueType.STRING, TaskSketch.value("inputs." + input)));
    concurrency = Optional.of(new Concurrency(limit, Optional.of(key)));
    return this;
  }

  /// At most so many runs at once.
  public WorkflowSketch concurrency(int limit) {
    concurrency = Optional.of(new Concurrency(limit, Optional.empty()));
    return this;
  }

  /// A required input.
  public WorkflowSketch input(String input, ValueType type) {
    inputs.add(new Input(input, type, Optional.empty(), List.of(), input));
    return this;
  }

  public WorkflowSketch input(String input, ValueType type, Object fallback, Object... choices) {
    inputs.add(new Input(input, type, Optional.of(fallback), List.of(choices), input));
    return this;
  }

  /// What its runs give to who called them.
  public WorkflowSketch output(String output, Expression.Program value) {
    outputs.put(output, new Template.Single(new Expression(output, ValueType.ANY, value)));
    return this;
  }

  /// What starts it by events.
  public WorkflowSketch triggers(Trigger... triggers) {
    starts = new Starts(List.of(), List.of(triggers), starts.dependsOn());
    return this;
  }

  /// What its runs wait for.
  public WorkflowSketch dependsOn(Dependency... dependencies) {
    starts = new Starts(List.of(), starts.triggers(), List.of(dependencies));
    return this;
  }

  boolean has(String task) {
    return tasks.stream().anyMatch(each -> each.name().equals(task));
  }

  /// Tells a channel of these occasions.
  public WorkflowSketch tells(String channel, Occasion... on) {
    rules.add(new Rule(Set.of(on), channel, Optional.empty(), Optional.empty()));
    return this;
  }

  /// Tells a channel of runs that take longer.
  public WorkflowSketch tellsLong(String channel, Duration than) {
    rules.add(new Rule(Set.of(Occasion.LONG), channel, Optional.of(than), Optional.empty()));
    return this;
  }

  /// As if the project said it for all of its workflows.
  public WorkflowSketch asProject() {
    source = Notify.Source.PROJECT;
    return this;
  }

  /// A deadline of the run, or of a task of it.
  public WorkflowSketch deadline(String deadline, String by, String... task) {
    var of = Arrays.stream(task).findFirst();
    deadlines.add(new Deadline(deadline, of, LocalTime.parse(by), Optional.empty()));
    return this;
  }

  public Workflow drawn() {
    return new Workflow(
        name,
        new Workflow.About(
            name,
            Optional.empty(),
            Optional.empty(),
            Retention.USUAL,
            new Precedence(priority, concurrency),
            Optional.empty(),
            outputs),
        ZONE,
        inputs,
        new Graph(drawnTasks()),
        starts,
        new Workflow.Watched(deadlines, new Notify(rules, source)));
  }

  private List<Task> drawnTasks() {
    var sections = new LinkedHashMap<String, Section>();
    tasks.forEach(task -> sections.put(task.name(), task.section()));
    var needed = tasks.stream().collect(Collectors.toMap(TaskSketch::name, TaskSketch::needed));
    var implied = new ImpliedNeeds(sections, needed).byTask();
    return tasks.stream()
        .map(task -> task.drawn(implied.getOrDefault(task.name(), List.of())))
        .toList();
  }

  public static Version version(WorkflowSketch... workflows) {
    return version(1, workflows);
  }

  public static Version version(int number, WorkflowSketch... workflows) {
    Map<String, Workflow> all =
        Arrays.stream(workflows)
            .map(WorkflowSketch::drawn)
            .collect(Collectors.toMap(Workflow::name, workflow -> workflow));
    return new Version(number, "project", number, all);
  }

  public static Schedule schedule(String cron, CatchUp catchUp, WhenRunning whenRunning) {
    return schedule(cron, new Schedule.Rules(catchUp, whenRunning, Optional.empty()));
  }

  public static Schedule schedule(String cron, Schedule.Rules rules) {
    return schedule(cron, BusinessDate.SAME, rules);
  }

  public static Schedule schedule(String cron, BusinessDate date, Schedule.Rules rules) {
    var change = new ClockChange(ClockChange.Gap.SHIFT, ClockChange.Overlap.FIRST);
    var days = new Schedule.Days(Optional.empty(), date);
    return new Schedule(
        "schedule", Cron.parse(cron), Schedule.Span.ALWAYS, ZONE, change, days, rules);
  }

  public static CatchUp none() {
    return new CatchUp(CatchUp.Runs.NONE, Duration.ofDays(1));
  }

  public static CatchUp last(Duration within) {
    return new CatchUp(CatchUp.Runs.LAST, within);
  }

  public static CatchUp all(Duration within) {
    return new CatchUp(CatchUp.Runs.ALL, within);
  }
}
