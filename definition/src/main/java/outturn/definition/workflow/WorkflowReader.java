package outturn.definition.workflow;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import outturn.definition.calendar.CalendarRuleReader;
import outturn.definition.calendar.WorkingDays;
import outturn.definition.expression.Expressions;
import outturn.definition.expression.Scope;
import outturn.definition.expression.Templates;
import outturn.definition.expression.ValueType;
import outturn.definition.expression.Vocabulary;
import outturn.definition.flow.Runbook;
import outturn.definition.flow.WorkflowOutputs;
import outturn.definition.notify.Notify;
import outturn.definition.notify.RuleReader;
import outturn.definition.precedence.ConcurrencyReader;
import outturn.definition.precedence.Precedence;
import outturn.definition.precedence.Priority;
import outturn.definition.reference.Use;
import outturn.definition.reference.Uses;
import outturn.definition.retention.Retention;
import outturn.definition.retention.RetentionReader;
import outturn.definition.schedule.ScheduleReader;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Heading;
import outturn.definition.shape.Key;
import outturn.definition.shape.Placed;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;
import outturn.definition.text.Problems;
import outturn.definition.trigger.DependencyReader;
import outturn.definition.trigger.GivenInputs;
import outturn.definition.trigger.Starts;
import outturn.definition.trigger.TriggerReader;

/// Reads documents of kind `workflow`.
public final class WorkflowReader {
  private static final Key<Placed<String>> SERVICE =
      Key.optional("service", Forms.name().placed(), "The service that owns it.");
  private static final Key<String> OWNER =
      Key.optional("owner", Forms.text(), "Who answers for it.");
  private static final Key<ZoneId> TIMEZONE =
      Key.optional("timezone", Forms.zone(), "Of its times and dates; UTC by default.");

  public static final Shape SHAPE =
      new Shape(
          "workflow",
          Heading.KIND,
          Heading.NAME,
          Heading.TITLE,
          SERVICE,
          OWNER,
          TIMEZONE,
          ScheduleReader.SCHEDULES,
          TriggerReader.TRIGGERS,
          DependencyReader.DEPENDS_ON,
          InputReader.INPUTS,
          TaskReader.DEFAULTS,
          TaskReader.TASKS,
          TaskReader.ON_SUCCESS,
          TaskReader.ON_FAILURE,
          TaskReader.ALWAYS,
          Runbook.RUNBOOK,
          WorkflowOutputs.OUTPUTS,
          DeadlineReader.DEADLINES,
          RetentionReader.RETENTION,
          RuleReader.NOTIFY,
          Priority.OF_WORKFLOW,
          ConcurrencyReader.CONCURRENCY);

  private final Expressions expressions;
  private final CalendarRuleReader calendars;
  private final Notify ofProject;
  private final Uses uses;
  private final Problems problems;

  /// @param calendars those of the project, by name
  /// @param ofProject who is told of workflows that say nothing of it
  public WorkflowReader(
      Expressions expressions,
      Function<String, Optional<WorkingDays>> calendars,
      Notify ofProject,
      Uses uses,
      Problems problems) {
    this.ofProject = ofProject;
    this.expressions = expressions;
    this.calendars = new CalendarRuleReader(calendars, uses, problems);
    this.uses = uses;
    this.problems = problems;
  }

  /// A workflow and what it wants of others.
  public record Read(Workflow workflow, WorkflowUses uses) {}

  public Read read(Values values) {
    var name = values.text(Heading.NAME);
    var zone = values.get(TIMEZONE, ZoneOffset.UTC);
    var inputs = new InputReader(problems).read(values.list(InputReader.INPUTS));
    var gathered = WorkflowUses.empty();
    var templates = new Templates(expressions, problems);
    var names = vocabulary(inputs);
    var tasks = new TaskReader(values, names, templates, uses, gathered, problems);
    values.find(SERVICE).ifPresent(service -> uses.note(Use.Target.SERVICE, service));
    var deadlines =
        new DeadlineReader(problems).read(values.list(DeadlineReader.DEADLINES), tasks.names());
    var about =
        new Workflow.About(
            values.get(Heading.TITLE, name),
            values.find(SERVICE).map(Placed::value),
            values.find(OWNER),
            values
                .find(RetentionReader.RETENTION)
                .map(written -> RetentionReader.read(written, problems))
                .orElse(Retention.USUAL),
            new Precedence(
                values.get(Priority.OF_WORKFLOW, Priority.USUAL),
                values
                    .find(ConcurrencyReader.CONCURRENCY)
                    .map(each -> ConcurrencyReader.read(each, templates, names, problems))),
            values.find(Runbook.RUNBOOK).map(runbook -> Runbook.read(runbook, uses)),
            tasks.outputs(values.list(WorkflowOutputs.OUTPUTS)));
    var workflow =
        new Workflow(
            name,
            about,
            zone,
            inputs,
            tasks.read(),
            starts(values, zone, inputs, templates),
            new Workflow.Watched(deadlines, notify(values, deadlines)));
    return new Read(workflow, gathered);
  }

  private Starts starts(Values values, ZoneId zone, List<Input> inputs, Templates templates) {
    var types = new TreeMap<String, ValueType>();
    inputs.forEach(input -> types.put(input.name(), input.type()));
    var required = new TreeSet<String>();
    inputs.stream()
        .filter(input -> input.fallback().isEmpty())
        .forEach(input -> required.add(input.name()));
    var given = new GivenInputs(values.text(Heading.NAME), types, required, problems);
    return new Starts(
        new ScheduleReader(calendars, problems)
            .read(values.text(Heading.NAME), values.list(ScheduleReader.SCHEDULES), zone),
        new TriggerReader(templates, uses, given, problems)
            .read(values.list(TriggerReader.TRIGGERS)),
        new DependencyReader(uses, problems).read(values.list(DependencyReader.DEPENDS_ON)));
  }

  private Notify notify(Values values, List<Deadline> deadlines) {
    var names = deadlines.stream().map(Deadline::name).toList();
    return values
        .find(RuleReader.NOTIFY)
        .map(rules -> new RuleReader(uses, problems).ofWorkflow(rules, names))
        .orElse(ofProject);
  }

  private static Vocabulary vocabulary(List<Input> inputs) {
    var names = new HashMap<String, ValueType>();
    for (var input : inputs) names.put("inputs." + Scope.identifier(input.name()), input.type());
    names.put("businessDate", ValueType.DATE);
    names.put("run.id", ValueType.STRING);
    names.put("run.due", ValueType.STRING);
    names.put("workflow.name", ValueType.STRING);
    return new Vocabulary(names, Map.of(), task -> false, Vocabulary.Secrets.REFUSED);
  }
}
