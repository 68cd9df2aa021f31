package outturn.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import outturn.cli.ahead.AheadCommand;
import outturn.cli.ahead.WhyNotCommand;
import outturn.cli.change.ChangeCommand;
import outturn.cli.command.Environment;
import outturn.cli.event.EventsCommand;
import outturn.cli.evidence.EvidenceGroup;
import outturn.cli.forecast.ForecastCommand;
import outturn.cli.forecast.PostMortemCommand;
import outturn.cli.measure.MeasureCommand;
import outturn.cli.measure.MeasuresCommand;
import outturn.cli.measure.ObserveCommand;
import outturn.cli.node.NodesCommand;
import outturn.cli.notify.AckCommand;
import outturn.cli.notify.ChannelCommand;
import outturn.cli.notify.NotificationsCommand;
import outturn.cli.operate.BypassCommand;
import outturn.cli.operate.CancelCommand;
import outturn.cli.operate.ForceCommand;
import outturn.cli.operate.HoldCommand;
import outturn.cli.operate.KillCommand;
import outturn.cli.operate.NoteCommand;
import outturn.cli.operate.NotesCommand;
import outturn.cli.operate.PrioritiseCommand;
import outturn.cli.operate.ReleaseCommand;
import outturn.cli.operate.RerunCommand;
import outturn.cli.operate.RerunWithCommand;
import outturn.cli.operate.RunNowCommand;
import outturn.cli.operate.SkipCommand;
import outturn.cli.outcome.GaugeCommand;
import outturn.cli.outcome.HonestyCommand;
import outturn.cli.outcome.OutcomeCommand;
import outturn.cli.outcome.OutcomesCommand;
import outturn.cli.portfolio.PortfolioCommand;
import outturn.cli.portfolio.ReportCommand;
import outturn.cli.portfolio.ReviewCommand;
import outturn.cli.portfolio.ValueMapCommand;
import outturn.cli.project.ApplyCommand;
import outturn.cli.project.ImportCommand;
import outturn.cli.project.PlanCommand;
import outturn.cli.project.SchemaCommand;
import outturn.cli.project.ValidateCommand;
import outturn.cli.run.ApproveCommand;
import outturn.cli.run.BackfillCommand;
import outturn.cli.run.LogsCommand;
import outturn.cli.run.RejectCommand;
import outturn.cli.run.RunCommand;
import outturn.cli.run.RunsCommand;
import outturn.cli.run.ShowCommand;
import outturn.cli.run.WhyCommand;
import outturn.cli.schedule.ScheduleCommand;
import outturn.cli.secret.SecretCommand;
import outturn.cli.service.AtRiskCommand;
import outturn.cli.service.ServiceCommand;
import outturn.cli.statement.StatementGroup;
import outturn.cli.survey.SurveyGroupCommand;
import outturn.cli.terminal.Terminal;
import outturn.cli.token.TokenCommand;
import outturn.cli.upkeep.BackupCommand;
import outturn.cli.upkeep.ResumeCommand;
import outturn.cli.user.AuditCommand;
import outturn.cli.user.LoginCommand;
import outturn.cli.user.UserCommand;
import outturn.cli.workflow.WorkflowsCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// The command line `outturn`.
///
/// ```
/// var outturn = new Outturn(terminal, environment, new ServerCommand(…), new DemoCommand(…));
/// System.exit(outturn.run(arguments));
/// ```
///
/// Only the command that is named is built: with some twenty of them that is most of a start.
@Command(
    name = "outturn",
    description =
        "Runs an organisation's workflows and shows which business outcomes they produced.%n",
    commandListHeading = "",
    synopsisSubcommandLabel = "COMMAND",
    versionProvider = Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:no: an invalid definition, a run that failed, a refused request",
      "2:the command line is wrong",
      "3:the server is not there or cannot answer now",
      "4:not signed in, or without the role that is needed"
    },
    footerHeading = "%n",
    footer = "Each command tells more, with examples: outturn COMMAND --help")
