package outturn.cli.statement;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import outturn.cli.client.Json;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.csv.CsvReader;
import outturn.cli.csv.Fault;
import outturn.cli.terminal.Terminal;
import outturn.outcome.statement.Advice;
import outturn.outcome.statement.Organisation;
import outturn.outcome.statement.StatementCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `outturn statement check`: whether a statement says what changes for whom.
@Command(
    name = "check",
    description = {
      "Say whether a statement tells an outcome, or only what is done, and what is missing in it.",
      "It is advice, read off the structure of the sentence. Those who benefit decide."
    },
    footer = {
      "  outturn statement check \"Train 500 users on the new tool by March\"",
      "  outturn statement check \"Tenants wait 5 days less for a repair by June\" --project housing",
      "  outturn statement check --csv statements.csv --json"
    })
final class StatementCheckCommand implements Callable<Integer> {
  private static final int LONGEST = 1000;

  private final Terminal terminal;
  private final Environment environment;

  @Parameters(arity = "0..1", paramLabel = "TEXT", description = "the statement, in quotes")
  private @Nullable String text;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "a CSV file with many; - for standard input")
  private @Nullable String csv;

  @Option(
      names = "--column",
      paramLabel = "COLUMN",
      defaultValue = "statement",
      description = "the column that they stand in; default: statement")
  private String column = "statement";

  @Option(
      names = "--project",
      paramLabel = "DIR",
      description =
          "a project whose groups are the stakeholders, and whose words.properties counts")
  private @Nullable String project;

  @Option(names = "--json", description = "print an object, or an array for --csv")
  private boolean json;

  StatementCheckCommand(Terminal terminal, Environment environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    if ((text == null) == (csv == null)) {
      throw new CommandFailed(
          ExitCode.MISUSED,
          "give a statement or --csv FILE",
          "see: outturn statement check --help");
    }
    try {
      var organisation =
          project == null ? Organisation.UNKNOWN : FolderWords.read(project, environment);
      var check = new StatementCheck(organisation);
      if (text != null) {
        one(check.of(checked(text)));
      } else {
        many(all(csv == null ? "" : csv, check));
      }
      return ExitCode.DONE.number();
    } catch (CommandFailed failed) {
      if (json && !failed.body().isEmpty()) terminal.line(failed.body());
      throw failed;
    }
  }

  private static String checked(String statement) {
    if (!statement.isBlank() && statement.length() <= LONGEST) return statement;
    throw new CommandFailed(
        ExitCode.MISUSED,
        "a statement has 1 to %d characters, not %d"
            .formatted(LONGEST, statement.strip().length()));
  }

  private List<Advice> all(String name, StatementCheck check) {
    var file = new CsvReader(terminal, environment).read(name);
    var position = file.column(column);
    for (var row : file.rows()) {
      var length = row.cell(position).strip().length();
      if (length > 0 && length <= LONGEST) continue;
      throw file.refused(
          row.line(),
          length == 0 ? Fault.EMPTY : Fault.OUT_OF_RANGE,
          "a statement has 1 to %d characters, not %d".formatted(LONGEST, length),
          "leave the row out, or write it shorter");
    }
    return file.rows().stream().map(row -> check.of(row.cell(position))).toList();
  }

  private void one(Advice advice) {
    if (json) {
      terminal.line(StatementReport.json(advice).toPrettyString());
    } else {
      new StatementReport(terminal).tell(advice);
    }
  }

  private void many(List<Advice> advice) {
    if (json) {
      var array = Json.array();
      advice.forEach(each -> array.add(StatementReport.json(each)));
      terminal.line(array.toPrettyString());
    } else {
      new StatementReport(terminal).list(advice);
    }
  }
}
