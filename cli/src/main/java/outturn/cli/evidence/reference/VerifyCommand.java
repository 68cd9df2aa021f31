package outturn.cli.evidence.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import outturn.cli.client.Json;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.evidence.reference.Comparison.Result;
import outturn.cli.terminal.Cell;
import outturn.cli.terminal.Column;
import outturn.cli.terminal.Style;
import outturn.cli.terminal.Table;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;

/// `outturn evidence verify`: reference against ours.
@Command(
    name = "verify",
    description = {
      "Hold what is computed here against values that others published or computed.",
      "The exit code is 1 if one differs by more than its tolerance."
    },
    footer = {
      "  outturn evidence verify",
      "  outturn evidence verify --reference ../shared/data/evidence --json"
    })
public final class VerifyCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Environment environment;

  @Option(
      names = "--reference",
      paramLabel = "DIR",
      defaultValue = "../shared/data/evidence",
      description = "the data that may not be copied; default: ../shared/data/evidence")
  private String folder = "";

  @Option(names = "--json", description = "print a JSON array")
  private boolean json;

  public VerifyCommand(Terminal terminal, Environment environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    var all = Comparison.all(Topic.ALL, new ReferenceData(environment.resolve(folder)));
    if (json) {
      terminal.line(array(all).toPrettyString());
    } else {
      tell(all);
    }
    var differs = all.stream().anyMatch(each -> each.result() == Result.DIFFERS);
    return (differs ? ExitCode.REFUSED : ExitCode.DONE).number();
  }

  private static ArrayNode array(List<Comparison> all) {
    var array = Json.array();
    for (var each : all) {
      var reference = each.reference();
      var node = array.addObject();
      node.put("topic", reference.topic()).put("key", reference.key());
      node.put("reference", reference.value());
      each.ours().ifPresentOrElse(ours -> node.put("ours", ours), () -> node.putNull("ours"));
      node.put("tolerance", reference.tolerance());
      node.put("result", word(each.result())).put("source", reference.source());
    }
    return array;
  }

  private void tell(List<Comparison> all) {
    var table =
        new Table(
            Column.flexible("TOPIC"),
            Column.flexible("KEY"),
            Column.ofNumbers("REFERENCE"),
            Column.ofNumbers("OURS"),
            Column.of("TOLERANCE"),
            Column.of("RESULT"));
    for (var each : all) {
      if (each.ours().isEmpty()) continue;
      table.row(
          each.reference().topic(),
          each.reference().key(),
          each.reference().value(),
          String.format(Locale.ROOT, "%.8g", each.ours().getAsDouble()),
          each.reference().tolerance(),
          new Cell(word(each.result()), style(each.result())));
    }
    table.print(terminal);
    rounded(all);
    absent(all, Result.NO_DATA, "Not available here, because the data may not be copied");
    absent(all, Result.NOT_COMPUTED, "Not computed by this version");
  }

  private static Style style(Result result) {
    return switch (result) {
      case AGREES -> Style.GOOD;
      case ROUNDED -> Style.DOUBTFUL;
      case DIFFERS, NO_DATA, NOT_COMPUTED -> Style.BAD;
    };
  }

  /// These are told one by one, so that nobody takes them for equal.
  private void rounded(List<Comparison> all) {
    var told =
        all.stream()
            .filter(each -> each.result() == Result.ROUNDED)
            .map(each ->
                String.format(
                    Locale.ROOT,
                    "%s by %.2g (tolerance %s)",
                    each.reference().key(),
                    each.difference(),
                    each.reference().tolerance()))
            .collect(Collectors.joining(", "));
    if (told.isEmpty()) return;
    terminal.line("");
    terminal.paragraph(
        "Rounded: the reference has fewer digits than its tolerance asks for. Ours is off %s."
            .formatted(told),
        "");
  }

  private void absent(List<Comparison> all, Result result, String title) {
    var topics =
        all.stream()
            .filter(each -> each.result() == result)
            .collect(
                Collectors.groupingBy(
                    each -> each.reference().topic(), LinkedHashMap::new, Collectors.counting()))
            .entrySet()
            .stream()
            .map(topic -> "%s (%d)".formatted(topic.getKey(), topic.getValue()))
            .collect(Collectors.joining(", "));
    if (topics.isEmpty()) return;
    terminal.line("");
    terminal.paragraph("%s: %s.".formatted(title, topics), "");
  }

  private static String word(Result result) {
    return result.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
