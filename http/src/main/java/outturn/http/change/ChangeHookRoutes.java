package outturn.http.change;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import outturn.http.json.FreeJson;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.problem.Refused;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.runtime.change.Announced;
import outturn.runtime.change.ChangeHooks;
import outturn.runtime.change.ChangeHooks.Hook;
import outturn.runtime.change.ChangeHooks.Taken;
import outturn.runtime.event.Unfit;

/// Takes releases and deployments from the programs that make them.
public final class ChangeHookRoutes {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,29}");
  private static final String USUALLY = "production";

  private final ChangeHooks hooks;

  public ChangeHookRoutes(ChangeHooks hooks) {
    this.hooks = hooks;
  }

  public Answer take(Call call) {
    call.allow("affects", "environment");
    var hook = hook(call);
    var body = call.body();
    if (call.user().isEmpty() && !hooks.signed(hook, call::header, body)) throw unsigned(hook);
    var sender = new Announced.Sender(call.header("X-GitHub-Event"), call.header("X-Gitlab-Event"));
    try {
      return switch (hooks.take(hook, sender, FreeJson.read(body))) {
        case Taken.Recorded(var change) ->
            Answer.json(
                202, Map.of("state", "recorded", "change", ChangeJson.of(change)), Map.of());
        case Taken.NotOne(var why) ->
            Answer.json(202, Map.of("state", "ignored", "reason", why), Map.of());
      };
    } catch (Unfit unfit) {
      throw Problem.of(Code.INVALID_INPUT, String.valueOf(unfit.getMessage())).refused();
    }
  }

  private static Hook hook(Call call) {
    var name = call.path("name");
    if (!NAME.matcher(name).matches()) {
      throw Problem.of(
              Code.NOT_FOUND,
              "no webhook '%s': expected a lower-case letter, then up to 29 letters, digits and -"
                  .formatted(name))
          .refused();
    }
    var affects =
        call.query("affects")
            .map(text -> Arrays.stream(text.split(",", -1)).map(String::strip).toList())
            .orElse(List.of());
    return new Hook(name, affects, call.query("environment").orElse(USUALLY));
  }

  private static String key(Hook hook) {
    return hook.terms()
        .map(
            "; for this address not the secret itself is the key, but the HMAC-SHA256 of '%s' with it, in hexadecimal"
                ::formatted)
        .orElse("");
  }

  private static Refused unsigned(Hook hook) {
    return Problem.of(
            Code.UNAUTHENTICATED,
            "expected a signature with the secret %1$s in the header X-Hub-Signature-256 (sha256= and the HMAC-SHA256 of the body in hexadecimal), or that secret in X-Gitlab-Token, or a token with Authorization: Bearer TOKEN; set it: outturn secret set %1$s%2$s"
                .formatted(hook.secret(), key(hook)))
        .withHeader("WWW-Authenticate", "Bearer realm=\"outturn\"")
        .refused();
  }
}
