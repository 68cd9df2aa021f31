package outturn.cli.openslo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import outturn.cli.client.Json;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Cell;
import outturn.cli.terminal.Column;
import outturn.cli.terminal.Style;
import outturn.cli.terminal.Table;
import outturn.cli.terminal.Terminal;
import outturn.definition.shape.Choices;
import outturn.definition.text.Problems;
import outturn.definition.text.YamlFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `outturn import openslo`: services from OpenSLO documents, and what became of each of them.
@Command(
    name = "openslo",
    description = {
      "Translate OpenSLO v1 documents into services, and report what each of them lost.",
      "Without --into, prints the services, and the report to the error stream. The exit code is 1 if a document was refused; the others are translated all the same."
    },
    footer = {
      "  outturn import openslo slos.yaml",
      "  outturn import openslo slos.yaml --into housing/services.yaml",
      "  outturn service export repairs housing --openslo | outturn import openslo -"
    })
public final class ImportOpensloCommand implements Callable<Integer> {
  private static final String STANDARD_INPUT = "-";

  private final Terminal terminal;
  private final Environment environment;

  @Parameters(index = "0", paramLabel = "FILE", description = "the documents; - is standard input")
  private String file = "";

  @Option(
      names = "--into",
      paramLabel = "FILE",
      description = "write the services into this file, which must be new")
  private @Nullable String into;

  @Option(names = "--json", description = "print services and report as JSON")
  private boolean json;

  public ImportOpensloCommand(Terminal terminal, Environment environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    var problems = new Problems();
    var nodes = YamlFile.read(file, bytes(), problems);
    if (!problems.isEmpty()) {
      var first = problems.sorted().getFirst();
      throw refused("%s: %s".formatted(first.position(), first.message()));
    }
    var read = SloReader.of(nodes);
    if (read.reports().isEmpty()) throw refused("there is no document in " + file);
    var yaml =
        read.services().stream().map(YamlTree::document).collect(Collectors.joining("---\n"));
    if (into != null && !yaml.isEmpty()) write(into, yaml);
    if (json) json(read, yaml);
    else tell(read, yaml);
    var isRefused =
        read.reports().stream().anyMatch(each -> each.outcome() == Report.Outcome.REFUSED);
    return (isRefused ? ExitCode.REFUSED : ExitCode.DONE).number();
  }

  private byte[] bytes() {
    if (file.equals(STANDARD_INPUT)) return terminal.input().getBytes(UTF_8);
    try {
      return Files.readAllBytes(environment.resolve(file));
    } catch (NoSuchFileException absent) {
      throw refused("there is no file %s".formatted(file));
    } catch (IOException failure) {
      throw refused("%s cannot be read: %s".formatted(file, failure.getMessage()));
    }
  }

  private static CommandFailed refused(String why) {
    return new CommandFailed(ExitCode.REFUSED, why, "nothing was written");
  }

  private void write(String target, String yaml) {
    try {
      Files.writeString(environment.resolve(target), yaml, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException there) {
      throw refused("%s is there already".formatted(target));
    } catch (IOException failure) {
      throw refused("%s cannot be written: %s".formatted(target, failure.getMessage()));
    }
  }

  /// Services on standard output leave the error stream for the report.
  private void tell(SloReader.Read read, String yaml) {
    if (into != null) {
      report(terminal, read);
      return;
    }
    terminal.out().print(yaml);
    terminal.out().flush();
    report(
        new Terminal(
            terminal.err(),
            terminal.err(),
            terminal.in(),
            terminal.columns(),
            terminal.abilities()),
        read);
  }

  private static void report(Terminal terminal, SloReader.Read read) {
    var table =
        new Table(
            Column.ofNumbers("LINE"),
            Column.of("KIND"),
            Column.of("OUTCOME"),
            Column.flexible("NAME"));
    for (var each : read.reports()) {
      table.row(
          Integer.toString(each.line()),
          each.kind(),
          new Cell(Choices.word(each.outcome()), style(each.outcome())),
          each.name());
    }
    table.print(terminal);
    for (var each : read.reports()) {
      for (var remark : each.remarks()) {
        terminal.paragraph("line %d: %s".formatted(each.line(), remark), "  ");
      }
    }
  }

  private static Style style(Report.Outcome outcome) {
    return switch (outcome) {
      case TRANSLATED -> Style.GOOD;
      case APPROXIMATED -> Style.DOUBTFUL;
      case REFUSED -> Style.BAD;
    };
  }

  private void json(SloReader.Read read, String yaml) {
    var answer = Json.object();
    answer.put("yaml", yaml);
    if (into != null) answer.put("written", into);
    var reports = answer.putArray("documents");
    for (var each : read.reports()) {
      var report = reports.addObject();
      report.put("line", each.line());
      report.put("kind", each.kind());
      report.put("name", each.name());
      report.put("outcome", Choices.word(each.outcome()));
      var remarks = report.putArray("remarks");
      each.remarks().forEach(remarks::add);
    }
    terminal.line(answer.toPrettyString());
  }
}
