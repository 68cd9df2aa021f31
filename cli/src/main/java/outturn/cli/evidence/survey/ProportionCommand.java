package outturn.cli.evidence.survey;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import outturn.charts.answers.Group;
import outturn.cli.command.Environment;
import outturn.cli.csv.Numbers;
import outturn.cli.evidence.Calculation;
import outturn.cli.evidence.FiniteNumber;
import outturn.cli.terminal.Terminal;
import outturn.evidence.estimate.Finding;
import outturn.evidence.survey.Wilson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `outturn evidence survey proportion`: a share of answers.
@Command(
    name = "proportion",
    description = "Give the share of answers that count, with an interval (Wilson's score).",
    footer = {
      "  outturn evidence survey proportion --successes 15 --trials 148",
      "  outturn evidence survey proportion --successes 15 --trials 148 --population 900 --json",
      "  outturn evidence survey proportion answers.csv --value satisfied --from 4 --svg satisfied.svg"
    })
final class ProportionCommand extends Calculation {
  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "a CSV file with a row per answer; - for standard input")
  private @Nullable String file;

  @Option(names = "--value", paramLabel = "COLUMN", description = "of the file: the answers")
  private @Nullable String value;

  @Option(
      names = "--from",
      paramLabel = "NUMBER",
      defaultValue = "1",
      converter = FiniteNumber.class,
      description = "of the file: the least answer that counts; default: 1")
  private double from;

  @Option(names = "--successes", paramLabel = "N", description = "answers that count")
  private @Nullable Integer successes;

  @Option(names = "--trials", paramLabel = "N", description = "all answers")
  private @Nullable Integer trials;

  @Mixin private final Asked asked = new Asked();

  ProportionCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected void run() {
    if (file != null && value != null && successes == null && trials == null) {
      ofFile(file, value);
    } else if (file == null && value == null && successes != null && trials != null) {
      tell(found(Wilson.of(successes, trials, asked.population(), asked.level())), List.of());
    } else {
      throw misused("expected either FILE and --value, or --successes and --trials");
    }
  }

  private void ofFile(String name, String column) {
    var data = read(name);
    var answers =
        Arrays.stream(Numbers.of(data, column)).filter(each -> !Double.isNaN(each)).toArray();
    var counted = (int) Arrays.stream(answers).filter(each -> each >= from).count();
    tell(
        found(Wilson.of(counted, answers.length, asked.population(), asked.level()), data),
        List.of(Distribution.from(from, "", answers)));
  }

  private void tell(Finding finding, List<Group> groups) {
    var title = "Share of answers, 0 to 1";
    show("proportion", title, finding);
    draw(() -> SurveyPicture.of(title, List.of(0.0, 1.0), finding, groups));
  }
}
