package outturn.http.ahead;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import outturn.engine.run.RunId;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.runtime.ahead.Explained;
import outturn.runtime.ahead.WhyNot;
import outturn.runtime.project.InForce;

/// Why a workflow does not run for a date.
public final class WhyNotRoutes {
  private final InForce inForce;
  private final WhyNot whyNot;

  public WhyNotRoutes(InForce inForce, WhyNot whyNot) {
    this.inForce = inForce;
    this.whyNot = whyNot;
  }

  private record Told(String workflow, LocalDate date, String sentence, List<Reason> reasons) {}

  private record Reason(
      String kind,
      Optional<String> schedule,
      Optional<Instant> due,
      Optional<String> run,
      String text) {}

  public Answer explain(Call call) {
    call.allow("date");
    var entry = Asked.entry(call.path("name"), inForce);
    var date =
        call.date("date")
            .orElseThrow(() ->
                Asked.bad("query parameter 'date' is missing: expected a date such as 2026-11-23"));
    if (date.getYear() < 1970 || date.getYear() > 2200) {
      throw Asked.bad("query parameter 'date' is to be of the years 1970 to 2200, not " + date);
    }
    var found = whyNot.explain(entry, date);
    return Answer.json(
        new Told(
            found.workflow(),
            found.date(),
            found.sentence(),
            found.reasons().stream().map(WhyNotRoutes::reason).toList()));
  }

  private static Reason reason(Explained.Reason reason) {
    return new Reason(
        reason.kind(),
        reason.schedule(),
        reason.due(),
        reason.run().map(RunId::toString),
        reason.text());
  }
}
