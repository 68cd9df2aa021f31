package outturn.definition.project;

import java.util.List;
import java.util.Optional;
import outturn.definition.calendar.WorkingDays;
import outturn.definition.change.Change;
import outturn.definition.connection.Connection;
import outturn.definition.measure.Measure;
import outturn.definition.notify.Channel;
import outturn.definition.objective.Objective;
import outturn.definition.outcome.Outcome;
import outturn.definition.people.Group;
import outturn.definition.policy.Policy;
import outturn.definition.pool.Lock;
import outturn.definition.pool.Pool;
import outturn.definition.service.Service;
import outturn.definition.survey.Survey;
import outturn.definition.workflow.Workflow;

/// A folder of files that is managed as one, read and checked whole.
///
/// @param documents the objects as written, in the order of files
public record Project(
    About about, Work work, Effect effect, List<Document> documents, ProjectFiles files) {

  public Project {
    documents = List.copyOf(documents);
  }

  /// What `outturn.yaml` says.
  ///
  /// @param repository the web address where the files are kept under version control: they are
  ///   changed there, and not by the web application
  public record About(String name, String title, Optional<String> repository) {}

  /// What is run.
  ///
  /// @param workflows with those that collect measures
  public record Work(
      Catalog<Workflow> workflows,
      Catalog<Connection> connections,
      Catalog<Pool> pools,
      Catalog<Lock> locks,
      Catalog<WorkingDays> calendars,
      Catalog<Policy> policies,
      Catalog<Channel> channels) {}

  /// What it is for.
  ///
  /// @param services what the work provides
  public record Effect(
      Catalog<Service> services,
      Catalog<Group> groups,
      Catalog<Change> changes,
      Catalog<Measure> measures,
      Catalog<Objective> objectives,
      Catalog<Outcome> outcomes,
      Catalog<Survey> surveys) {}

  public String name() {
    return about.name();
  }

  public Catalog<Workflow> workflows() {
    return work.workflows();
  }

  public Catalog<Connection> connections() {
    return work.connections();
  }

  public Catalog<Pool> pools() {
    return work.pools();
  }

  public Catalog<Lock> locks() {
    return work.locks();
  }

  public Catalog<WorkingDays> calendars() {
    return work.calendars();
  }

  public Catalog<Policy> policies() {
    return work.policies();
  }

  public Catalog<Channel> channels() {
    return work.channels();
  }

  public Catalog<Group> groups() {
    return effect.groups();
  }

  public Catalog<Change> changes() {
    return effect.changes();
  }

  public Catalog<Service> services() {
    return effect.services();
  }

  public Catalog<Measure> measures() {
    return effect.measures();
  }

  public Catalog<Objective> objectives() {
    return effect.objectives();
  }

  public Catalog<Outcome> outcomes() {
    return effect.outcomes();
  }

  public Catalog<Survey> surveys() {
    return effect.surveys();
  }

  /// Equal for equal files.
  public String hash() {
    return files.hash();
  }
}
