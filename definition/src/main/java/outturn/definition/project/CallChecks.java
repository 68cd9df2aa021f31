package outturn.definition.project;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.definition.expression.Literals;
import outturn.definition.expression.Template;
import outturn.definition.expression.Templates;
import outturn.definition.expression.ValueTypes;
import outturn.definition.reference.Circle;
import outturn.definition.text.Problems;
import outturn.definition.workflow.CallSite;
import outturn.definition.workflow.Input;
import outturn.definition.workflow.Workflow;
import outturn.definition.workflow.WorkflowUses;

/// Checks what workflows want of each other and of pools.
final class CallChecks {
  private final Project.Work work;
  private final Problems problems;

  CallChecks(Project.Work work, Problems problems) {
    this.work = work;
    this.problems = problems;
  }

  /// @param uses by workflow
  void check(Map<String, WorkflowUses> uses) {
    for (var wanted : uses.values()) {
      wanted.pools().forEach(this::checkAmount);
      for (var call : wanted.calls()) {
        var callee = work.workflows().find(call.workflow());
        callee.ifPresent(found -> checkInputs(call, found));
        callee.ifPresent(found -> checkOutputs(call, found));
      }
    }
    checkCircle(uses);
  }

  private void checkAmount(WorkflowUses.PoolUse use) {
    var pool = work.pools().find(use.pool());
    if (pool.isEmpty() || use.amount() <= pool.get().size()) return;
    problems.add(
        use.position(),
        "pool-too-small",
        "%d of pool '%s' can never be held: its size is %d"
            .formatted(use.amount(), use.pool(), pool.get().size()),
        "take less, or make the pool larger");
  }

  private void checkInputs(CallSite call, Workflow callee) {
    for (var input : callee.inputs()) {
      if (call.inputs().containsKey(input.name()) || input.fallback().isPresent()) continue;
      problems.add(
          call.position(),
          "missing-input",
          "workflow '%s' needs the input '%s'".formatted(callee.name(), input.name()),
          "add it to inputs: of the call");
    }
    call.inputs()
        .forEach((name, given) -> {
          var input = callee.input(name);
          if (input.isPresent()) {
            checkType(input.get(), given);
          } else {
            problems.unknown(
                given.position(),
                "input",
                name,
                callee.inputs().stream().map(Input::name).toList());
          }
        });
  }

  private void checkOutputs(CallSite call, Workflow callee) {
    for (var promised : call.outputs()) {
      var given = callee.outputs().get(promised.name());
      if (given == null) {
        problems.unknown(promised.position(), "output", promised.name(), callee.outputs().keySet());
        continue;
      }
      var type = Templates.typeOf(given);
      if (ValueTypes.accepts(promised.value(), type)) continue;
      problems.add(
          promised.valuePosition(),
          "type-mismatch",
          "output '%s' of workflow '%s' is of type %s, not %s"
              .formatted(promised.name(), callee.name(), type.word(), promised.value().word()));
    }
  }

  private void checkType(Input input, CallSite.Given given) {
    if (isLiteral(given.template())) {
      checkLiteral(input, given);
      return;
    }
    var type = Templates.typeOf(given.template());
    if (ValueTypes.accepts(input.type(), type)) return;
    problems.add(
        given.written().position(),
        "type-mismatch",
        "input '%s' is of type %s, found one of type %s"
            .formatted(input.name(), input.type().word(), type.word()));
  }

  private void checkLiteral(Input input, CallSite.Given given) {
    var value = Literals.read(given.written(), input.type(), problems);
    if (value.isEmpty() || input.choices().isEmpty()) return;
    if (input.choices().contains(value.get())) return;
    problems.add(
        given.written().position(),
        "not-a-choice",
        "input '%s' is one of %s".formatted(input.name(), input.choices()));
  }

  private static boolean isLiteral(Template template) {
    return switch (template) {
      case Template.Constant constant -> true;
      case Template.Single single -> false;
      case Template.Joined joined -> false;
      case Template.Items items -> items.items().stream().allMatch(CallChecks::isLiteral);
      case Template.Fields fields ->
          fields.fields().values().stream().allMatch(CallChecks::isLiteral);
    };
  }

  private void checkCircle(Map<String, WorkflowUses> uses) {
    var edges = new LinkedHashMap<String, List<String>>();
    uses.forEach((name, wanted) ->
        edges.put(name, wanted.calls().stream().map(CallSite::workflow).toList()));
    Circle.in(edges).ifPresent(circle -> tell(circle, uses));
  }

  private void tell(List<String> circle, Map<String, WorkflowUses> uses) {
    var caller = Optional.ofNullable(uses.get(circle.get(circle.size() - 2))).orElseThrow();
    var closing =
        caller.calls().stream()
            .filter(call -> call.workflow().equals(circle.getLast()))
            .findFirst()
            .orElseThrow();
    problems.add(
        closing.position(),
        "cycle",
        "workflows call each other in a circle: " + String.join(" calls ", circle),
        "take one of these calls away");
  }
}
