package outturn.http.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.store.audit.Act;
import outturn.store.audit.AuditTrail;
import outturn.store.run.RunReader;

/// What people write down about runs for those who come after them.
public final class RunNotes {
  private static final Duration USUAL = Duration.ofDays(2);
  private static final int MOST = 200;
  private static final int LONGEST = 2_000;

  private final RunReader runs;
  private final AuditTrail audit;
  private final InstantSource clock;

  public RunNotes(RunReader runs, AuditTrail audit, InstantSource clock) {
    this.runs = runs;
    this.audit = audit;
    this.clock = clock;
  }

  private record Notes(List<Map<String, @Nullable Object>> notes) {}

  /// The notes since a time, of the last two days without one.
  public Answer list(Call call) {
    call.allow("since");
    Instant since = call.instant("since").orElseGet(() -> clock.instant().minus(USUAL));
    return Answer.json(new Notes(audit.notes(since, MOST).stream().map(ActJson::of).toList()));
  }

  public Answer add(Call call) {
    call.allow();
    var id = call.run();
    var body = call.json("text", "task");
    var text = body.text("text").strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      throw Problem.of(Code.BAD_REQUEST, "'text' is to have 1 to %d characters".formatted(LONGEST))
          .refused();
    }
    if (runs.entry(id).isEmpty()) throw RunRoutes.unknown(runs, id);
    Map<String, Object> details = new HashMap<>();
    details.put("why", text);
    body.find("task").ifPresent(task -> details.put("task", task));
    audit.record(new Act(call.user(), "run note", id.toString(), details));
    return Answer.json(201, Map.of("run", id.toString(), "text", text), Map.of());
  }
}
