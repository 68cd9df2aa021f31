package outturn.http.page;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.engine.reason.Reason;
import outturn.engine.reason.Reasons;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.http.run.RunLook;
import outturn.outcome.period.Dates;
import outturn.report.markup.Markup;
import outturn.runtime.change.Questions;
import outturn.runtime.hold.Hold;
import outturn.runtime.outcome.Gates;
import outturn.runtime.outcome.Outcomes;
import outturn.runtime.project.InForce;
import outturn.store.run.RunEntry;
import outturn.store.run.RunFilter;
import outturn.store.run.RunReader;

/// The page at `/`: every outcome with its charts, and the work behind them.
public final class OverviewPage {
  private static final int MOST_OUTCOMES = 20;
  private static final int RUNS = 20;
  private static final int MOST_WHYS = 10;
  private static final int BARS = 20;
  private static final int MOST_WORKFLOWS = 200;

  private final Effect effect;
  private final InForce inForce;
  private final RunReader runs;
  private final RunLook look;
  private final Hold hold;
  private final InstantSource clock;

  public OverviewPage(
      Effect effect,
      InForce inForce,
      RunReader runs,
      RunLook look,
      Hold hold,
      InstantSource clock) {
    this.effect = effect;
    this.inForce = inForce;
    this.runs = runs;
    this.look = look;
    this.hold = hold;
    this.clock = clock;
  }

  /// What is looked at of outcomes.
  public record Effect(Outcomes outcomes, Gates gates, Questions questions) {}

  public Answer show(Call call) {
    call.allow();
    var now = clock.instant();
    var html = new Markup();
    Frame.open(html, "Outturn", Frame.Refresh.EVERY_FIFTEEN_SECONDS);
    header(html, call.user(), now);
    html.open("main").line();
    if (hold.held()) held(html);
    outcomes(html);
    work(html, now);
    html.close("main").line();
    Frame.close(html);
    return Answer.text("text/html; charset=utf-8", html.toString());
  }

  private static void header(Markup html, String user, Instant now) {
    html.open("header").line();
    html.element("h1", "Outturn").line();
    html.open("p").text("The actual result, as against what was planned").close("p").line();
    html.open("p", "class", "when");
    html.text(Dates.fully(now.atZone(ZoneOffset.UTC).toLocalDate()));
    html.text(", signed in as ").text(user).close("p").line();
    html.close("header").line();
  }

  private void held(Markup html) {
    html.open("section").open("p", "class", "held", "role", "status");
    html.text("This server is a restored copy and is held: no schedule starts a run, no task is ")
        .text("sent to a worker. When you have looked at it, and the original is off: ");
    html.element("code", "outturn resume").close("p").close("section").line();
  }

  private void outcomes(Markup html) {
    var names = InForce.names(inForce.outcomes());
    if (names.isEmpty()) {
      html.open("section").element("h2", "Outcomes").line();
      html.open("p", "class", "empty")
          .text(
              "No outcome is described yet. Write down who is to get what, and how it is measured, as ");
      html.element("code", "kind: outcome").text(" in a project, and put it in force: ");
      html.element("code", "outturn apply FOLDER").close("p").close("section").line();
      return;
    }
    var known = effect.questions().known(clock.instant());
    var section = new OutcomeSection(html, known);
    names.stream()
        .limit(MOST_OUTCOMES)
        .flatMap(name -> effect.outcomes().find(name).stream())
        .forEach(each -> section.write(each, effect.gates().of(each).sentence()));
    html.open("section").open("p", "class", "by");
    if (names.size() > MOST_OUTCOMES) {
      html.text("%d more outcomes are not shown here. ".formatted(names.size() - MOST_OUTCOMES));
    }
    html.open("a", "href", "/portfolio").text("All outcomes, a line each").close("a");
    html.text(" · ").open("a", "href", "/value-map").text("What leads to what").close("a");
    html.close("p").close("section").line();
  }

  private void work(Markup html, Instant now) {
    var section = new WorkSection(html, inForce, hold, now);
    var latest = runs.newest(RunFilter.ALL.withoutCalled(), Optional.empty(), RUNS);
    section.runs(latest, whys(latest));
    var workflows = inForce.workflows().stream().limit(MOST_WORKFLOWS).toList();
    section.workflows(workflows, runs.recent(InForce.names(workflows), BARS));
  }

  /// Why runs are not over, of the newest few.
  private Map<String, String> whys(List<RunEntry> latest) {
    var whys = new HashMap<String, String>();
    latest.stream()
        .filter(run -> !run.row().state().ended())
        .limit(MOST_WHYS)
        .forEach(run ->
            look.at(run.row().id())
                .flatMap(seen -> Reasons.first(seen.reasons()))
                .map(Reason::text)
                .ifPresent(text -> whys.put(run.row().id().toString(), text)));
    return whys;
  }
}
