package outturn.cli.evidence;

import java.util.stream.Collectors;
import outturn.cli.terminal.Cell;
import outturn.cli.terminal.Column;
import outturn.cli.terminal.Figures;
import outturn.cli.terminal.Style;
import outturn.cli.terminal.Table;
import outturn.cli.terminal.Terminal;
import outturn.evidence.xmr.Assurance;
import outturn.evidence.xmr.XmrPhase;
import outturn.evidence.xmr.XmrPoint;

/// Tells a control chart: its phases, the points that stand out, and how much to make of them.
final class XmrReport {
  private static final String INDENT = "  ";

  private final Terminal terminal;

  XmrReport(Terminal terminal) {
    this.terminal = terminal;
  }

  /// @param name of the column
  void tell(XmrResult result, String name) {
    var timeline = result.timeline();
    terminal.line(new Cell("Control chart of " + name, Style.STRONG));
    terminal.paragraph(
        "%s from %s to %s, one each %s; limits: %s, rules: %s."
            .formatted(
                Figures.count(result.chart().series().count(), "value"),
                timeline.label(0),
                timeline.label(timeline.size() - 1),
                timeline.step(),
                ReportJson.word(result.chart().options().limits()),
                ReportJson.word(result.chart().options().rules())),
        "");
    terminal.line("");
    phases(result).print(terminal, INDENT);
    terminal.line("");
    flags(result);
    target(result);
    for (var warning : result.grounds().warnings()) {
      terminal.paragraph(
          warning.text(), INDENT + terminal.painted(new Cell("!", Style.DOUBTFUL)) + " ");
    }
  }

  private static Table phases(XmrResult result) {
    var table =
        new Table(
            Column.of("PHASE"),
            Column.of("FROM"),
            Column.of("TO"),
            Column.ofNumbers("VALUES"),
            Column.ofNumbers("LOWER"),
            Column.ofNumbers("CENTRE"),
            Column.ofNumbers("UPPER"),
            Column.ofNumbers("MOVING RANGE"));
    var number = 0;
    for (var phase : result.chart().phases()) row(table, result, phase, ++number);
    return table;
  }

  private static void row(Table table, XmrResult result, XmrPhase phase, int number) {
    var limits = phase.known();
    table.row(
        Integer.toString(number),
        result.timeline().label(phase.window().from()),
        result.timeline().label(phase.window().to() - 1),
        Integer.toString(phase.count()),
        limits == null ? "none" : Figures.brief(limits.lower()),
        limits == null ? "" : Figures.brief(limits.centre()),
        limits == null ? "" : Figures.brief(limits.upper()),
        limits == null ? "" : Figures.brief(limits.movingRange()));
  }

  private void flags(XmrResult result) {
    var table =
        new Table(
            Column.of("PERIOD"),
            Column.ofNumbers("VALUE"),
            Column.of("READING"),
            Column.flexible("WHY"),
            Column.flexible("FALSE ALARMS, %"));
    result.chart().points().stream()
        .filter(XmrPoint::isSpecialCause)
        .forEach(point ->
            table.row(
                result.timeline().label(point.index()),
                Figures.brief(point.value()),
                reading(point),
                why(point),
                rates(result, point)));
    if (table.isEmpty()) {
      terminal.paragraph("No point stands out: what varies here varies by chance.", INDENT);
    } else {
      table.print(terminal, INDENT);
      terminal.paragraph(
          "False alarms: how many of 100 charts of noise alone, as long as the phase, show the rule"
              + " somewhere.",
          INDENT);
    }
    result
        .falseAlarmShare()
        .ifPresent(share ->
            terminal.paragraph(
                "Noise alone, laid out like this, shows some flag on %s of 100 charts."
                    .formatted(percent(share)),
                INDENT));
  }

  private static String reading(XmrPoint point) {
    return switch (point.variation()) {
      case COMMON_CAUSE -> "";
      case IMPROVEMENT -> "improvement";
      case CONCERN -> "concern";
      case NEUTRAL -> "special cause";
    };
  }

  private static String why(XmrPoint point) {
    return point.signals().stream()
        .map(each -> "%s %s".formatted(ReportJson.word(each.rule()), ReportJson.word(each.side())))
        .collect(Collectors.joining(", "));
  }

  private static String rates(XmrResult result, XmrPoint point) {
    return point.signals().stream()
        .map(each -> result.falseAlarmRate(point, each.rule()))
        .map(rate -> rate.isPresent() ? percent(rate.getAsDouble()) : "not known")
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String percent(double share) {
    return Figures.brief(Math.round(share * 1000) / 10.0);
  }

  private void target(XmrResult result) {
    var target = result.target();
    if (target == null) return;
    terminal.paragraph(
        "Target %s: %s".formatted(Figures.brief(target), told(result.chart().assurance(target))),
        INDENT);
  }

  private static String told(Assurance assurance) {
    return switch (assurance) {
      case PASSES -> "met in every period, as the process is now.";
      case FAILS -> "missed in every period, as the process is now.";
      case HIT_AND_MISS -> "met in some periods and missed in others, by chance.";
      case UNKNOWN -> "nothing can be said; it needs limits, and --better higher or lower.";
    };
  }
}
