package outturn.cli.evidence.packed;

import java.util.concurrent.Callable;
import outturn.cli.client.Json;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.csv.Fault;
import outturn.cli.csv.InputFile;
import outturn.cli.csv.InputRefused;
import outturn.cli.csv.Place;
import outturn.cli.terminal.Cell;
import outturn.cli.terminal.Style;
import outturn.cli.terminal.Terminal;
import outturn.outcome.datapackage.Unreadable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `outturn evidence package`: a data package, checked and worked out again.
@Command(
    name = "package",
    description = {
      "Check the hashes of a data package, do its analysis again from its data, and tell line by"
          + " line what is the same and what differs. No server is asked.",
      "The exit code is 1 if anything differs. Whoever can change a package can change its hashes"
          + " too: hold the hash of the kept evidence against the one that was signed."
    },
    footer = {
      "  outturn evidence package one-visit.zip",
      "  outturn evidence package one-visit.zip --json"
    })
public final class PackageCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Environment environment;

  @Parameters(paramLabel = "FILE", description = "of outturn outcome package")
  private String file = "";

  @Option(names = "--json", description = "print a JSON object; docs/evidence.md has its keys")
  private boolean json;

  public PackageCommand(Terminal terminal, Environment environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    try {
      var result = Recheck.of(InputFile.bytes(environment, file, "a data package"));
      if (json) {
        terminal.line(tree(result));
      } else {
        tell(result);
      }
      return (result.isSame() ? ExitCode.DONE : ExitCode.REFUSED).number();
    } catch (Unreadable wrong) {
      throw InputRefused.at(
          new Place(file, 0),
          Fault.UNREADABLE,
          String.valueOf(wrong.getMessage()),
          "expected a data package as outturn outcome package writes it");
    }
  }

  private static String tree(Recheck.Result result) {
    var tree = Json.object();
    tree.put("outcome", result.manifest().outcome());
    tree.put("madeBy", result.manifest().outturn());
    tree.put("same", result.isSame());
    var checks = tree.putArray("comparisons");
    for (var each : result.checks()) {
      checks.addObject().put("what", each.what()).put("same", each.same()).put("text", each.text());
    }
    return tree.toPrettyString();
  }

  private void tell(Recheck.Result result) {
    terminal.line(
        new Cell(
            "%s, made by Outturn %s"
                .formatted(result.manifest().outcome(), result.manifest().outturn()),
            Style.STRONG));
    for (var each : result.checks()) {
      terminal.paragraph(
          "%s: %s%s"
              .formatted(
                  each.what(),
                  each.same() ? "same" : "DIFFERS",
                  each.text().isEmpty() ? "" : " (%s)".formatted(each.text())),
          "  ");
    }
    long different = result.checks().stream().filter(each -> !each.same()).count();
    terminal.line(
        different == 0
            ? "The data give the same again, all %d of it.".formatted(result.checks().size())
            : "%d of %d differ.".formatted(different, result.checks().size()));
  }
}
