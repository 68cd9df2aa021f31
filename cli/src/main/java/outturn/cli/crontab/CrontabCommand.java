package outturn.cli.crontab;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.crontab.LineReport.Outcome;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `outturn import crontab`: workflows from crontabs, and what became of each of their lines.
@Command(
    name = "crontab",
    description = {
      "Translate crontabs into workflows, and report what became of each line.",
      "Without --into, prints the workflows, and the report to the error stream. The exit code is 1 if a line was refused; the others are translated all the same."
    },
    footer = {
      "  outturn import crontab /etc/crontab",
      "  outturn import crontab /etc/crontab /etc/cron.d/* --into night-jobs",
      "  crontab -l | outturn import crontab - --into my-jobs",
      "  outturn import crontab jobs.txt --user-column yes --timezone Europe/London"
    })
public final class CrontabCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Environment environment;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "the crontabs; - is standard input")
  private List<String> files = List.of();

  @Option(
      names = "--into",
      paramLabel = "DIR",
      description =
          "write a file for each crontab into this project, which is made if there is none; nothing is overwritten")
  private @Nullable String into;

  @Option(
      names = "--user-column",
      paramLabel = "yes|no",
      description =
          "whether a user stands before each command; default: yes for /etc/crontab and in cron.d, else no")
  private @Nullable UserColumn userColumn;

  @Option(
      names = "--timezone",
      paramLabel = "ZONE",
      description = "the zone of times where a table names none; default: that of this machine")
  private @Nullable String timezone;

  @Option(names = "--json", description = "print workflows and report as JSON")
  private boolean json;

  @Spec @Nullable CommandSpec spec;

  public CrontabCommand(Terminal terminal, Environment environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    var surroundings = new Translator.Surroundings(zone(), environment.home().toString());
    var project = new ImportFiles(terminal, environment, into == null ? "" : into);
    var texts = files.stream().map(project::read).toList();
    var names = new JobNames(project.workflows());
    var translations = new ArrayList<Translation>();
    for (var index = 0; index < files.size(); index++) {
      var file = files.get(index);
      var text = texts.get(index);
      var column = userColumn == null ? UserColumn.of(environment.resolve(file), text) : userColumn;
      var lines = new CrontabReader(column).read(text);
      translations.add(Translator.translate(file, lines, surroundings, names));
    }
    report(translations, project.write(translations), surroundings.zone());
    var refused = translations.stream().anyMatch(each -> each.count(Outcome.REFUSED) > 0);
    return (refused ? ExitCode.REFUSED : ExitCode.DONE).number();
  }

  /// Workflows on standard output leave the error stream for the report.
  private void report(List<Translation> translations, List<String> written, String zone) {
    if (json) {
      new CrontabReport(terminal, zone).json(translations, written);
    } else if (into == null) {
      translations.forEach(each -> terminal.out().print(each.yaml()));
      terminal.out().flush();
      var beside =
          new Terminal(
              terminal.err(),
              terminal.err(),
              terminal.in(),
              terminal.columns(),
              terminal.abilities());
      new CrontabReport(beside, zone).tell(translations, written);
    } else {
      new CrontabReport(terminal, zone).tell(translations, written);
    }
  }

  private String zone() {
    if (timezone == null) return environment.zone().getId();
    try {
      return ZoneId.of(timezone).getId();
    } catch (DateTimeException unknown) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "there is no time zone '%s'; expected for example Europe/London".formatted(timezone));
    }
  }
}
