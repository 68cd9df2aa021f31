package outturn.definition.outcome;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import outturn.definition.outcome.Outcome.Assumption;
import outturn.definition.outcome.Outcome.Impact;
import outturn.definition.outcome.Outcome.Risk;
import outturn.definition.outcome.Outcome.Uncertain;
import outturn.definition.reference.Use;
import outturn.definition.reference.Uses;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Groups;
import outturn.definition.shape.Key;
import outturn.definition.shape.Placed;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;
import outturn.definition.text.Problems;

/// Reads `assumptions:` and `risks:` of an outcome.
final class UncertainReader {
  private static final Key<String> TEXT = Key.required("text", Forms.text(), "What it is about.");
  private static final Key<Placed<String>> MOVES =
      Key.optional("moves", Forms.name().placed(), "The measure; the only one, or the first.");
  private static final Key<LocalDate> FROM =
      Key.optional("from", Forms.date(), "The first day of the impact.");

  private static final Key<Double> HOLDS =
      Key.optional("holds", Forms.percent(), "The chance that it does.");
  private static final Key<LocalDate> REVIEW =
      Key.optional("review", Forms.date(), "When it is looked at again.");
  private static final Key<Values> IF_FALSE =
      Key.optional("ifFalse", EffectReader.SHAPE.form(), "The impact if it does not hold.");
  private static final Shape ASSUMPTION_SHAPE =
      new Shape("assumption", TEXT, HOLDS, REVIEW, IF_FALSE, MOVES, FROM);
  static final Key<List<Values>> ASSUMPTIONS =
      Key.optional("assumptions", Groups.list(ASSUMPTION_SHAPE.form()), "What must hold.");

  private static final Key<Double> PROBABILITY =
      Key.required("probability", Forms.percent(), "That it comes true.");
  private static final Key<Values> IMPACT =
      Key.required("impact", EffectReader.SHAPE.form(), "Signed, in the measure's unit.");
  private static final Key<String> OWNER = Key.optional("owner", Forms.text(), "Who watches it.");
  private static final Key<String> RESPONSE =
      Key.optional("response", Forms.text(), "What is done about it.");
  private static final Shape RISK_SHAPE =
      new Shape("risk", TEXT, PROBABILITY, IMPACT, MOVES, FROM, OWNER, RESPONSE);
  static final Key<List<Values>> RISKS =
      Key.optional("risks", Groups.list(RISK_SHAPE.form()), "What may happen.");

  private final Uses uses;
  private final EffectReader effects;

  UncertainReader(Uses uses, Problems problems) {
    this.uses = uses;
    this.effects = new EffectReader(problems);
  }

  Uncertain read(Values outcome) {
    return new Uncertain(
        outcome.list(ASSUMPTIONS).stream().map(this::assumption).toList(),
        outcome.list(RISKS).stream().map(this::risk).toList());
  }

  private Assumption assumption(Values values) {
    Optional<Impact> ifFalse =
        values.has(IF_FALSE) ? Optional.of(impact(values, IF_FALSE)) : Optional.empty();
    return new Assumption(values.text(TEXT), values.find(HOLDS), values.find(REVIEW), ifFalse);
  }

  private Risk risk(Values values) {
    return new Risk(
        values.text(TEXT),
        values.get(PROBABILITY, 0.0),
        impact(values, IMPACT),
        values.find(OWNER),
        values.find(RESPONSE));
  }

  private Impact impact(Values values, Key<Values> size) {
    return new Impact(
        effects.read(values, size),
        values.find(MOVES).map(measure -> uses.note(Use.Target.MEASURE, measure)),
        values.find(FROM));
  }
}
