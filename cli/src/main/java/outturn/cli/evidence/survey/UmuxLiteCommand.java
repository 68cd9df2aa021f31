package outturn.cli.evidence.survey;

import java.util.ArrayList;
import java.util.List;
import outturn.cli.command.Environment;
import outturn.cli.evidence.Calculation;
import outturn.cli.terminal.Terminal;
import outturn.evidence.survey.Usability;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `outturn evidence survey umux-lite`: the score of the two items of UMUX-LITE.
@Command(
    name = "umux-lite",
    description = {
      "Give the mean score of UMUX-LITE (Lewis, Utesch, Maher): its capabilities meet my"
          + " requirements, it is easy to use.",
      "Who did not answer both items is left out."
    },
    footer = {
      "  outturn evidence survey umux-lite answers.csv --items capable,easy --svg easy.svg",
      "  outturn evidence survey umux-lite answers.csv --items capable,easy --points 5 --json"
    })
final class UmuxLiteCommand extends Calculation {
  @Parameters(
      paramLabel = "FILE",
      description = "a CSV file with a row per respondent; - for standard input")
  private String file = "";

  @Option(
      names = "--items",
      paramLabel = "COLUMN",
      required = true,
      split = ",",
      description = "two columns")
  private List<String> items = new ArrayList<>();

  @Option(
      names = "--points",
      paramLabel = "N",
      defaultValue = "7",
      description = "of the scale: 7, or 5 for UX-Lite; default: 7")
  private int points;

  @Mixin private final Asked asked = new Asked();

  UmuxLiteCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected void run() {
    if (items.size() != 2) throw misused("UMUX-LITE has two --items");
    if (points != 5 && points != 7) throw misused("--points is 7 or 5");
    var usability = points == 7 ? Usability.UMUX_LITE : Usability.UX_LITE;
    var data = read(file);
    var respondents = Answers.respondents(data, items);
    var title = "UMUX-LITE, 0 to 100";
    var finding = found(usability.mean(respondents, asked.population(), asked.level()), data);
    show("umuxLite", title, finding);
    draw(() -> {
      var scores =
          respondents.stream().mapToDouble(each -> found(usability.score(each), data)).toArray();
      var group = Distribution.scores(scores);
      return SurveyPicture.of(title, List.of(0.0, 100.0), finding, List.of(group));
    });
  }
}
