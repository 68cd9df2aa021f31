package outturn.cli.evidence;

import outturn.cli.command.Environment;
import outturn.cli.csv.CsvFile;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Parameters;

/// A command that works out something from a CSV file.
///
/// A subclass reads its columns with [SeriesColumns], asks its estimator, unpacks the answer with
/// [#found], and shows it with [#show] and [#draw]; [ReportJson] makes the JSON. It is added to
/// [EvidenceGroup], and its keys to `docs/evidence.md`.
public abstract class EvidenceCommand extends Calculation {
  @Parameters(paramLabel = "FILE", description = "a CSV file with a header; - for standard input")
  private String file = "";

  protected EvidenceCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  /// Does what the command is for.
  protected abstract void run(CsvFile data);

  @Override
  protected final void run() {
    run(read(file));
  }
}
