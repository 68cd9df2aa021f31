package outturn.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import outturn.definition.expression.EvaluationFailed;
import outturn.definition.expression.Expression;
import outturn.definition.expression.Scope;
import outturn.definition.expression.Template;
import outturn.definition.expression.ValueType;
import outturn.definition.file.FileTerms;
import outturn.definition.file.FileTerms.Otherwise;
import outturn.definition.flow.ApprovalTerms;
import outturn.definition.flow.Conduct;
import outturn.definition.flow.Repeat;
import outturn.definition.flow.Section;
import outturn.definition.pool.Lock;
import outturn.definition.workflow.Action;
import outturn.definition.workflow.Retry;
import outturn.definition.workflow.Task;

/// A task for a test, in words; a process that needs nothing and is asked about when lost, until
/// said otherwise.
public final class TaskSketch {
  private final String name;
  private final List<Task.Need> needs = new ArrayList<>();
  private final Map<String, Integer> pools = new HashMap<>();
  private final Map<String, ValueType> outputs = new HashMap<>();
  private Optional<Expression> when = Optional.empty();
  private Optional<Task.ForEach> forEach = Optional.empty();
  private Optional<Duration> timeout = Optional.empty();
  private Optional<Integer> priority = Optional.empty();
  private Retry retry = Retry.NEVER;
  private Task.OnLost onLost = Task.OnLost.ASK;
  private Section section = Section.TASKS;
  private Conduct.Failing failing = Conduct.Failing.COUNTS;
  private Optional<Repeat> repeat = Optional.empty();
  private Action action =
      new Action.Run(
          new Action.Command.Arguments(List.of(new Template.Constant("work"))), Map.of());

  private TaskSketch(String name) {
    this.name = name;
  }

  public static TaskSketch task(String name) {
    return new TaskSketch(name);
  }

  public TaskSketch needs(String task) {
    return needs(task, Task.End.SUCCEEDED);
  }

  public TaskSketch needs(String first, String second) {
    return needs(first).needs(second);
  }

  public TaskSketch needs(String task, Task.End... accepted) {
    needs.add(new Task.Need(task, List.of(accepted)));
    return this;
  }

  public TaskSketch when(String source, Expression.Program program) {
    when = Optional.of(new Expression(source, ValueType.BOOLEAN, program));
    return this;
  }

  public TaskSketch forEach(List<?> items, int parallel) {
    return forEach(_ -> items, parallel);
  }

  public TaskSketch forEach(Expression.Program items, int parallel) {
    var list = new Expression("list", new ValueType.ListOf(ValueType.ANY), items);
    forEach = Optional.of(new Task.ForEach(list, parallel));
    return this;
  }

  public TaskSketch once() {
    forEach = Optional.empty();
    return this;
  }

  boolean waitsForSomething() {
    return action instanceof Action.Wait || action instanceof Action.Approval;
  }

  public TaskSketch nothing() {
    action = new Action.Nothing();
    return this;
  }

  public TaskSketch sql() {
    action = new Action.Sql("database", new Action.Text.Inline("select 1"), Map.of());
    return this;
  }

  public TaskSketch waits(Duration length) {
    action = new Action.Wait.For(length);
    return this;
  }

  public TaskSketch waitsUntil(Template instant) {
    action = new Action.Wait.Until(instant);
    return this;
  }

  public TaskSketch waitsUntil(String instant) {
    return waitsUntil(new Template.Constant(instant));
  }

  public TaskSketch waitsForFile(Template path, Optional<Duration> within, Otherwise otherwise) {
    var terms = new FileTerms(path, Duration.ofSeconds(10), within, otherwise);
    action = new Action.Wait.ForFile(terms);
    return this;
  }

  public TaskSketch calls(String workflow) {
    return calls(workflow, Map.of());
  }

  public TaskSketch calls(String workflow, Map<String, Template> inputs) {
    action = new Action.Call(workflow, inputs);
    return this;
  }

  /// Waits for one of the group.
  public TaskSketch approval(Optional<Duration> within, ApprovalTerms.Otherwise otherwise) {
    action =
        new Action.Approval(new ApprovalTerms("deskheads", within, otherwise, Optional.empty()));
    return this;
  }

  public TaskSketch retry(Retry how) {
    retry = how;
    return this;
  }

  /// So many attempts in all, with a fixed wait between them.
  public TaskSketch attempts(int attempts, Duration delay) {
    return retry(new Retry(attempts, delay, Retry.Backoff.FIXED, delay, Set.of(), Set.of()));
  }

  public TaskSketch timeout(Duration length) {
    timeout = Optional.of(length);
    return this;
  }

  public TaskSketch pool(String pool, int amount) {
    pools.put(pool, amount);
    return this;
  }

  public TaskSketch lock(String lock, Lock.Hold hold) {
    return pool(Lock.held(lock), hold.amount());
  }

  public TaskSketch priority(int number) {
    priority = Optional.of(number);
    return this;
  }

  public TaskSketch onLost(Task.OnLost what) {
    onLost = what;
    return this;
  }

  public TaskSketch output(String output, ValueType type) {
    outputs.put(output, type);
    return this;
  }

  /// A handler of the run's end.
  public TaskSketch in(Section where) {
    section = where;
    return this;
  }

  public TaskSketch tolerated() {
    failing = Conduct.Failing.TOLERATED;
    return this;
  }

  public TaskSketch repeat(Expression.Program until, Duration every, int atMost) {
    var condition = new Expression("until", ValueType.BOOLEAN, until);
    repeat = Optional.of(new Repeat(condition, every, atMost));
    return this;
  }

  String name() {
    return name;
  }

  Section section() {
    return section;
  }

  List<String> needed() {
    return needs.stream().map(Task.Need::task).toList();
  }

  public Task drawn() {
    return drawn(List.of());
  }

  /// @param implied what it needs in whatever way that ended, since it is a handler
  Task drawn(List<String> implied) {
    var all = new ArrayList<>(needs);
    for (var before : implied) {
      if (!needed().contains(before)) all.add(new Task.Need(before, List.of(Task.End.values())));
    }
    var conduct = new Conduct(section, failing, repeat, Optional.empty());
    var rules = new Task.Rules(retry, timeout, pools, onLost, priority, conduct);
    return new Task(name, all, when, forEach, action, rules, outputs);
  }

  /// The value of a name in a scope, for expressions.
  public static Expression.Program value(String dottedName) {
    return (Scope scope) ->
        scope.find(dottedName).orElseThrow(() -> new EvaluationFailed("no " + dottedName));
  }
}
