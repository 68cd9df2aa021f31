package outturn.definition.outcome;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import outturn.definition.outcome.Outcome.Statement;
import outturn.definition.reference.Use;
import outturn.definition.reference.Uses;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Heading;
import outturn.definition.shape.Key;
import outturn.definition.shape.Placed;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;
import outturn.definition.text.Position;
import outturn.definition.text.Problems;

/// Reads documents of kind `outcome`.
public final class OutcomeReader {
  private static final Key<String> OWNER =
      Key.required("owner", Forms.text(), "The accountable one, from the business.");
  private static final Key<Placed<String>> OBJECTIVE =
      Key.optional(
          "objective", Forms.text().placed(), "The aim of the organisation that it serves.");

  private static final Key<String> WHO = Key.required("who", Forms.text(), "The beneficiary.");
  private static final Key<String> WHAT = Key.required("what", Forms.text(), "What they get.");
  private static final Key<String> SO_THAT =
      Key.required("soThat", Forms.text(), "What becomes better by it.");
  private static final Shape STATEMENT_SHAPE = new Shape("statement", WHO, WHAT, SO_THAT);
  private static final Key<Values> STATEMENT =
      Key.required("statement", STATEMENT_SHAPE.form(), "Who gets what, so that what.");

  public static final Shape SHAPE =
      new Shape(
          "outcome",
          Heading.KIND,
          Heading.NAME,
          Heading.TITLE,
          OWNER,
          OBJECTIVE,
          STATEMENT,
          GoalReader.MEASURES,
          LeverReader.LEVERS,
          UncertainReader.ASSUMPTIONS,
          UncertainReader.RISKS,
          AppraisalReader.VALUE,
          AppraisalReader.ANALYSIS,
          Key.notYet("survey"));

  private final Uses uses;
  private final Problems problems;

  public OutcomeReader(Uses uses, Problems problems) {
    this.uses = uses;
    this.problems = problems;
  }

  /// An outcome and where some of it stands.
  ///
  /// @param baselineEnds in the order of its goals
  /// @param mail the channel of its impact statement
  public record Read(Outcome outcome, List<Position> baselineEnds, Optional<Position> mail) {}

  public Read read(Values values) {
    var goals = new GoalReader(uses, problems);
    var levers = new LeverReader(uses, problems);
    checkNames(values.list(LeverReader.LEVERS));
    var name = values.text(Heading.NAME);
    var outcome =
        new Outcome(
            name,
            new Outcome.About(
                values.get(Heading.TITLE, name),
                values.text(OWNER),
                values
                    .find(OBJECTIVE)
                    .map(objective -> uses.note(Use.Target.OBJECTIVE, objective))),
            values.find(STATEMENT).map(OutcomeReader::statement).orElse(new Statement("", "", "")),
            values.list(GoalReader.MEASURES).stream().map(goals::read).toList(),
            values.list(LeverReader.LEVERS).stream().map(levers::read).toList(),
            new UncertainReader(uses, problems).read(values),
            new AppraisalReader(uses, problems).read(values));
    var ends = new ArrayList<Position>();
    for (var goal : values.list(GoalReader.MEASURES)) ends.add(GoalReader.baselineEnd(goal));
    return new Read(outcome, ends, AppraisalReader.mail(values));
  }

  private void checkNames(List<Values> levers) {
    var names = new HashSet<String>();
    for (var lever : levers) {
      var name = lever.text(Heading.NAME);
      if (name.isEmpty() || names.add(name)) continue;
      problems.add(
          lever.position(Heading.NAME),
          "duplicate-name",
          "there are two levers '%s'".formatted(name),
          "rename one of them");
    }
  }

  private static Statement statement(Values values) {
    return new Statement(values.text(WHO), values.text(WHAT), values.text(SO_THAT));
  }
}
