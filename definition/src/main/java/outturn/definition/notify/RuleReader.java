package outturn.definition.notify;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import outturn.definition.reference.Use;
import outturn.definition.reference.Uses;
import outturn.definition.shape.Choices;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Groups;
import outturn.definition.shape.Key;
import outturn.definition.shape.Placed;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;
import outturn.definition.text.Problems;

/// Reads `notify:`.
public final class RuleReader {
  private static final Key<List<Occasion>> ON =
      Key.required("on", Groups.oneOrMany(Choices.of(Occasion.class)), "What is told of.");
  private static final Key<Placed<String>> CHANNEL =
      Key.required("channel", Forms.name().placed(), "Who is told; a document of kind channel.");
  private static final Key<Duration> LONGER =
      Key.optional("longerThan", Forms.duration(), "For long: how long a run may take.");
  private static final Key<Placed<String>> DEADLINE =
      Key.optional(
          "deadline",
          Forms.name().placed(),
          "For late and predicted: the only deadline that counts.");
  private static final Shape SHAPE = new Shape("rule of notify", ON, CHANNEL, LONGER, DEADLINE);

  public static final Key<List<Values>> NOTIFY =
      Key.optional("notify", Groups.list(SHAPE.form()), "Who is told of what.");

  private final Uses uses;
  private final Problems problems;

  public RuleReader(Uses uses, Problems problems) {
    this.uses = uses;
    this.problems = problems;
  }

  /// The rules of a workflow.
  ///
  /// @param deadlines the names of those that it has
  public Notify ofWorkflow(List<Values> written, List<String> deadlines) {
    var rules = written.stream().map(this::rule).toList();
    for (var values : written) {
      values
          .find(DEADLINE)
          .filter(deadline -> !deadlines.contains(deadline.value()))
          .ifPresent(deadline ->
              problems.unknown(deadline.position(), "deadline", deadline.value(), deadlines));
    }
    return new Notify(rules, Notify.Source.WORKFLOW);
  }

  /// The rules for all workflows of a project that have none themselves.
  public Notify ofProject(List<Values> written) {
    for (var values : written) {
      if (!values.has(DEADLINE)) continue;
      problems.add(
          values.keyPosition(DEADLINE),
          "not-here",
          "deadlines belong to workflows, and this is for all of them",
          "leave it out: all deadlines count");
    }
    return new Notify(written.stream().map(this::rule).toList(), Notify.Source.PROJECT);
  }

  private Rule rule(Values values) {
    var on = Set.copyOf(values.list(ON));
    if (!on.contains(Occasion.LONG)) refuse(values, LONGER, Occasion.LONG);
    if (on.stream().noneMatch(Occasion::ofDeadline)) refuse(values, DEADLINE, Occasion.LATE);
    if (on.contains(Occasion.AT_RISK)) {
      problems.add(
          values.position(ON),
          "not-here",
          "what is at risk is told by services, not by workflows",
          "say 'tell' in the service whose promise it is, and take at-risk away here");
    }
    if (on.contains(Occasion.LONG) && !values.has(LONGER)) {
      problems.add(
          values.position(ON),
          "missing-key",
          "long needs the key 'longerThan'",
          "expected " + LONGER.form().expected());
    }
    return new Rule(
        on,
        values.find(CHANNEL).map(name -> uses.note(Use.Target.CHANNEL, name)).orElse(""),
        values.find(LONGER),
        values.find(DEADLINE).map(Placed::value));
  }

  private void refuse(Values values, Key<?> key, Occasion occasion) {
    if (!values.has(key)) return;
    problems.add(
        values.keyPosition(key),
        "not-here",
        "'%s' is for %s, and the rule is not about that".formatted(key.name(), occasion.word()),
        "add %s to on:, or take this away".formatted(occasion.word()));
  }
}
