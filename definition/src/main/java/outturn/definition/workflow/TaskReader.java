package outturn.definition.workflow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.definition.expression.Expression;
import outturn.definition.expression.Scope;
import outturn.definition.expression.Template;
import outturn.definition.expression.Templates;
import outturn.definition.expression.ValueType;
import outturn.definition.expression.ValueTypes;
import outturn.definition.expression.Vocabulary;
import outturn.definition.file.FileTerms;
import outturn.definition.file.FileTermsReader;
import outturn.definition.flow.ApprovalReader;
import outturn.definition.flow.ApprovalTerms;
import outturn.definition.flow.Conduct;
import outturn.definition.flow.ConductReader;
import outturn.definition.flow.RepeatReader;
import outturn.definition.flow.Runbook;
import outturn.definition.flow.Section;
import outturn.definition.flow.WorkflowOutputs;
import outturn.definition.pool.Lock;
import outturn.definition.precedence.Priority;
import outturn.definition.reference.Uses;
import outturn.definition.shape.Choices;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Groups;
import outturn.definition.shape.Heading;
import outturn.definition.shape.Key;
import outturn.definition.shape.Named;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;
import outturn.definition.text.Node;
import outturn.definition.text.Problems;
import outturn.definition.workflow.Task.OnLost;

/// Reads the tasks of one workflow.
final class TaskReader {
  private static final int PARALLEL_DEFAULT = 16;
  private static final ValueType ANY_LIST = new ValueType.ListOf(ValueType.ANY);

  private static final Key<Node> WHEN =
      Key.optional(
          "when", Forms.node("an expression of type boolean"), "Skipped when this says no.");
  static final Key<Node> FOR_EACH =
      Key.optional(
          "forEach", Forms.node("an expression of a list"), "One item run for each element.");
  static final Key<Integer> PARALLEL =
      Key.optional("parallel", Forms.whole(1, 10_000), "How many items may run at once; 16.");
  private static final Key<Duration> TIMEOUT =
      Key.optional("timeout", Forms.duration(), "How long one attempt may run.");
  static final Key<List<Named<Integer>>> POOLS =
      Key.optional(
          "pools",
          Groups.map(Forms.name(), Forms.whole(1, 1_000_000)),
          "How much of each pool an attempt holds.");
  static final Key<List<Named<Lock.Hold>>> LOCKS =
      Key.optional(
          "locks",
          Groups.map(Forms.name(), Choices.of(Lock.Hold.class)),
          "The locks that an attempt holds, each alone or with others.");
  static final Key<List<Named<ValueType>>> OUTPUTS =
      Key.optional(
          "outputs",
          Groups.map(Forms.valueName(), ValueTypes.form()),
          "What it promises to write; a missing one fails it.");
  private static final Key<Boolean> REPEATABLE =
      Key.optional("repeatable", Forms.truth(), "Running it twice does no harm.");
  private static final Key<OnLost> ON_LOST =
      Key.optional("onLost", Choices.of(OnLost.class), "When its worker was lost.");

  /// How long an attempt of a task under `always` may run that says nothing of it: nobody can
  /// cancel it.
  private static final Duration ALWAYS_TIMEOUT = Duration.ofHours(1);

  private static final Shape SHAPE =
      new Shape(
          "task",
          Heading.TITLE,
          NeedsReader.NEEDS,
          WHEN,
          FOR_EACH,
          PARALLEL,
          ActionReader.RUN,
          ActionReader.SHELL,
          ActionReader.SQL,
          ActionReader.HTTP,
          ActionReader.WAIT,
          FileTermsReader.WAIT_FOR,
          ActionReader.CALL,
          ApprovalReader.APPROVAL,
          ActionReader.ENV,
          RetryReader.RETRY,
          TIMEOUT,
          POOLS,
          LOCKS,
          OUTPUTS,
          REPEATABLE,
          ON_LOST,
          ConductReader.TOLERATE_FAILURE,
          RepeatReader.REPEAT,
          Runbook.RUNBOOK,
          Priority.OF_TASK,
          Key.notYet("transfer"),
          Key.notYet("container"),
          Key.notYet("kubernetes"),
          Key.notYet("mail"),
          Key.notYet("survey"),
          Key.notYet("measure"));
  static final Key<List<Named<Values>>> TASKS =
      Key.required(
          "tasks",
          Groups.filled(Groups.map(Forms.name(), SHAPE.form())),
          "The nodes of its graph.");
  static final Key<List<Named<Values>>> ON_SUCCESS =
      WrittenTasks.handlers(
          SHAPE, Section.ON_SUCCESS, "Tasks for when all others have ended, and it succeeds.");
  static final Key<List<Named<Values>>> ON_FAILURE =
      WrittenTasks.handlers(
          SHAPE, Section.ON_FAILURE, "Tasks for when all others have ended, and it fails.");
  static final Key<List<Named<Values>>> ALWAYS =
      WrittenTasks.handlers(
          SHAPE, Section.ALWAYS, "Tasks for when all others have ended, whatever it came to.");

