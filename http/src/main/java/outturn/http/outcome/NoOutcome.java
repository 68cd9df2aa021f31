package outturn.http.outcome;

import outturn.definition.text.Nearest;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.problem.Refused;
import outturn.runtime.project.InForce;

/// Tells that there is no such outcome, with the nearest name.
public final class NoOutcome {
  private NoOutcome() {}

  public static Refused named(String name, InForce inForce) {
    var hint = Nearest.hint(name, InForce.names(inForce.outcomes()));
    return Problem.of(Code.NOT_FOUND, "no outcome '%s'; %s".formatted(name, hint)).refused();
  }
}
