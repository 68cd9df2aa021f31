package outturn.definition.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import outturn.definition.calendar.CalendarReader;
import outturn.definition.calendar.Combinations;
import outturn.definition.calendar.WorkingDays;
import outturn.definition.calendar.WrittenCalendar;
import outturn.definition.change.Change;
import outturn.definition.change.ChangeReader;
import outturn.definition.connection.Connection;
import outturn.definition.connection.ConnectionReader;
import outturn.definition.expression.Expressions;
import outturn.definition.measure.CollectionWorkflow;
import outturn.definition.measure.Measure;
import outturn.definition.measure.MeasureReader;
import outturn.definition.notify.Channel;
import outturn.definition.notify.ChannelReader;
import outturn.definition.notify.Notify;
import outturn.definition.notify.RuleReader;
import outturn.definition.objective.Objective;
import outturn.definition.objective.ObjectiveReader;
import outturn.definition.outcome.Outcome;
import outturn.definition.outcome.OutcomeReader;
import outturn.definition.people.Group;
import outturn.definition.people.GroupReader;
import outturn.definition.policy.Policy;
import outturn.definition.policy.PolicyReader;
import outturn.definition.pool.Lock;
import outturn.definition.pool.LockReader;
import outturn.definition.pool.Pool;
import outturn.definition.pool.PoolReader;
import outturn.definition.reference.Use;
import outturn.definition.reference.Uses;
import outturn.definition.service.Service;
import outturn.definition.service.ServiceReader;
import outturn.definition.shape.Placed;
import outturn.definition.survey.Survey;
import outturn.definition.survey.SurveyReader;
import outturn.definition.text.Problems;
import outturn.definition.workflow.Workflow;
import outturn.definition.workflow.WorkflowReader;
import outturn.definition.workflow.WorkflowUses;

/// Turns documents into objects, each for itself.
final class ObjectReader {
  private final ProjectFiles files;
  private final Problems problems;
  private final Uses uses = new Uses();
  private final Expressions expressions = new Expressions();
  private final Map<String, WorkflowUses> workflowUses = new LinkedHashMap<>();
  private final List<OutcomeReader.Read> outcomeReads = new ArrayList<>();

  private final Map<String, Placed<Workflow>> workflows = new TreeMap<>();
  private final Map<String, Placed<Connection>> connections = new TreeMap<>();
  private final Map<String, Placed<Pool>> pools = new TreeMap<>();
  private final Map<String, Placed<Lock>> locks = new TreeMap<>();
  private final Map<String, Placed<WrittenCalendar>> writtenCalendars = new TreeMap<>();
  private final Map<String, Placed<WorkingDays>> calendars = new TreeMap<>();
  private final Map<String, Placed<Policy>> policies = new TreeMap<>();
  private final Map<String, Placed<Channel>> channels = new TreeMap<>();
  private final Map<String, Placed<Service>> services = new TreeMap<>();
  private final Map<String, Placed<Group>> groups = new TreeMap<>();
  private final Map<String, Placed<Change>> changes = new TreeMap<>();
  private final Map<String, Placed<Measure>> measures = new TreeMap<>();
  private final Map<String, Placed<Objective>> objectives = new TreeMap<>();
  private final Map<String, Placed<Outcome>> outcomes = new TreeMap<>();
  private final Map<String, Placed<Survey>> surveys = new TreeMap<>();

  /// Who is told where a workflow says nothing of it.
  private Notify notify = Notify.NOBODY;

  ObjectReader(ProjectFiles files, Problems problems) {
    this.files = files;
    this.problems = problems;
  }

  void read(Document document) {
    var values = document.kind().shape().read(document.content(), problems);
    switch (document.kind()) {
      case PROJECT ->
          notify = new RuleReader(uses, problems).ofProject(values.list(RuleReader.NOTIFY));
      case WORKFLOW -> {
        var read = workflowReader().read(values);
        workflowUses.putIfAbsent(document.name(), read.uses());
        place(workflows, document, read.workflow());
      }
      case CONNECTION ->
          place(connections, document, new ConnectionReader(expressions, problems).read(values));
      case POOL -> place(pools, document, PoolReader.read(values));
      case LOCK -> place(locks, document, LockReader.read(values));
      case CALENDAR -> {
        var reader = new CalendarReader(files::bytes, uses, problems);
        place(writtenCalendars, document, reader.read(values));
      }
      case POLICY -> place(policies, document, policyReader().read(values));
      case CHANNEL ->
          place(channels, document, new ChannelReader(expressions, uses, problems).read(values));
      case GROUP -> place(groups, document, GroupReader.read(values));
      case SERVICE -> place(services, document, new ServiceReader(uses, problems).read(values));
      case CHANGE -> place(changes, document, new ChangeReader(uses).read(values));
      case MEASURE ->
          place(measures, document, new MeasureReader(expressions, uses, problems).read(values));
      case OBJECTIVE -> place(objectives, document, ObjectiveReader.read(values, uses));
      case OUTCOME -> {
        var read = new OutcomeReader(uses, problems).read(values);
        outcomeReads.add(read);
        place(outcomes, document, read.outcome());
      }
      case SURVEY ->
          place(surveys, document, new SurveyReader(files::bytes, uses, problems).read(values));
    }
  }

  private static <T> void place(Map<String, Placed<T>> objects, Document document, T object) {
    objects.putIfAbsent(document.name(), new Placed<>(object, document.position()));
  }

  /// Adds the workflows that collect measures.
  void addCollections() {
    for (var measure : measures.values()) {
      if (!measure.value().isCollected()) continue;
      var workflow = CollectionWorkflow.of(measure.value(), notify);
      var taken =
          workflows.putIfAbsent(workflow.name(), new Placed<>(workflow, measure.position()));
      if (taken == null) continue;
      problems.add(
          taken.position(),
          "name-clash",
          "the workflow '%s' is made for the measure '%s'"
              .formatted(workflow.name(), measure.value().name()),
          "rename this one");
    }
  }

  /// Makes the calendars of what was read of them.
  void combineCalendars() {
    var written = new TreeMap<String, WrittenCalendar>();
    writtenCalendars.forEach((name, placed) -> written.put(name, placed.value()));
    var made = Combinations.make(written, problems);
    writtenCalendars.forEach((name, placed) ->
        calendars.put(
            name,
            new Placed<>(Optional.ofNullable(made.get(name)).orElseThrow(), placed.position())));
  }

  private WorkflowReader workflowReader() {
    return new WorkflowReader(expressions, new Catalog<>(calendars)::find, notify, uses, problems);
  }

  private PolicyReader policyReader() {
    return new PolicyReader(new Catalog<>(calendars)::find, uses, problems);
  }

  Project.Work work() {
    return new Project.Work(
        new Catalog<>(workflows),
        new Catalog<>(connections),
        new Catalog<>(pools),
        new Catalog<>(locks),
        new Catalog<>(calendars),
        new Catalog<>(policies),
        new Catalog<>(channels));
  }

  Project.Effect effect() {
    return new Project.Effect(
        new Catalog<>(services),
        new Catalog<>(groups),
        new Catalog<>(changes),
        new Catalog<>(measures),
        new Catalog<>(objectives),
        new Catalog<>(outcomes),
        new Catalog<>(surveys));
  }

  List<Use> uses() {
    return uses.all();
  }

  /// By workflow.
  Map<String, WorkflowUses> workflowUses() {
    return workflowUses;
  }

  List<OutcomeReader.Read> outcomeReads() {
    return outcomeReads;
  }
}
