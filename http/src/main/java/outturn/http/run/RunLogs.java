package outturn.http.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import outturn.engine.run.AttemptId;
import outturn.engine.run.AttemptState;
import outturn.engine.run.Rows.AttemptRow;
import outturn.engine.run.Run;
import outturn.http.json.Page;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.store.log.LogStore;
import outturn.store.run.RunReader;

/// What the attempts of a run wrote, line by line; asked again with its cursor, it goes on where it
/// was, also while they write.
public final class RunLogs {
  private static final int BYTES_AT_ONCE = 256 * 1024;

  private final RunReader runs;
  private final RunLook look;
  private final LogStore logs;

  public RunLogs(RunReader runs, RunLook look, LogStore logs) {
    this.runs = runs;
    this.look = look;
    this.logs = logs;
  }

  private record Line(
      String task, Optional<Integer> item, int attempt, Instant at, String stream, String text) {}

  private record Lines(List<Line> items, String next, boolean ended) {}

  public Answer read(Call call) {
    call.allow("task", "item", "attempt", "after", "limit");
    // The rows are read before the logs: an attempt that has ended there has all its lines stored.
    var seen = look.at(call.run()).orElseThrow(() -> RunRoutes.unknown(runs, call.run()));
    call.query("task").ifPresent(task -> TaskJson.require(seen.run(), task));
    var cursor =
        call.query("after", "the `next` of an earlier answer", LogCursor::parse)
            .orElseGet(LogCursor::start);
    var lines = lines(seen, wanted(call), cursor, Page.limit(call));
    boolean ended = ended(seen.run(), call.query("task"));
    return Answer.json(new Lines(lines, cursor.toString(), ended));
  }

  private static boolean ended(Run run, Optional<String> task) {
    return run.state().ended() || task.map(name -> run.task(name).state().ended()).orElse(false);
  }

  private static Predicate<AttemptId> wanted(Call call) {
    var task = call.query("task");
    var item = call.whole("item", 0, Integer.MAX_VALUE);
    var attempt = call.whole("attempt", 1, Integer.MAX_VALUE);
    return id ->
        task.map(id.task()::equals).orElse(true)
            && item.map(number -> number == id.item()).orElse(true)
            && attempt.map(number -> number == id.attempt()).orElse(true);
  }

  private List<Line> lines(
      RunLook.Seen seen, Predicate<AttemptId> wanted, LogCursor cursor, int limit) {
    var attempts =
        seen.rows().attempts().stream()
            .filter(row -> row.by().worker() != 0 && wanted.test(row.id()))
            .sorted(ORDER)
            .toList();
    var sizes = logs.sizes(seen.run().id());
    var lines = new ArrayList<Line>();
    for (int place = cursor.floor(); place < attempts.size() && lines.size() < limit; place++) {
      var row = attempts.get(place);
      var from = cursor.place(place);
      if (from.isEmpty()) continue;
      boolean over = row.state() != AttemptState.RUNNING;
      if (!sizes.containsKey(row.id())) {
        if (over) cursor.done(place);
        continue;
      }
      var next = from.get();
      boolean last = false;
      // To its end, as far as there is room: the lines of a later attempt come after it.
      while (!last && lines.size() < limit) {
        var part = part(row.id(), next, limit - lines.size(), over);
        part.lines().lines().forEach(line -> lines.add(line(seen.run(), row.id(), line)));
        next = part.lines().next();
        last = part.last();
      }
      cursor.read(place, next);
      if (last && over) cursor.done(place);
    }
    return lines;
  }

  private static final Comparator<AttemptRow> ORDER =
      Comparator.comparing((AttemptRow row) -> row.times().created())
          .thenComparing(row -> row.id().task())
          .thenComparingInt(row -> row.id().item())
          .thenComparingInt(row -> row.id().attempt());

  /// @param last whether all that is stored was read
  private record Read(LogLines.Part lines, boolean last) {}

  private Read part(AttemptId attempt, LogPlace from, int most, boolean over) {
    // What was told of the first chunk comes on top, so that each reading gets on.
    var chunks = logs.read(attempt, from.seq(), from.bytes() + BYTES_AT_ONCE);
    boolean whole = chunks.isEmpty() || logs.read(attempt, chunks.getLast().seq() + 1, 1).isEmpty();
    var rest = whole && over ? LogLines.Rest.NONE : LogLines.Rest.MAY_COME;
    var lines = LogLines.of(chunks, from, most, rest);
    boolean behind = chunks.isEmpty() || lines.next().seq() > chunks.getLast().seq();
    return new Read(lines, whole && behind);
  }

  private static Line line(Run run, AttemptId id, LogLines.Line line) {
    return new Line(
        id.task(),
        Optional.of(id.item()).filter(_ -> run.task(id.task()).fanned()),
        id.attempt(),
        line.at(),
        line.stream().name().toLowerCase(Locale.ROOT),
        line.text());
  }
}