public final class Outturn implements Runnable {
  /// What operators do to runs, and how outcomes and services are looked at.
  private static final Map<CommandName, BiFunction<Terminal, Environment, Object>> VERBS =
      Map.ofEntries(
          Map.entry(CommandName.HOLD, HoldCommand::new),
          Map.entry(CommandName.RELEASE, ReleaseCommand::new),
          Map.entry(CommandName.RERUN, RerunCommand::new),
          Map.entry(CommandName.RERUN_WITH, RerunWithCommand::new),
          Map.entry(CommandName.SKIP, SkipCommand::new),
          Map.entry(CommandName.FORCE, ForceCommand::new),
          Map.entry(CommandName.BYPASS, BypassCommand::new),
          Map.entry(CommandName.PRIORITISE, PrioritiseCommand::new),
          Map.entry(CommandName.RUN_NOW, RunNowCommand::new),
          Map.entry(CommandName.CANCEL, CancelCommand::new),
          Map.entry(CommandName.KILL, KillCommand::new),
          Map.entry(CommandName.NOTE, NoteCommand::new),
          Map.entry(CommandName.NOTES, NotesCommand::new),
          Map.entry(CommandName.APPROVE, ApproveCommand::new),
          Map.entry(CommandName.REJECT, RejectCommand::new),
          Map.entry(CommandName.BACKFILL, BackfillCommand::new),
          Map.entry(CommandName.PORTFOLIO, PortfolioCommand::new),
          Map.entry(CommandName.REPORT, ReportCommand::new),
          Map.entry(CommandName.OUTCOMES, OutcomesCommand::new),
          Map.entry(CommandName.GAUGE, GaugeCommand::new),
          Map.entry(CommandName.HONESTY, HonestyCommand::new),
          Map.entry(CommandName.MEASURES, MeasuresCommand::new),
          Map.entry(CommandName.OBSERVE, ObserveCommand::new),
          Map.entry(CommandName.REVIEW, ReviewCommand::new),
          Map.entry(CommandName.VALUE_MAP, ValueMapCommand::new),
          Map.entry(CommandName.AT_RISK, AtRiskCommand::new),
          Map.entry(CommandName.SERVICE, ServiceCommand::with));

  private static final int NARROWEST_HELP = 60;
  private static final int WIDEST_HELP = 100;

