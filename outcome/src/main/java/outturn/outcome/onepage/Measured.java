package outturn.outcome.onepage;

import outturn.evidence.estimate.Answer;
import outturn.outcome.impact.ImpactFinding;
import outturn.outcome.position.Position;

/// A measure of an outcome, and what its change did to it, or why that is not known.
public record Measured(Position position, Answer<ImpactFinding> finding) {
  String title() {
    return position.measure().about().title();
  }
}