  private static final Shape DEFAULTS_SHAPE =
      new Shape("defaults rule", TIMEOUT, RetryReader.RETRY);
  static final Key<Values> DEFAULTS =
      Key.optional("defaults", DEFAULTS_SHAPE.form(), "For tasks that say nothing of these.");

  private final WrittenTasks written;
  private final Optional<Values> defaults;
  private final Templates templates;
  private final ActionReader actions;
  private final WorkflowUses.Held pools;
  private final Problems problems;
  private final Uses uses;
  private final Map<String, List<Named<List<Task.End>>>> needs;
  private final NeedGraph graph;
  private final Vocabulary workflowNames;

  /// @param inputs the names that the whole workflow knows
  TaskReader(
      Values workflow,
      Vocabulary inputs,
      Templates templates,
      Uses uses,
      WorkflowUses gathered,
      Problems problems) {
    this.defaults = workflow.find(DEFAULTS);
    this.templates = templates;
    this.actions = new ActionReader(templates, uses, gathered.calls(), problems);
    this.pools = new WorkflowUses.Held(uses, gathered.pools());
    this.problems = problems;
    this.uses = uses;
    this.written = new WrittenTasks(problems);
    written.add(Section.TASKS, workflow.list(TASKS));
    written.add(Section.ON_SUCCESS, workflow.list(ON_SUCCESS));
    written.add(Section.ON_FAILURE, workflow.list(ON_FAILURE));
    written.add(Section.ALWAYS, workflow.list(ALWAYS));
    this.needs = written.needs();
    this.graph = new NeedGraph(needs);
    this.workflowNames =
        new Vocabulary(inputs.values(), taskNames(), task -> false, inputs.secrets());
  }

  /// The names of the tasks, as written.
  List<String> names() {
    return written.all().stream().map(Named::name).toList();
  }

  private Map<String, Vocabulary.TaskNames> taskNames() {
    var names = new HashMap<String, Vocabulary.TaskNames>();
    for (var task : written.all()) {
      var outputs = new HashMap<String, ValueType>();
      if (task.value().has(ApprovalReader.APPROVAL)) outputs.putAll(ApprovalTerms.OUTPUTS);
      if (task.value().has(FileTermsReader.WAIT_FOR)) {
        FileTerms.OUTPUTS.forEach((name, type) -> outputs.put(name, ofAll(task.value(), type)));
      }
      var clashes = new InputReader.Clashes("output", problems);
      for (var output : task.value().list(OUTPUTS)) {
        clashes.check(output.name(), output.position());
        outputs.put(Scope.identifier(output.name()), ofAll(task.value(), output.value()));
      }
      names.put(
          Scope.identifier(task.name()),
          new Vocabulary.TaskNames(task.name(), Map.copyOf(outputs)));
    }
    return Map.copyOf(names);
  }

  /// Of a task that is done for each element others see a list.
  private static ValueType ofAll(Values task, ValueType type) {
    return task.has(FOR_EACH) ? new ValueType.ListOf(type) : type;
  }

  /// What the workflow gives to who called it; its expressions may name every task.
  Map<String, Template> outputs(List<Named<Node>> outputs) {
    var all =
        new Vocabulary(
            workflowNames.values(), workflowNames.tasks(), task -> true, workflowNames.secrets());
    return WorkflowOutputs.read(outputs, all, templates);
  }

  /// The tasks in order; an empty graph after a problem with their order.
  Graph read() {
    graph.checkNames(problems);
    written.checkSections(needs);
    var order = graph.order();
    if (order.isEmpty()) graph.tellCircle(problems);
    var tasks = new HashMap<String, Task>();
    for (var task : written.all()) tasks.put(task.name(), read(task));
    var ordered = new ArrayList<Task>();
    for (var name : order.orElse(List.of())) {
      var task = tasks.get(name);
      if (task != null) ordered.add(task);
    }
    if (order.isEmpty() || !closed(ordered)) return new Graph(List.of());
    tellUnreachable(ordered);
    return new Graph(ordered);
  }

  /// Whether every need is among the tasks before it.
  private static boolean closed(List<Task> ordered) {
    var before = new HashSet<String>();
    for (var task : ordered) {
      if (!task.needs().stream().allMatch(need -> before.contains(need.task()))) return false;
      before.add(task.name());
    }
    return true;
  }

