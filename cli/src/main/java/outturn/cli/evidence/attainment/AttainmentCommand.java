package outturn.cli.evidence.attainment;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outturn.cli.command.Environment;
import outturn.cli.csv.Numbers;
import outturn.cli.evidence.Calculation;
import outturn.cli.evidence.SimulationOptions;
import outturn.cli.evidence.yaml.OneDocument;
import outturn.cli.terminal.Terminal;
import outturn.evidence.attainment.Attainment;
import outturn.evidence.attainment.Plan;
import outturn.evidence.attainment.Simulation;
import outturn.evidence.attainment.Update;
import outturn.evidence.series.Series;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `outturn evidence attainment`: the chance that a plan reaches its target.
@Command(
    name = "attainment",
    description = {
      "Simulate a plan: the chance that its levers bring a measure to its target, with and without"
          + " those of People.",
      "The plan is a YAML file; docs/evidence.md has its keys. With --observed what has been"
          + " measured since counts too."
    },
    footer = {
      "  outturn evidence attainment plan.yaml",
      "  outturn evidence attainment plan.yaml --observed so-far.csv --value minutes --svg plan.svg",
      "  outturn evidence attainment plan.yaml --draws 20000 --seed 7 --json"
    })
public final class AttainmentCommand extends Calculation {
  private final Environment environment;

  @Parameters(paramLabel = "FILE", description = "a YAML file of one plan")
  private String file = "";

  @Option(
      names = "--observed",
      paramLabel = "FILE",
      description = "a CSV file with one row per period of the plan that has passed, from period 0")
  private @Nullable String observed;

  @Option(
      names = "--value",
      paramLabel = "COLUMN",
      description = "the column of --observed with the values")
  private @Nullable String value;

  @Mixin private final SimulationOptions simulation = new SimulationOptions();

  public AttainmentCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
    this.environment = environment;
  }

  @Override
  protected void run() {
    if ((observed == null) != (value == null)) {
      throw misused("--observed and --value go together: a file, and its column of values");
    }
    var plan =
        OneDocument.read(
            environment, file, "plan", (node, problems) -> new PlanReader(problems).read(node));
    var drawn = new Simulation(simulation.draws(), simulation.seed());
    var prospect = observed == null ? before(plan, drawn) : after(plan, drawn, observed);
    show(() -> ProspectJson.of(prospect), () -> new ProspectReport(terminal, prospect).tell());
    draw(() -> ProspectChart.of(prospect));
  }

  private Prospect before(Plan plan, Simulation simulation) {
    return new Prospect(plan, found(Attainment.forecast(plan, simulation)), 0, Optional.empty());
  }

  private Prospect after(Plan plan, Simulation simulation, String name) {
    var data = read(name);
    var series = Series.of(Numbers.of(data, value == null ? "" : value));
    Update update = found(Attainment.update(plan, simulation, series), data);
    return new Prospect(plan, update.now(), series.size(), Optional.of(update));
  }
}
