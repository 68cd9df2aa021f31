package outturn.engine.run;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import outturn.definition.expression.Scope;
import outturn.definition.flow.Section;
import outturn.definition.notify.Notify;
import outturn.definition.workflow.Task;
import outturn.definition.workflow.Workflow;

/// A run in memory: a cache of its rows, changed by the decision thread alone.
public final class Run {
  private final RunId id;
  private final Order order;
  private final Version version;
  private final Workflow workflow;
  private final List<TaskRun> tasks;
  private RunState state = RunState.WAITING;
  private Optional<String> cancelledBy = Optional.empty();
  private Optional<Mark.By> held = Optional.empty();
  private boolean begun;
  private boolean bypassed;
  private Optional<Integer> priority;
  private int open;
  private final List<TaskRun> handlers;
  private @Nullable Scope scope;

  public Run(RunId id, Order order, Version version) {
    this.id = id;
    this.order = order;
    this.version = version;
    this.workflow =
        version
            .workflow(order.workflow())
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "version %d of project '%s' has no workflow '%s'"
                        .formatted(version.number(), version.project(), order.workflow())));
    var graph = workflow.graph();
    this.tasks =
        IntStream.range(0, graph.size())
            .mapToObj(place -> new TaskRun(graph.task(place), place))
            .toList();
    this.open = tasks.size();
    this.handlers =
        tasks.stream().filter(task -> task.task().conduct().section() != Section.TASKS).toList();
    this.priority = order.terms().priority();
  }

  public RunId id() {
    return id;
  }

  public Order order() {
    return order;
  }

  public Version version() {
    return version;
  }

  public Workflow workflow() {
    return workflow;
  }

  /// Who hears of it. What a project says for all its workflows is not about called runs: their
  /// caller tells of them.
  public Notify told() {
    var told = workflow.told();
    boolean called = order.origin() instanceof Origin.Parent;
    return called && told.source() == Notify.Source.PROJECT ? Notify.NOBODY : told;
  }

  public RunState state() {
    return state;
  }

  public void become(RunState next) {
    if (state.ended()) throw new IllegalStateException("%s has ended".formatted(id));
    state = next;
    if (next == RunState.RUNNING) begun = true;
  }

  /// Takes from its row that it started once, whatever became of it since.
  void restoreBegun() {
    begun = true;
  }

  /// Whether it has started once, even if it waits now since it goes on after its end.
  public boolean begun() {
    return begun;
  }

  /// Whether it begins without what its workflow depends on.
  public boolean bypassed() {
    return bypassed;
  }

  public void bypass() {
    bypassed = true;
  }

  /// It has ended, and goes on.
  ///
  /// @param next whether at once, or when its turn comes
  public void reopen(RunState next) {
    state = next;
    if (next == RunState.RUNNING) begun = true;
    cancelledBy = Optional.empty();
    scope = null;
  }

  public List<TaskRun> tasks() {
    return tasks;
  }

  public TaskRun task(int place) {
    return tasks.get(place);
  }

  public TaskRun task(String name) {
    return tasks.get(workflow.graph().place(name));
  }

  /// Who asked for the run's end, once somebody did.
  public Optional<String> cancelledBy() {
    return cancelledBy;
  }

  public void cancelledBy(String who) {
    cancelledBy = Optional.of(who);
  }

  /// Its tasks for after its work.
  public List<TaskRun> handlers() {
    return handlers;
  }

  /// The priority that the run itself was given, if it was: it counts for all of its tasks.
  public Optional<Integer> ownPriority() {
    return priority;
  }

  /// Gives the run a priority. What it claims and waits for already has to be asked for anew.
  public void priority(int number) {
    priority = Optional.of(number);
  }

  /// How urgent the run is: 5 goes first, 1 last.
  public int priority() {
    return priority.orElseGet(() -> workflow.about().precedence().priority());
  }

  /// How urgent a task is: 5 goes first, 1 last.
  public int priority(Task task) {
    return priority.or(() -> task.rules().priority()).orElseGet(this::priority);
  }

  /// Takes note that a task has ended.
  public void taskEnded() {
    open--;
    scope = null;
  }

  /// Takes note that a task that has ended is done again.
  public void taskAgain() {
    open++;
    scope = null;
  }

  /// Who keeps it from going on.
  public Optional<Mark.By> held() {
    return held;
  }

  public void hold(Mark.By by) {
    held = Optional.of(by);
  }

  public void release() {
    held = Optional.empty();
  }

  /// Whether nothing of this task is to begin now.
  public boolean holds(TaskRun task) {
    return held.isPresent() || task.held().isPresent();
  }

  /// Whether a task is still to be done: nobody has asked for its end, or that of the run. Of a run
  /// that somebody cancelled it is what comes always.
  public boolean wants(TaskRun task) {
    if (task.cancelAsked()) return false;
    if (cancelledBy.isEmpty()) return true;
    return task.task().conduct().section() == Section.ALWAYS && state != RunState.WAITING;
  }

  public boolean allTasksEnded() {
    return open == 0;
  }

  /// What expressions of this run may see.
  public Scope scope() {
    if (scope == null) scope = new Scope(values());
    return scope;
  }

  /// What expressions of one item of a task may see.
  public Scope scope(TaskRun task, int item) {
    if (!task.fanned()) return scope();
    var values = new HashMap<>(scope().values());
    values.put("item", task.items().get(item));
    values.put("itemIndex", (long) item);
    return new Scope(values);
  }

  private Map<String, Object> values() {
    var values = new HashMap<String, Object>();
    values.put("run.id", id.toString());
    values.put("run.due", order.due().map(Instant::toString).orElse(""));
    values.put("workflow.name", workflow.name());
    values.put("businessDate", order.businessDate().toString());
    order.inputs().forEach((name, value) -> values.put("inputs." + Scope.identifier(name), value));
    if (!handlers.isEmpty()) {
      values.put("run.state", Ending.of(this).word());
      values.put("run.failedTasks", Ending.failedTasks(this));
    }
    for (var task : tasks) {
      var prefix = "tasks." + Scope.identifier(task.name());
      switch (task.state()) {
        case UnitState.Succeeded(var outputs) -> {
          values.put(prefix + ".state", "succeeded");
          outputs.forEach(
              (name, value) -> values.put(prefix + ".outputs." + Scope.identifier(name), value));
        }
        case UnitState.Failed _ -> values.put(prefix + ".state", "failed");
        case UnitState.Skipped _ -> values.put(prefix + ".state", "skipped");
        case UnitState.Cancelled _ -> values.put(prefix + ".state", "cancelled");
        case UnitState.Waiting _,
            UnitState.Ready _,
            UnitState.Running _,
            UnitState.Delayed _,
            UnitState.Asking _,
            UnitState.Fanned _ -> {}
      }
    }
    return values;
  }
}
