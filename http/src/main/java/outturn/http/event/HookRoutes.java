package outturn.http.event;

import java.util.Map;
import outturn.engine.trigger.Fate;
import outturn.http.json.FreeJson;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.problem.Refused;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.runtime.event.Hooks;
import outturn.runtime.event.Unfit;
import outturn.store.event.EventEntry;

/// Takes requests to webhooks.
public final class HookRoutes {
  private final Hooks hooks;

  public HookRoutes(Hooks hooks) {
    this.hooks = hooks;
  }

  /// Answers with the run that was started, or with what the event waits for.
  public Answer take(Call call) throws InterruptedException {
    call.allow();
    var hook =
        hooks
            .find(call.path("workflow"), call.path("trigger"))
            .orElseThrow(() -> unknown(call.path("workflow"), call.path("trigger")));
    var body = call.body();
    var request = new Hooks.Request(call::header, body, () -> FreeJson.read(body));
    if (call.user().isEmpty() && !hooks.signed(hook, request)) throw unsigned(hook);
    try {
      return answer(hooks.take(hook, request));
    } catch (Unfit unfit) {
      throw Problem.of(Code.INVALID_INPUT, String.valueOf(unfit.getMessage())).refused();
    }
  }

  static Answer answer(EventEntry entry) {
    if (entry.fate() == Fate.REFUSED) {
      throw Problem.of(Code.INVALID_INPUT, entry.reason()).refused();
    }
    return Answer.json(202, EventJson.of(entry), Map.of());
  }

  private static Refused unknown(String workflow, String trigger) {
    return Problem.of(
            Code.NOT_FOUND,
            "no webhook '%s' of workflow '%s'; `outturn workflows %s` shows its triggers"
                .formatted(trigger, workflow, workflow))
        .refused();
  }

  private static Refused unsigned(Hooks.Hook hook) {
    var detail =
        hook.source()
            .signed()
            .map(signed ->
                "expected a signature in the header %s: sha256= and the HMAC-SHA256 of the body in hexadecimal; or a token with Authorization: Bearer TOKEN"
                    .formatted(signed.header()))
            .orElse("send a token with Authorization: Bearer TOKEN");
    return Problem.of(Code.UNAUTHENTICATED, detail)
        .withHeader("WWW-Authenticate", "Bearer realm=\"outturn\"")
        .refused();
  }
}