  private final Terminal terminal;
  private final Environment environment;
  private final List<Object> more;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "show this help")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "show the version")
  boolean version;

  @Spec @Nullable CommandSpec spec;

  /// @param more commands of others, as picocli takes them: annotated objects or `CommandLine`s
  public Outturn(Terminal terminal, Environment environment, Object... more) {
    this.terminal = terminal;
    this.environment = environment;
    this.more = List.of(more);
  }

  /// Runs one command line and answers its exit code.
  public int run(String... arguments) {
    var code = commandLine(arguments).execute(arguments);
    terminal.out().flush();
    terminal.err().flush();
    return code;
  }

  /// The command line with every command.
  public CommandLine commandLine() {
    return commandLine("--help");
  }

  private CommandLine commandLine(String... arguments) {
    var line = new CommandLine(this);
    var named = Arrays.stream(arguments).findFirst().flatMap(CommandName::of);
    if (named.isPresent()) {
      line.addSubcommand(command(named.get()));
    } else {
      Arrays.stream(CommandName.values()).forEach(name -> line.addSubcommand(command(name)));
      more.forEach(line::addSubcommand);
    }
    return configured(line);
  }

  private CommandLine configured(CommandLine line) {
    var refusals = new Refusal(terminal);
    line.getHelpSectionMap().put(SECTION_KEY_COMMAND_LIST, new CommandList());
    line.setOut(new PrintWriter(terminal.out(), true, UTF_8));
    line.setErr(new PrintWriter(terminal.err(), true, UTF_8));
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            terminal.can(Terminal.Ability.COLOUR) ? Ansi.ON : Ansi.OFF));
    line.setUsageHelpWidth(Math.clamp(terminal.columns(), NARROWEST_HELP, WIDEST_HELP));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setAbbreviatedOptionsAllowed(false);
    line.registerConverter(LocalDate.class, Outturn::date);
    line.setExecutionExceptionHandler(refusals);
    line.setParameterExceptionHandler(refusals);
    line.getSubcommands().values().forEach(Outturn::headExamples);
    return line;
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException notADate) {
      throw new TypeConversionException(
          "'%s' is not a date; expected for example 2026-11-23".formatted(text));
    }
  }

  /// The footer of each command is its examples.
  private static void headExamples(CommandLine command) {
    command.getCommandSpec().usageMessage().footerHeading("%nExamples:%n");
    command.getSubcommands().values().forEach(Outturn::headExamples);
  }

  /// Commands about what will be, and why it was or will not be.
  private Object timeToCome(CommandName name) {
    if (name == CommandName.WHY_NOT) return new WhyNotCommand(terminal, environment);
    if (name == CommandName.AHEAD) return new AheadCommand(terminal, environment);
    return name == CommandName.FORECAST
        ? new ForecastCommand(terminal, environment)
        : new PostMortemCommand(terminal, environment);
  }

  private Object command(CommandName name) {
    return switch (name) {
      case VALIDATE -> new ValidateCommand(terminal, environment);
      case SCHEMA -> new SchemaCommand(terminal);
      case IMPORT -> ImportCommand.with(terminal, environment);
      case SCHEDULE -> ScheduleCommand.with(terminal, environment);
      case PLAN -> new PlanCommand(terminal, environment);
      case APPLY -> new ApplyCommand(terminal, environment);
      case WORKFLOWS -> new WorkflowsCommand(terminal, environment);
      case RUN -> new RunCommand(terminal, environment);
      case RUNS -> new RunsCommand(terminal, environment);
      case SHOW -> new ShowCommand(terminal, environment);
      case LOGS -> new LogsCommand(terminal, environment);
      case WHY -> new WhyCommand(terminal, environment);
      case WHY_NOT, AHEAD, FORECAST, POST_MORTEM -> timeToCome(name);
      case EVENTS -> new EventsCommand(terminal, environment);
      case NOTIFICATIONS -> new NotificationsCommand(terminal, environment);
      case ACK -> new AckCommand(terminal, environment);
      case CHANNEL -> ChannelCommand.with(terminal, environment);
      case HOLD, RELEASE, RERUN, RERUN_WITH, SKIP, FORCE, BYPASS, PRIORITISE, RUN_NOW -> verb(name);
      case CANCEL, KILL, NOTE, NOTES, APPROVE, REJECT, BACKFILL -> verb(name);
      case PORTFOLIO, REPORT, REVIEW, OUTCOMES, GAUGE, HONESTY -> verb(name);
      case MEASURES, OBSERVE, VALUE_MAP, AT_RISK, SERVICE -> verb(name);
      case OUTCOME -> OutcomeCommand.with(terminal, environment);
      case CHANGE -> ChangeCommand.with(terminal, environment);
      case MEASURE -> MeasureCommand.with(terminal, environment);
      case SURVEY -> SurveyGroupCommand.with(terminal, environment);
      case STATEMENT -> StatementGroup.with(terminal, environment);
      case EVIDENCE -> EvidenceGroup.with(terminal, environment);
      case NODES -> new NodesCommand(terminal, environment);
      case SECRET -> SecretCommand.with(terminal, environment);
      case USER -> UserCommand.with(terminal, environment);
      case TOKEN -> TokenCommand.with(terminal, environment);
      case LOGIN -> new LoginCommand(terminal, environment);
      case AUDIT -> new AuditCommand(terminal, environment);
      case BACKUP -> new BackupCommand(terminal, environment);
      case RESUME -> new ResumeCommand(terminal, environment);
    };
  }

  private Object verb(CommandName name) {
    return Objects.requireNonNull(VERBS.get(name)).apply(terminal, environment);
  }

  /// Without a command: the help.
  @Override
  public void run() {
    Objects.requireNonNull(spec).commandLine().usage(terminal.out());
  }
}
