package outturn.definition.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import outturn.definition.change.Change;
import outturn.definition.change.ChangeReader;
import outturn.definition.connection.Connection;
import outturn.definition.connection.ConnectionReader;
import outturn.definition.expression.Expressions;
import outturn.definition.people.Group;
import outturn.definition.people.GroupReader;
import outturn.definition.pool.Pool;
import outturn.definition.pool.PoolReader;
import outturn.definition.reference.Uses;
import outturn.definition.shape.Placed;
import outturn.definition.text.Problems;
import outturn.definition.workflow.Workflow;
import outturn.definition.workflow.WorkflowReader;
import outturn.definition.workflow.WorkflowUses;

/// Turns documents into objects, each for itself.
final class ObjectReader {
  private final Problems problems;
  private final Uses uses = new Uses();
  private final List<WorkflowUses> workflowUses = new ArrayList<>();
  private final WorkflowReader workflowReader;
  private final ConnectionReader connectionReader;
  private final ChangeReader changeReader;

  private final Map<String, Placed<Workflow>> workflows = new TreeMap<>();
  private final Map<String, Placed<Connection>> connections = new TreeMap<>();
  private final Map<String, Placed<Pool>> pools = new TreeMap<>();
  private final Map<String, Placed<Group>> groups = new TreeMap<>();
  private final Map<String, Placed<Change>> changes = new TreeMap<>();

  ObjectReader(Problems problems) {
    var expressions = new Expressions();
    this.problems = problems;
    this.workflowReader = new WorkflowReader(expressions, uses, problems);
    this.connectionReader = new ConnectionReader(expressions, problems);
    this.changeReader = new ChangeReader(uses);
  }

  void read(Document document) {
    var values = document.kind().shape().read(document.content(), problems);
    switch (document.kind()) {
      case PROJECT -> {}
      case WORKFLOW -> {
        var read = workflowReader.read(values);
        workflowUses.add(read.uses());
        place(workflows, document, read.workflow());
      }
      case CONNECTION -> place(connections, document, connectionReader.read(values));
      case POOL -> place(pools, document, PoolReader.read(values));
      case GROUP -> place(groups, document, GroupReader.read(values));
      case CHANGE -> place(changes, document, changeReader.read(values));
    }
  }

  private static <T> void place(Map<String, Placed<T>> objects, Document document, T object) {
    objects.putIfAbsent(document.name(), new Placed<>(object, document.position()));
  }

  Project.Work work() {
    return new Project.Work(
        new Catalog<>(workflows), new Catalog<>(connections), new Catalog<>(pools));
  }

  Project.Effect effect() {
    return new Project.Effect(new Catalog<>(groups), new Catalog<>(changes));
  }

  Uses uses() {
    return uses;
  }

  List<WorkflowUses> workflowUses() {
    return workflowUses;
  }
}
