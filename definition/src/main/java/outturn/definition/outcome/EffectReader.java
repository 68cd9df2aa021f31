package outturn.definition.outcome;

import outturn.definition.outcome.Lever.Effect;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Key;
import outturn.definition.shape.Shape;
import outturn.definition.shape.Values;
import outturn.definition.text.Problems;

/// Reads effects of three points.
final class EffectReader {
  private static final Key<Double> WORST = Key.required("worst", Forms.number(), "");
  private static final Key<Double> LIKELY = Key.required("likely", Forms.number(), "");
  private static final Key<Double> BEST = Key.required("best", Forms.number(), "");
  static final Shape SHAPE = new Shape("effect", WORST, LIKELY, BEST);
  static final Key<Values> EFFECT =
      Key.required("effect", SHAPE.form(), "Signed, in the measure's unit, when full.");

  private final Problems problems;

  EffectReader(Problems problems) {
    this.problems = problems;
  }

  Effect read(Values values, Key<Values> key) {
    return values.find(key).map(this::read).orElse(new Effect(0, 0, 0));
  }

  private Effect read(Values values) {
    var effect = new Effect(values.get(WORST, 0.0), values.get(LIKELY, 0.0), values.get(BEST, 0.0));
    var rises = effect.worst() <= effect.likely() && effect.likely() <= effect.best();
    var falls = effect.worst() >= effect.likely() && effect.likely() >= effect.best();
    var complete = values.has(WORST) && values.has(LIKELY) && values.has(BEST);
    if (complete && !rises && !falls) {
      problems.add(
          values.position(),
          "not-in-order",
          "expected likely between worst and best",
          "put the three in order; they are signed");
    }
    return effect;
  }
}
