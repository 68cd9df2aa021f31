package outturn.http.ahead;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outturn.http.json.Page;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.runtime.ahead.Ahead;
import outturn.runtime.ahead.WhatIf;
import outturn.runtime.hold.Hold;
import outturn.runtime.project.InForce;

/// What will start in a stretch of time, and what would if something were otherwise.
public final class AheadRoutes {
  /// A line is small, and a year has many.
  private static final int MOST = 10_000;

  private static final int USUAL = 100;

  private final InForce inForce;
  private final Ahead ahead;
  private final WhatIf whatIf;
  private final Hold hold;
  private final InstantSource clock;

  public AheadRoutes(InForce inForce, Ahead ahead, WhatIf whatIf, Hold hold, InstantSource clock) {
    this.inForce = inForce;
    this.ahead = ahead;
    this.whatIf = whatIf;
    this.hold = hold;
    this.clock = clock;
  }

  /// @param heldSince of a restored copy: none of this starts until it is resumed
  private record Lines(
      Instant from,
      Instant to,
      Optional<Instant> heldSince,
      List<Map<String, @Nullable Object>> items,
      Optional<String> next) {}

  public Answer list(Call call) {
    call.allow("from", "to", "workflow", "limit", "after");
    var window = Asked.window(call, clock.instant());
    int limit = call.whole("limit", 1, MOST).orElse(USUAL);
    var found = ahead.lines(Asked.workflow(call, inForce), window, Asked.after(call), limit + 1);
    var page = Page.cut(found, each -> Asked.cursor(each.line().place()), limit);
    return Answer.json(
        new Lines(
            window.from(),
            window.to(),
            hold.since(),
            page.items().stream().map(LineJson::of).toList(),
            page.next()));
  }

  public Answer whatIf(Call call) {
    call.allow("from", "to", "workflow", "holiday", "without", "pool");
    var window = Asked.window(call, clock.instant());
    var workflow = Asked.workflow(call, inForce);
    var supposition = SuppositionReader.read(call);
    return switch (whatIf.of(workflow, window, supposition)) {
      case WhatIf.Answer.Told told -> Answer.json(WhatIfJson.of(window, told, ahead));
      case WhatIf.Answer.Refused(var why) -> throw Problem.of(Code.INVALID_INPUT, why).refused();
    };
  }
}
