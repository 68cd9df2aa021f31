package outturn.cli.survey;

import java.util.Locale;
import java.util.Optional;
import outturn.cli.client.Fields;
import outturn.cli.terminal.Cell;
import outturn.cli.terminal.Column;
import outturn.cli.terminal.Style;
import outturn.cli.terminal.Table;
import outturn.cli.terminal.Terminal;

/// Tells the results of a wave.
final class SurveyReport {
  private static final String TOO_FEW = "too few answers to show";

  private final Terminal terminal;
  private final Fields wave;
  private final Fields results;

  SurveyReport(Terminal terminal, Fields wave) {
    this.terminal = terminal;
    this.wave = wave;
    this.results = wave.object("results");
  }

  void tell() {
    terminal.line(
        new Cell("%s, wave %s".formatted(wave.text("survey"), wave.text("wave")), Style.STRONG));
    terminal.line(
        "  %s of %s invited people answered (%s); %s could have been asked"
            .formatted(
                results.text("answered"),
                results.text("invited"),
                percent(results.number("responseRate").orElse(0.0)),
                results.text("population")));
    var table =
        new Table(
            Column.of("ITEM"),
            Column.flexible("GROUP"),
            Column.ofNumbers("N"),
            Column.of("WHAT"),
            Column.ofNumbers("VALUE"),
            Column.of("95 % INTERVAL"));
    for (var result : results.list("results")) {
      rows(table, result.text("item"), "all", numbers(result.object("all")));
      if (result.has("weighted")) weighted(table, result);
      result
          .find("whyNotWeighted")
          .ifPresent(why -> table.row(result.text("item"), "all, weighted", "", why, "", ""));
      for (var group : result.list("groups")) {
        var name = group.text("attribute") + " " + group.text("group");
        rows(table, result.text("item"), name, numbers(group.object("numbers")));
      }
    }
    table.print(terminal, "  ");
    results.list("measures").forEach(this::measure);
    results
        .find("barrier")
        .ifPresent(barrier -> terminal.line("  what holds people up first: " + barrier));
    if (!results.texts("comments").isEmpty()) terminal.line("  comments, by the alphabet:");
    results.texts("comments").forEach(comment -> terminal.line("  - " + comment));
  }

  /// What a measure got of the wave.
  private void measure(Fields measure) {
    terminal.line(
        "  measure %s, %s: %s"
            .formatted(measure.text("measure"), measure.text("period"), recorded(measure)));
  }

  private static String recorded(Fields measure) {
    if (!measure.text("why").isEmpty()) return "nothing recorded: " + measure.text("why");
    int answers = measure.count("denominator");
    if (measure.has("numerator")) {
      return "%d of %d answers".formatted(measure.count("numerator"), answers);
    }
    double value = measure.number("value").orElse(0.0);
    return String.format(Locale.ROOT, "%.1f from %d answers", value, answers);
  }

  private static Optional<Fields> numbers(Fields numbers) {
    return numbers.has("n") ? Optional.of(numbers) : Optional.empty();
  }

  private static void weighted(Table table, Fields result) {
    var weighted = result.object("weighted");
    table.row(
        result.text("item"),
        "all, weighted",
        weighted.number("effective").map(SurveyReport::effective).orElse(""),
        weighted.text("what"),
        value(weighted, "value"),
        interval(weighted));
  }

  /// How many equal answers the weighted ones are worth.
  private static String effective(double n) {
    return String.format(Locale.ROOT, "~%.0f", n);
  }

  private static void rows(Table table, String item, String group, Optional<Fields> numbers) {
    if (numbers.isEmpty()) {
      table.row(item, group, "", TOO_FEW, "", "");
      return;
    }
    for (var amount : numbers.get().list("amounts")) {
      table.row(
          item,
          group,
          numbers.get().text("n"),
          amount.text("what"),
          value(amount, "value"),
          interval(amount));
    }
  }

  private static String interval(Fields amount) {
    if (amount.text("what").equals("median")) return "";
    return "%s to %s".formatted(value(amount, "lower"), value(amount, "upper"));
  }

  /// Shares have counts and are told in percent, other numbers in their unit.
  private static String value(Fields amount, String name) {
    double value = amount.number(name).orElse(0.0);
    boolean isShare = amount.has("counted") || amount.text("what").equals("share");
    return isShare ? percent(value) : String.format(Locale.ROOT, "%.1f", value);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }

  /// One line for each number; a group that is hidden has a line without numbers.
  void csv() {
    terminal.line("survey,wave,item,version,attribute,group,n,what,value,lower,upper,counted");
    for (var result : results.list("results")) {
      lines(result, ",", numbers(result.object("all")));
      for (var group : result.list("groups")) {
        var place = quoted(group.text("attribute")) + "," + quoted(group.text("group"));
        lines(result, place, numbers(group.object("numbers")));
      }
    }
  }

  private void lines(Fields result, String place, Optional<Fields> numbers) {
    var start =
        "%s,%s,%s,%s,%s"
            .formatted(
                wave.text("survey"),
                wave.text("wave"),
                result.text("item"),
                result.text("version"),
                place);
    if (numbers.isEmpty()) {
      terminal.line(start + ",,,,,,");
      return;
    }
    for (var amount : numbers.get().list("amounts")) {
      terminal.line(
          "%s,%s,%s,%s,%s,%s,%s"
              .formatted(
                  start,
                  numbers.get().text("n"),
                  amount.text("what"),
                  amount.text("value"),
                  amount.text("lower"),
                  amount.text("upper"),
                  amount.text("counted")));
    }
  }

  private static String quoted(String text) {
    boolean isPlain = text.chars().noneMatch(letter -> ",\"\r\n".indexOf(letter) >= 0);
    return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
