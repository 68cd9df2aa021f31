package outturn.http.identity;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import outturn.http.json.Json;
import outturn.http.json.Page;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.store.audit.AuditEntry;
import outturn.store.audit.AuditFilter;
import outturn.store.audit.AuditTrail;

/// The audit trail: who did what, when and why; page by page, or all of it as CSV.
public final class AuditRoutes {
  private static final int CHUNK = 500;

  private final AuditTrail trail;

  public AuditRoutes(AuditTrail trail) {
    this.trail = trail;
  }

  private record Listed(
      String id,
      Instant at,
      String who,
      String action,
      String subject,
      Map<String, Object> details) {}

  /// Newest first.
  public Answer list(Call call) {
    call.allow("who", "action", "subject", "from", "to", "limit", "after");
    int limit = Page.limit(call);
    long before = call.query("after", "an id", Long::parseLong).orElse(Long.MAX_VALUE);
    var found = trail.page(filter(call), before, limit + 1);
    return Answer.json(
        Page.cut(found, entry -> String.valueOf(entry.id()), limit).map(AuditRoutes::listed));
  }

  private static AuditFilter filter(Call call) {
    return new AuditFilter(
        call.query("who"),
        call.query("action"),
        call.query("subject"),
        call.instant("from"),
        call.instant("to"));
  }

  private static Listed listed(AuditEntry entry) {
    var act = entry.act();
    return new Listed(
        String.valueOf(entry.id()),
        entry.at(),
        act.who(),
        act.action(),
        act.subject(),
        act.details());
  }

  /// All that the filter lets through, newest first, read piece by piece.
  public Answer export(Call call) {
    call.allow("who", "action", "subject", "from", "to");
    var filter = filter(call);
    return new Answer.Download("text/csv; charset=utf-8", out -> write(filter, out));
  }

  private void write(AuditFilter filter, OutputStream out) throws IOException {
    line(out, List.of("id", "at", "who", "action", "subject", "details"));
    for (var page = trail.page(filter, Long.MAX_VALUE, CHUNK); !page.isEmpty(); ) {
      for (var entry : page) {
        var act = entry.act();
        line(
            out,
            List.of(
                String.valueOf(entry.id()),
                entry.at().toString(),
                act.who(),
                act.action(),
                act.subject(),
                new String(Json.bytes(act.details()), StandardCharsets.UTF_8)));
      }
      page = trail.page(filter, page.getLast().id(), CHUNK);
    }
  }

  private static void line(OutputStream out, List<String> cells) throws IOException {
    var line = cells.stream().map(AuditRoutes::cell).collect(Collectors.joining(",", "", "\r\n"));
    out.write(line.getBytes(StandardCharsets.UTF_8));
  }

  /// RFC 4180. A spreadsheet takes what begins like a formula for one, and runs it: an apostrophe
  /// makes it a text (OWASP, *CSV Injection*).
  private static String cell(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    var safe = formula ? "'" + text : text;
    return "\"" + safe.replace("\"", "\"\"") + "\"";
  }
}
