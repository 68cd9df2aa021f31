package outturn.cli.evidence.yaml;

import java.util.List;
import outturn.definition.shape.Form;
import outturn.definition.shape.Forms;
import outturn.definition.shape.Groups;
import outturn.definition.shape.Key;
import outturn.definition.shape.Values;
import outturn.definition.text.Position;
import outturn.definition.text.Problems;
import outturn.evidence.estimate.Answer;
import outturn.evidence.quantity.Pert;

/// What is not known exactly: one number, or the lowest, the most likely and the highest one.
public final class ThreePoints {
  private final Problems problems;

  public ThreePoints(Problems problems) {
    this.problems = problems;
  }

  /// The form of a key that is read with [#pert].
  public static Form<List<Double>> form() {
    return Groups.oneOrMany(Forms.number());
  }

  /// A constant 0 after a problem was told.
  public Pert pert(Values values, Key<List<Double>> key) {
    var points = values.list(key);
    if (points.size() == 1 && Double.isFinite(points.getFirst())) {
      return Pert.constant(points.getFirst());
    }
    if (points.size() == 3) {
      var pert = Pert.of(points.getFirst(), points.get(1), points.getLast());
      return told(pert, values.position(key), Pert.constant(0));
    }
    if (values.find(key).isPresent()) {
      problems.add(
          values.position(key),
          "not-three-points",
          "expected one number, or three: lowest, most likely and highest");
    }
    return Pert.constant(0);
  }

  /// What was found, or another value after its refusal was told.
  public <T> T told(Answer<T> answer, Position position, T otherwise) {
    answer.refusal().ifPresent(why -> problems.add(position, why.reason().word(), why.text()));
    return answer.result().orElse(otherwise);
  }
}
