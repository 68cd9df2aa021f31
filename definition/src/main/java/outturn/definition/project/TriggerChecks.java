package outturn.definition.project;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import outturn.definition.reference.Circle;
import outturn.definition.text.Problems;
import outturn.definition.trigger.Dependency;
import outturn.definition.trigger.Source;
import outturn.definition.workflow.Workflow;

/// Checks that workflows neither start each other without end nor wait for each other for ever.
final class TriggerChecks {
  private final Problems problems;

  TriggerChecks(Problems problems) {
    this.problems = problems;
  }

  void check(List<Document> documents, Project.Work work) {
    Map<String, List<String>> starting = new LinkedHashMap<>();
    Map<String, List<String>> waiting = new LinkedHashMap<>();
    for (var workflow : work.workflows().all()) {
      starting.put(workflow.name(), startedBy(workflow).toList());
      waiting.put(workflow.name(), waitsFor(workflow).toList());
    }
    tell(documents, starting, "is started by", "start each other");
    tell(documents, waiting, "waits for", "wait for each other");
    for (var workflow : work.workflows().all()) {
      for (var need : workflow.starts().dependsOn()) repeats(documents, work, workflow, need);
    }
  }

  /// Nobody sees from rows whether a round of such a task was its last.
  private void repeats(
      List<Document> documents, Project.Work work, Workflow workflow, Dependency need) {
    boolean repeated =
        work.workflows()
            .find(need.workflow())
            .map(Workflow::graph)
            .flatMap(graph -> need.task().filter(graph::has).map(graph::place).map(graph::task))
            .filter(task -> task.conduct().repeat().isPresent())
            .isPresent();
    if (!repeated) return;
    add(
        documents,
        workflow.name(),
        "repeated-task",
        "workflow %s depends on %s, which repeats".formatted(workflow.name(), need.path()),
        "depend on the whole of %s, or on a task after it".formatted(need.workflow()));
  }

  private static Stream<String> startedBy(Workflow workflow) {
    return workflow.starts().triggers().stream()
        .flatMap(trigger -> trigger.parts().stream())
        .flatMap(part ->
            part.source() instanceof Source.Ending ending
                ? Stream.of(ending.workflow())
                : Stream.empty());
  }

  /// A run of an earlier or later date is another one.
  private static Stream<String> waitsFor(Workflow workflow) {
    return workflow.starts().dependsOn().stream()
        .filter(need -> need.date().days() == 0)
        .map(Dependency::workflow);
  }

  private void tell(
      List<Document> documents, Map<String, List<String>> edges, String verb, String what) {
    var circle = Circle.in(edges);
    if (circle.isEmpty()) return;
    add(
        documents,
        circle.get().getFirst(),
        "cycle",
        "workflows %s in a circle: %s".formatted(what, String.join(" " + verb + " ", circle.get())),
        "take one of these away");
  }

  private void add(
      List<Document> documents, String workflow, String code, String message, String hint) {
    documents.stream()
        .filter(each -> each.kind() == Kind.WORKFLOW && each.name().equals(workflow))
        .findFirst()
        .ifPresent(document -> problems.add(document.position(), code, message, hint));
  }
}
