package outturn.http.outcome;

import java.util.List;
import java.util.Optional;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.problem.Refused;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.runtime.change.Questions;
import outturn.runtime.outcome.Gates;
import outturn.runtime.project.InForce;

/// The gates of outcomes, and the agreement of the business.
public final class GateRoutes {
  private static final int LONGEST = 2_000;

  private final Gates gates;
  private final Questions questions;
  private final InForce inForce;

  public GateRoutes(Gates gates, Questions questions, InForce inForce) {
    this.gates = gates;
    this.questions = questions;
    this.inForce = inForce;
  }

  public Answer check(Call call) {
    call.allow();
    var name = call.path("name");
    var steps = gates.find(name).orElseThrow(() -> unknown(name));
    var shifts = questions.of(steps.value().about().position());
    return Answer.json(GateJson.of(steps, shifts.values().stream().flatMap(List::stream).toList()));
  }

  public Answer gauge(Call call) {
    call.allow();
    return Answer.json(GateJson.of(gates.gauge()));
  }

  public Answer agree(Call call) {
    call.allow();
    var name = call.path("name");
    var body = call.json("comment", "hash");
    var comment = body.find("comment").orElse("");
    if (comment.length() > LONGEST) {
      return Problem.of(
              Code.INVALID_INPUT,
              "a comment has %d characters at most, not %d".formatted(LONGEST, comment.length()))
          .answer();
    }
    return switch (gates.agree(name, call.user(), comment, body.find("hash"))) {
      case Gates.Answer.NoSuchOutcome() -> throw unknown(name);
      case Gates.Answer.Refused(var why) -> Problem.of(Code.FORBIDDEN, why).answer();
      case Gates.Answer.Moved(var hash) ->
          Problem.of(
                  Code.NOT_ALLOWED,
                  "the outcome '%s' does not say any more what you have read: its hash is %s; read it again"
                      .formatted(name, hash))
              .answer();
      case Gates.Answer.Done(var agreed) -> Answer.json(GateJson.of(agreed, Optional.of(agreed)));
    };
  }

  private Refused unknown(String name) {
    return NoOutcome.named(name, inForce);
  }
}
