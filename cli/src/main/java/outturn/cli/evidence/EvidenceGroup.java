package outturn.cli.evidence;

import outturn.cli.command.Environment;
import outturn.cli.evidence.attainment.AttainmentCommand;
import outturn.cli.evidence.bsts.BstsCommand;
import outturn.cli.evidence.changepoint.ChangePointCommand;
import outturn.cli.evidence.did.DidCommand;
import outturn.cli.evidence.forecast.ForecastCommand;
import outturn.cli.evidence.money.MoneyCommand;
import outturn.cli.evidence.packed.PackageCommand;
import outturn.cli.evidence.reference.VerifyCommand;
import outturn.cli.evidence.sequence.SequenceGroup;
import outturn.cli.evidence.survey.SurveyGroup;
import outturn.cli.evidence.synthetic.SyntheticCommand;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `outturn evidence`: the group of commands that work out evidence.
@Command(
    name = "evidence",
    description =
        "Work out evidence, without a server: from CSV files, or from figures that are given.",
    footer = {
      "  outturn evidence xmr visits.csv --date week --value visits --better higher",
      "  outturn evidence its visits.csv --date week --value visits --intervention 2026-W20",
      "  outturn evidence bsts sales.csv --value y --controls x1 --pre 1:70 --post 71:100",
      "  outturn evidence did sites.csv --unit site --time month --value calls --start golive",
      "  outturn evidence forecast visits.csv --date month --value visits --horizon 6",
      "  outturn evidence changepoint visits.csv --date week --value visits",
      "  outturn evidence package one-visit.zip",
      "  outturn evidence verify"
    })
public final class EvidenceGroup {
  private EvidenceGroup() {}

  /// The group with its commands.
  public static CommandLine with(Terminal terminal, Environment environment) {
    return new CommandLine(new EvidenceGroup())
        .addSubcommand(new XmrCommand(terminal, environment))
        .addSubcommand(new ItsCommand(terminal, environment))
        .addSubcommand(new PowerCommand(terminal, environment))
        .addSubcommand(SurveyGroup.with(terminal, environment))
        .addSubcommand(SequenceGroup.with(terminal, environment))
        .addSubcommand(new MoneyCommand(terminal, environment))
        .addSubcommand(new BstsCommand(terminal, environment))
        .addSubcommand(new AttainmentCommand(terminal, environment))
        .addSubcommand(new DidCommand(terminal, environment))
        .addSubcommand(new SyntheticCommand(terminal, environment))
        .addSubcommand(new ForecastCommand(terminal, environment))
        .addSubcommand(new ChangePointCommand(terminal, environment))
        .addSubcommand(new PackageCommand(terminal, environment))
        .addSubcommand(new VerifyCommand(terminal, environment));
  }
}
