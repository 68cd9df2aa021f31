package outturn.cli.forecast;

import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Optional;
import outturn.cli.client.Fields;
import outturn.cli.terminal.Column;
import outturn.cli.terminal.Table;
import outturn.cli.terminal.Terminal;

/// Forecasts as people read them. Times are those of the workflow's zone.
final class ForecastReport {
  private static final int MOST_ON_PATH = 8;
  private static final String NOT_STARTED = "not started";
  private static final String UNKNOWN = "unknown";

  private final Terminal terminal;

  ForecastReport(Terminal terminal) {
    this.terminal = terminal;
  }

  /// @param nothing what to say when there is no deadline to tell of
  void list(Fields answer, String nothing) {
    var table =
        new Table(
            Column.of("BY"),
            Column.of("WORKFLOW"),
            Column.of("DEADLINE"),
            Column.ofNumbers("CHANCE"),
            Column.of("EXPECTED"),
            Column.of("9 IN 10"),
            Column.of("RUN"),
            Column.flexible("WHY"));
    for (var line : answer.list("items")) table.row(line(line));
    if (table.isEmpty()) {
      terminal.line(nothing);
      return;
    }
    table.print(terminal);
    if (answer.count("leftOut") > 0) {
      terminal.remark("%d more; see --below and --workflow".formatted(answer.count("leftOut")));
    }
  }

  private static Object[] line(Fields line) {
    var about = line.object("about");
    var times = new Moments(about);
    var finish = line.object("finish");
    return new Object[] {
      times.of(line.instant("by")),
      about.text("workflow"),
      line.text("deadline"),
      chance(line),
      isGuess(line) ? "" : times.of(finish.instant("p50")),
      isGuess(line) ? "" : times.of(finish.instant("p90")),
      about.find("run").orElse("to come"),
      isGuess(line) ? line.text("knowledge") : line.text("cause")
    };
  }

  /// Without enough history what is to come is a guess, and is not told.
  private static boolean isGuess(Fields line) {
    return line.text("state").equals("open") && !line.isTrue("enoughHistory");
  }

  /// A chance of what is over is a fact.
  private static String chance(Fields line) {
    if (isGuess(line)) return UNKNOWN;
    var state = line.text("state");
    return state.equals("open") ? Moments.percent(line.number("chance")) : state;
  }

  void ofRun(Fields answer) {
    if (answer.has("now")) now(answer.object("now"));
    else terminal.line(absent(answer.text("absent")));
    var warnings = answer.list("warnings");
    if (!warnings.isEmpty()) terminal.line("");
    var times = answer.has("now") ? times(answer.object("now")) : new Moments(ZoneOffset.UTC);
    for (var warning : warnings) {
      terminal.paragraph(
          "warned at %s%s: %s %s: %s"
              .formatted(
                  times.of(warning.instant("at")),
                  answer.has("now") ? "" : " UTC",
                  warning.text("occasion"),
                  warning.text("subject"),
                  warning.text("text")),
          "");
    }
  }

  private static String absent(String why) {
    return switch (why) {
      case "not-yet" ->
          "nothing is foreseen of this run yet; a forecast comes within a minute as a rule";
      case "held" ->
          "nothing is foreseen: this server is a restored copy, held until `outturn resume`";
      case "no-deadlines" -> "nothing is forecast of this run: its workflow has no deadlines";
      default -> "nothing is forecast of this run: it is over";
    };
  }

  private void now(Fields now) {
    for (var deadline : now.list("deadlines")) {
      var line = deadline.object("line");
      var times = new Moments(line.object("about"));
      var told =
          "%s by %s: %s"
              .formatted(line.text("deadline"), times.of(line.instant("by")), chance(line));
      terminal.paragraph(isGuess(line) ? told : told + expected(line, times), "");
      if (!isGuess(line)) terminal.paragraph(line.text("cause"), "  ");
      terminal.paragraph(line.text("knowledge"), "  ");
    }
    terminal.line("");
    tasks(now);
  }

  private static String expected(Fields line, Moments times) {
    var finish = line.object("finish");
    return "; expected at %s, in nine of ten cases by %s"
        .formatted(times.of(finish.instant("p50")), times.of(finish.instant("p90")));
  }

  private void tasks(Fields now) {
    var table =
        new Table(
            Column.flexible("TASK"),
            Column.ofNumbers("ON THE PATH"),
            Column.ofNumbers("SLACK"),
            Column.of("ENDS"));
    if (now.list("deadlines").isEmpty()) return;
    var times = times(now);
    now.list("tasks").stream()
        .sorted((one, other) -> Double.compare(critical(other), critical(one)))
        .limit(MOST_ON_PATH)
        .forEach(task ->
            table.row(
                task.text("task"),
                Moments.percent(task.number("critical")),
                task.number("slackSeconds").map(ForecastReport::length).orElse(""),
                times.of(task.object("finish").instant("p50"))));
    if (!table.isEmpty()) table.print(terminal);
  }

  private static Moments times(Fields now) {
    return now.list("deadlines").stream()
        .findFirst()
        .map(deadline -> new Moments(deadline.object("line").object("about")))
        .orElse(new Moments(ZoneOffset.UTC));
  }

  private static double critical(Fields task) {
    return task.number("critical").orElse(0.0);
  }

  private static String length(double seconds) {
    long minutes = Math.round(seconds / 60);
    return minutes < 1 ? "%d s".formatted(Math.round(seconds)) : "%d min".formatted(minutes);
  }

  void compared(Fields answer) {
    var table =
        new Table(
            Column.of("BY"),
            Column.of("WORKFLOW"),
            Column.of("DEADLINE"),
            Column.ofNumbers("CHANCE NOW"),
            Column.ofNumbers("THEN"),
            Column.of("EXPECTED NOW"),
            Column.of("THEN"));
    var whys = new LinkedHashSet<String>();
    for (var change : answer.list("items")) {
      var times = new Moments(change.object("about"));
      var now = side(change, "now");
      var then = side(change, "then");
      table.row(
          times.of(change.instant("by")),
          change.object("about").text("workflow"),
          change.text("deadline"),
          now.map(ForecastReport::sideChance).orElse(NOT_STARTED),
          then.map(ForecastReport::sideChance).orElse(NOT_STARTED),
          now.map(side -> sideEnd(side, times)).orElse(""),
          then.map(side -> sideEnd(side, times)).orElse(""));
      whys.add(why(change, times));
    }
    if (table.isEmpty()) terminal.line("no deadline would go another way");
    else table.print(terminal);
    whys.forEach(why -> terminal.paragraph(why, ""));
    terminal.remark("%d deadlines would not change".formatted(answer.count("same")));
  }

  private static String sideChance(Fields side) {
    return side.isTrue("enoughHistory") ? Moments.percent(side.number("chance")) : UNKNOWN;
  }

  private static String sideEnd(Fields side, Moments times) {
    return side.isTrue("enoughHistory") ? times.of(side.instant("finish")) : "";
  }

  private static String why(Fields change, Moments times) {
    var about = change.object("about");
    return "%s due at %s: %s"
        .formatted(about.text("workflow"), times.of(about.instant("due")), change.text("why"));
  }

  /// Empty for a run that does not start.
  private static Optional<Fields> side(Fields change, String which) {
    return change.has(which) ? Optional.of(change.object(which)) : Optional.empty();
  }
}