  private void tellUnreachable(List<Task> ordered) {
    for (var conflict : new Reachability().conflicts(ordered)) {
      var values =
          written.all().stream().filter(task -> task.name().equals(conflict.task())).findFirst();
      problems.add(
          values.orElseThrow().value().keyPosition(NeedsReader.NEEDS),
          "unreachable",
          "task '%s' can never run: its needs ask for different ends of '%s' in one run"
              .formatted(conflict.task(), conflict.about()),
          "no task ends in two ways; accept several with {%s: [succeeded, failed]}"
              .formatted(conflict.about()));
    }
  }

  private Task read(Named<Values> named) {
    var values = named.value();
    var names = vocabulary(named);
    var when = values.find(WHEN).flatMap(node -> when(node, names));
    var items = values.find(FOR_EACH).flatMap(node -> items(node, names));
    var itemNames = items.map(each -> withItem(names, each)).orElse(names);
    var action = actions.read(values, itemNames);
    values.list(POOLS).forEach(pools::note);
    for (var lock : values.list(LOCKS)) pools.note(lock.name(), lock.position());
    new TaskPlaces(values, problems).check(action, written.section(named));
    return new Task(
        named.name(),
        NeedsReader.needs(needs.getOrDefault(named.name(), List.of())),
        when,
        items.map(each -> new Task.ForEach(each, values.get(PARALLEL, PARALLEL_DEFAULT))),
        action,
        rules(values, action, conduct(named, itemNames)),
        outputs(values));
  }

  private Vocabulary vocabulary(Named<Values> task) {
    var upstream = graph.upstreamOf(task.name());
    var names =
        new Vocabulary(
            workflowNames.values(), workflowNames.tasks(), upstream, workflowNames.secrets());
    if (written.section(task) == Section.TASKS) return names;
    return names
        .with("run.state", ValueType.STRING)
        .with("run.failedTasks", new ValueType.ListOf(ValueType.STRING));
  }

  /// An expression, or the elements themselves.
  private Optional<Expression> items(Node node, Vocabulary names) {
    if (!(node instanceof Node.Listing)) return templates.expression(node, names, ANY_LIST);
    var list = templates.read(node, names);
    return Optional.of(new Expression("[ … ]", Templates.typeOf(list), list::render));
  }

  private static Vocabulary withItem(Vocabulary names, Expression items) {
    var element = items.type() instanceof ValueType.ListOf list ? list.element() : ValueType.ANY;
    return names.with("item", element).with("itemIndex", ValueType.INT);
  }

  private Optional<Expression> when(Node node, Vocabulary names) {
    var expression = templates.expression(node, names, ValueType.BOOLEAN);
    if (expression.isPresent() && Constants.isFalse(expression.get())) {
      problems.add(node.position(), "unreachable", "the task can never run: this is always false");
    }
    return expression;
  }

  private Conduct conduct(Named<Values> task, Vocabulary names) {
    var values = task.value();
    var own = new HashMap<String, ValueType>();
    values.list(OUTPUTS).forEach(each -> own.put(Scope.identifier(each.name()), each.value()));
    var repeat =
        RepeatReader.read(values, new Vocabulary.TaskNames(task.name(), own), names, templates);
    return ConductReader.read(values, written.section(task), repeat, uses);
  }

  private Task.Rules rules(Values values, Action action, Conduct conduct) {
    var retry =
        values
            .find(RetryReader.RETRY)
            .or(() -> defaults.flatMap(each -> each.find(RetryReader.RETRY)))
            .map(RetryReader::read)
            .orElse(Retry.NEVER);
    var timeout = values.find(TIMEOUT).or(() -> defaults.flatMap(each -> each.find(TIMEOUT)));
    if (conduct.section() == Section.ALWAYS)
      timeout = timeout.or(() -> Optional.of(ALWAYS_TIMEOUT));
    var held = new HashMap<String, Integer>();
    for (var pool : values.list(POOLS)) held.put(pool.name(), pool.value());
    for (var lock : values.list(LOCKS)) held.put(Lock.held(lock.name()), lock.value().amount());
    var onLost = values.find(ON_LOST).orElseGet(() -> onLost(values, action, retry));
    return new Task.Rules(retry, timeout, held, onLost, values.find(Priority.OF_TASK), conduct);
  }

  /// A task that may run twice anyway is repeated; of any other a person decides.
  private static OnLost onLost(Values values, Action action, Retry retry) {
    boolean twice = values.get(REPEATABLE, false) || values.has(RepeatReader.REPEAT);
    return twice || retry.attempts() > 1 ? OnLost.RETRY : OnLost.of(action);
  }

  private static Map<String, ValueType> outputs(Values values) {
    var outputs = new LinkedHashMap<String, ValueType>();
    for (var output : values.list(OUTPUTS)) outputs.put(output.name(), output.value());
    return outputs;
  }
}
