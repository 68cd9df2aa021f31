package outturn.cli.service;

import java.util.concurrent.Callable;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.openslo.SloWriter;
import outturn.cli.terminal.Figures;
import outturn.cli.terminal.Terminal;
import outturn.definition.project.Project;
import outturn.definition.project.ProjectReader;
import outturn.definition.text.Nearest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `outturn service export`: the levels of a service for other programs.
@Command(
    name = "export",
    description = {
      "Write a service of a project's files as OpenSLO v1, without a server.",
      "What OpenSLO has no place for goes into annotations, from which outturn import openslo takes it back."
    },
    footer = {
      "  outturn service export repairs --openslo",
      "  outturn service export repairs housing --openslo > slos.yaml"
    })
public final class ServiceExportCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Environment environment;

  @Parameters(index = "0", paramLabel = "NAME", description = "of the service")
  private String name = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "the project's folder; default: this one")
  private String folder = ".";

  @Option(names = "--openslo", description = "as OpenSLO v1")
  private boolean openslo;

  public ServiceExportCommand(Terminal terminal, Environment environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    if (!openslo) throw new CommandFailed(ExitCode.MISUSED, "name the form: --openslo");
    var reading = ProjectReader.read(environment.resolve(folder));
    var project =
        reading
            .project()
            .orElseThrow(() ->
                new CommandFailed(
                    ExitCode.REFUSED,
                    "%s has %s"
                        .formatted(folder, Figures.count(reading.problems().size(), "problem")),
                    "see: outturn validate " + folder));
    var service =
        project
            .services()
            .find(name)
            .orElseThrow(() ->
                new CommandFailed(
                    ExitCode.REFUSED,
                    "%s has no service '%s'".formatted(folder, name),
                    Nearest.hint(name, project.services().names())));
    var written = SloWriter.of(service, workflow -> zone(project, workflow));
    terminal.out().print(written.yaml());
    terminal.out().flush();
    for (var output : written.left()) {
      terminal.remark(
          "output %s is left out: it names no deadline and no measure".formatted(output));
    }
    return ExitCode.DONE.number();
  }

  private static String zone(Project project, String workflow) {
    return project.workflows().find(workflow).map(each -> each.timezone().getId()).orElse("UTC");
  }
}
