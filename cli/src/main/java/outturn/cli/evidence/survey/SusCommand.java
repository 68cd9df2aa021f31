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

/// `outturn evidence survey sus`: the score of the System Usability Scale.
@Command(
    name = "sus",
    description = {
      "Give the mean score of the System Usability Scale (Brooke): ten items of 1 to 5, the even"
          + " ones worded badly.",
      "Who did not answer all items is left out."
    },
    footer = {
      "  outturn evidence survey sus answers.csv --items q1,q2,q3,q4,q5,q6,q7,q8,q9,q10"
          + " --svg sus.svg",
      "  outturn evidence survey sus answers.csv --items a,b,c,d,e,f,g,h,i,j --population 60 --json"
    })
final class SusCommand extends Calculation {
  @Parameters(
      paramLabel = "FILE",
      description = "a CSV file with a row per respondent; - for standard input")
  private String file = "";

  @Option(
      names = "--items",
      paramLabel = "COLUMN",
      required = true,
      split = ",",
      description = "ten columns, in the order of the questionnaire")
  private List<String> items = new ArrayList<>();

  @Mixin private final Asked asked = new Asked();

  SusCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected void run() {
    if (items.size() != 10) throw misused("the System Usability Scale has ten --items");
    var data = read(file);
    var respondents = Answers.respondents(data, items);
    var title = "System Usability Scale, 0 to 100";
    var finding = found(Usability.SUS.mean(respondents, asked.population(), asked.level()), data);
    show("sus", title, finding);
    draw(() -> {
      var scores =
          respondents.stream()
              .mapToDouble(each -> found(Usability.SUS.score(each), data))
              .toArray();
      var group = Distribution.scores(scores);
      return SurveyPicture.of(title, List.of(0.0, 100.0), finding, List.of(group));
    });
  }
}
