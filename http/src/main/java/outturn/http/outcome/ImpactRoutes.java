package outturn.http.outcome;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.definition.text.Nearest;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.problem.Refused;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.runtime.impact.Demonstrating;
import outturn.runtime.impact.Demonstrating.Corrected;
import outturn.runtime.impact.Impacts;
import outturn.runtime.impact.Signing;
import outturn.runtime.project.InForce;
import outturn.store.outcome.Signature;
import outturn.store.outcome.Signature.Capacity;

/// What changes did to outcomes: as it can be read now, and as it was kept on review dates and
/// signed.
public final class ImpactRoutes {
  private static final int LONGEST = 2_000;
  private static final int SHORTEST_HASH = 12;

  private final Impacts impacts;
  private final Demonstrating demonstrating;
  private final Signing signing;
  private final InForce inForce;
  private final InstantSource clock;

  public ImpactRoutes(
      Impacts impacts,
      Demonstrating demonstrating,
      Signing signing,
      InForce inForce,
      InstantSource clock) {
    this.impacts = impacts;
    this.demonstrating = demonstrating;
    this.signing = signing;
    this.inForce = inForce;
    this.clock = clock;
  }

  private record Items(List<Map<String, Object>> items) {}

  private record Signed(String as, String who, Instant at, String comment) {}

  public Answer show(Call call) {
    call.allow("asOf");
    var name = call.path("name");
    var asOf = call.instant("asOf").orElseGet(clock::instant);
    return Answer.json(impacts.find(name, asOf).orElseThrow(() -> unknown(name)).json());
  }

  public Answer evidence(Call call) {
    call.allow();
    return Answer.json(new Items(history(call).stream().map(ImpactRoutes::line).toList()));
  }

  /// The very text that was kept, so that everybody can make its hash.
  public Answer body(Call call) {
    call.allow();
    var history = history(call);
    var version = call.path("version");
    return history.stream()
        .filter(each -> String.valueOf(each.evidence().version()).equals(version))
        .findFirst()
        .map(each -> Answer.text("application/json", each.evidence().found().body()))
        .orElseGet(() ->
            Problem.of(
                    Code.NOT_FOUND,
                    "outcome '%s' has no evidence of version '%s'; it has %d"
                        .formatted(call.path("name"), version, history.size()))
                .answer());
  }

  /// Reads the last review again.
  public Answer correct(Call call) {
    call.allow();
    var reason = call.json("reason").find("reason").map(String::strip).orElse("");
    if (reason.isEmpty() || reason.length() > LONGEST) {
      return invalid(
          "expected a reason of 1 to %d characters: why is what was kept corrected?"
              .formatted(LONGEST));
    }
    return switch (demonstrating.correct(call.path("name"), call.user(), reason)) {
      case Corrected.NoSuchOutcome() -> throw unknown(call.path("name"));
      case Corrected.Refused(var why) -> Problem.of(Code.NOT_ALLOWED, why).answer();
      case Corrected.Done(_) -> evidence(call);
    };
  }

  public Answer sign(Call call) {
    call.allow();
    var body = call.json("as", "hash", "comment");
    var as = body.find("as").orElse("");
    var hash = body.find("hash").orElse("");
    var comment = body.find("comment").orElse("");
    var capacity = capacity(as);
    if (capacity.isEmpty()) {
      return invalid("'as' is owner or analyst, not '%s'; %s".formatted(as, hint(as)));
    }
    if (hash.length() < SHORTEST_HASH) {
      return invalid(
          "'hash' is that of the evidence you have read, its first %d characters at least"
              .formatted(SHORTEST_HASH));
    }
    if (comment.length() > LONGEST) {
      return invalid(
          "a comment has %d characters at most, not %d".formatted(LONGEST, comment.length()));
    }
    var name = call.path("name");
    return switch (signing.sign(name, capacity.get(), call.user(), comment, hash)) {
      case Signing.Answer.NoSuchOutcome() -> throw unknown(name);
      case Signing.Answer.Refused(var why) -> Problem.of(Code.NOT_ALLOWED, why).answer();
      case Signing.Answer.Done(var signature) -> Answer.json(signed(signature));
    };
  }

  private static Answer invalid(String why) {
    return Problem.of(Code.INVALID_INPUT, why).answer();
  }

  private static String hint(String as) {
    return Nearest.hint(as, List.of(Capacity.OWNER.word(), Capacity.ANALYST.word()));
  }

  private static Optional<Capacity> capacity(String word) {
    return List.of(Capacity.values()).stream().filter(each -> each.word().equals(word)).findFirst();
  }

  private List<Signing.Kept> history(Call call) {
    var name = call.path("name");
    if (inForce.outcome(name).isEmpty()) throw unknown(name);
    return signing.history(name);
  }

  private static Map<String, Object> line(Signing.Kept kept) {
    var evidence = kept.evidence();
    var json = new LinkedHashMap<String, Object>();
    json.put("version", evidence.version());
    json.put("review", evidence.review());
    json.put("badge", evidence.found().badge());
    json.put("hash", evidence.hash());
    json.put("at", evidence.at());
    json.put("by", evidence.by());
    json.put("reason", evidence.reason());
    json.put("signatures", kept.signatures().stream().map(ImpactRoutes::signed).toList());
    return json;
  }

  private static Signed signed(Signature signature) {
    return new Signed(
        signature.capacity().word(), signature.who(), signature.at(), signature.comment());
  }

  private Refused unknown(String name) {
    return NoOutcome.named(name, inForce);
  }
}
