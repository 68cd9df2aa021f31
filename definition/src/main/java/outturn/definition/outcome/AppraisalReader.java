package outturn.definition.outcome;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import outturn.definition.outcome.Analysis.Design;
import outturn.definition.outcome.Outcome.Appraisal;
import outturn.definition.outcome.Outcome.Category;
import outturn.definition.outcome.Outcome.Each;
import outturn.definition.reference.Use;
import outturn.definition.reference.Uses;
import outturn.definition.shape.Choices;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Groups;
import outturn.definition.shape.Key;
import outturn.definition.shape.Money;
import outturn.definition.shape.Placed;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;
import outturn.definition.text.Position;
import outturn.definition.text.Problems;

/// Reads `value:` and `analysis:` of an outcome.
final class AppraisalReader {
  private static final Key<String> WHAT =
      Key.required("what", Forms.text(), "What one unit of the measure is.");
  private static final Key<Integer> PRICE_YEAR =
      Key.required("priceYear", Forms.whole(1900, 2200), "In whose prices.");
  private static final Key<Double> LOW = Key.required("low", Forms.number(), "");
  private static final Key<Double> LIKELY = Key.required("likely", Forms.number(), "");
  private static final Key<Double> HIGH = Key.required("high", Forms.number(), "");
  private static final Shape EACH_SHAPE =
      new Shape("worth of one", WHAT, Money.CURRENCY, PRICE_YEAR, LOW, LIKELY, HIGH);

  private static final Key<Placed<String>> MEASURE =
      Key.required("measure", Forms.name().placed(), "The measure whose change has a worth.");
  private static final Key<String> VOLUME =
      Key.required("volume", Forms.word(), "How many there are: a number, or a measure.");
  private static final Key<Values> EACH =
      Key.required("each", EACH_SHAPE.form(), "The worth of one.");
  private static final Key<Category> CATEGORY =
      Key.required("category", Choices.of(Category.class), "What kind of value it is.");
  private static final Key<Double> REALISATION =
      Key.optional("realisation", Forms.percent(), "How much of it becomes real.");
  private static final Key<Double> SHARE =
      Key.optional("share", Forms.percent(), "How much of the change it claims, beside others.");
  private static final Shape VALUE_SHAPE =
      new Shape("value", MEASURE, VOLUME, EACH, CATEGORY, REALISATION, SHARE);
  static final Key<Values> VALUE =
      Key.optional("value", VALUE_SHAPE.form(), "What it is worth in money.");

  private static final Key<Placed<String>> INTERVENTION =
      Key.required("intervention", Forms.name().placed(), "The change whose effect is asked for.");
  private static final Key<Design> DESIGN =
      Key.required("design", Choices.of(Design.class), "How cause and effect are told apart.");
  private static final Key<List<String>> CONTROLS =
      Key.optional("controls", Groups.oneOrMany(Forms.name()), "What it does not reach.");
  private static final Key<Duration> TRANSITION =
      Key.optional("transition", Forms.duration(), "Left out after the intervention.");
  private static final Key<LocalDate> REGISTER_BY =
      Key.optional("registerBy", Forms.date(), "The day from which it is locked.");
  private static final Key<List<LocalDate>> REVIEW =
      Key.optional("review", Groups.oneOrMany(Forms.date()), "When it is run.");
  private static final Key<Placed<String>> MAIL =
      Key.optional(
          "mail",
          Forms.name().placed(),
          "The channel of mail by which the impact statement is sent when something is kept.");
  private static final Shape ANALYSIS_SHAPE =
      new Shape(
          "analysis plan", INTERVENTION, DESIGN, CONTROLS, TRANSITION, REGISTER_BY, REVIEW, MAIL);
  static final Key<Values> ANALYSIS =
      Key.optional("analysis", ANALYSIS_SHAPE.form(), "What will be tested.");

  private final Uses uses;
  private final Problems problems;

  AppraisalReader(Uses uses, Problems problems) {
    this.uses = uses;
    this.problems = problems;
  }

  Appraisal read(Values outcome) {
    return new Appraisal(
        outcome.find(VALUE).map(this::value), outcome.find(ANALYSIS).map(this::analysis));
  }

  /// Where the channel of the impact statement is named.
  static Optional<Position> mail(Values outcome) {
    return outcome.find(ANALYSIS).flatMap(plan -> plan.find(MAIL)).map(Placed::position);
  }

  private Outcome.Value value(Values values) {
    return new Outcome.Value(
        values.find(MEASURE).map(measure -> uses.note(Use.Target.MEASURE, measure)).orElse(""),
        values.text(VOLUME),
        values.find(EACH).map(this::each).orElse(new Each("", "", 0, 0, 0, 0)),
        values.get(CATEGORY, Category.QUALITATIVE),
        values.find(REALISATION),
        values.find(SHARE));
  }

  private Each each(Values values) {
    var each =
        new Each(
            values.text(WHAT),
            values.text(Money.CURRENCY),
            values.get(PRICE_YEAR, 0),
            values.get(LOW, 0.0),
            values.get(LIKELY, 0.0),
            values.get(HIGH, 0.0));
    if (values.has(LOW) && values.has(LIKELY) && values.has(HIGH)) {
      Money.checkOrder(values.position(), each.low(), each.likely(), each.high(), problems);
    }
    return each;
  }

  private Analysis analysis(Values values) {
    return new Analysis(
        values.find(INTERVENTION).map(change -> uses.note(Use.Target.CHANGE, change)).orElse(""),
        values.get(DESIGN, Design.BEFORE_AFTER),
        values.list(CONTROLS),
        values.find(TRANSITION),
        values.find(REGISTER_BY),
        values.list(REVIEW),
        values.find(MAIL).map(channel -> uses.note(Use.Target.CHANNEL, channel)));
  }
}
