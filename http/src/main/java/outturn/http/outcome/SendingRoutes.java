package outturn.http.outcome;

import java.util.List;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.runtime.impact.Sending;
import outturn.runtime.project.InForce;

/// Mails impact statements when somebody asks.
public final class SendingRoutes {
  private final Sending sending;
  private final InForce inForce;

  public SendingRoutes(Sending sending, InForce inForce) {
    this.sending = sending;
    this.inForce = inForce;
  }

  private record Wanted(int version, String channel, List<String> to) {}

  /// By the channel that is named, or that of the outcome's analysis.
  public Answer send(Call call) {
    call.allow();
    var name = call.path("name");
    return switch (sending.send(name, call.json("channel").find("channel"), call.user())) {
      case Sending.Answer.NoSuchOutcome() -> throw NoOutcome.named(name, inForce);
      case Sending.Answer.Refused(var why) -> Problem.of(Code.NOT_ALLOWED, why).answer();
      case Sending.Answer.Done(var version, var channel, var to) ->
          Answer.json(new Wanted(version, channel, to));
    };
  }
}
