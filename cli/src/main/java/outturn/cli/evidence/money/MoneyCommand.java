package outturn.cli.evidence.money;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import outturn.charts.svg.Size;
import outturn.cli.command.Environment;
import outturn.cli.csv.InputFile;
import outturn.cli.evidence.Calculation;
import outturn.cli.evidence.SimulationOptions;
import outturn.cli.evidence.yaml.OneDocument;
import outturn.cli.terminal.Terminal;
import outturn.evidence.money.DiscountTable;
import outturn.evidence.money.DiscountTables;
import outturn.evidence.money.Valuation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `outturn evidence money`: what a business case is worth now.
@Command(
    name = "money",
    description = {
      "Value a business case by simulation: what it is worth now, the chance of a gain, and what"
          + " becomes of the forecast.",
      "The case is a YAML file; docs/evidence.md has its keys."
    },
    footer = {
      "  outturn evidence money case.yaml",
      "  outturn evidence money case.yaml --draws 20000 --seed 7 --json",
      "  outturn evidence money case.yaml --rates rates.csv --valid-on 2026-04-01 --svg case.svg"
    })
public final class MoneyCommand extends Calculation {
  private final Environment environment;

  @Parameters(paramLabel = "FILE", description = "a YAML file of one business case")
  private String file = "";

  @Option(
      names = "--rates",
      paramLabel = "FILE",
      defaultValue = "",
      description = "discount rates as CSV: valid_from,to_year,rate,source; default: HM Treasury's")
  private String rates = "";

  @Option(
      names = "--valid-on",
      paramLabel = "DATE",
      description = "the day whose rates count; default: the latest")
  private LocalDate validOn = LocalDate.MAX;

  @Mixin private final SimulationOptions simulation = new SimulationOptions();

  public MoneyCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
    this.environment = environment;
  }

  @Override
  protected void run() {
    var discount = discount();
    var business =
        OneDocument.read(
            environment,
            file,
            "business case",
            (node, problems) -> new CaseReader(problems).read(node, discount));
    var worth = found(Valuation.of(business, simulation.draws(), simulation.seed()));
    var told = new Worth(business, discount, worth);
    show(told::json, () -> told.tell(terminal));
    draw(() -> MoneyChart.of(told).draw(Size.WIDE.width()));
  }

  private DiscountTable discount() {
    return found(DiscountTables.read(lines()).then(tables -> tables.at(validOn)));
  }

  private List<String> lines() {
    if (!rates.isEmpty())
      return new String(InputFile.bytes(environment, rates, "a CSV file of rates"), UTF_8)
          .lines()
          .toList();
    try (var in = DiscountTables.class.getResourceAsStream("green-book.csv")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8).lines().toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
