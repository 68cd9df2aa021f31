package outturn.cli.evidence.survey;

import java.util.List;
import org.jspecify.annotations.Nullable;
import outturn.charts.answers.Group;
import outturn.cli.command.Environment;
import outturn.cli.evidence.Calculation;
import outturn.cli.terminal.Terminal;
import outturn.evidence.survey.NetCounts;
import outturn.evidence.survey.NetScore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `outturn evidence survey nps`: a net score.
@Command(
    name = "nps",
    description = {
      "Give the net promoter score: per cent who answer 9 or 10 less per cent who answer 0 to 6.",
      "Below 50 answers the interval is the adjusted one, which keeps its level."
    },
    footer = {
      "  outturn evidence survey nps answers.csv --value recommend --svg recommend.svg",
      "  outturn evidence survey nps --promoters 50 --passives 30 --detractors 20 --json"
    })
final class NpsCommand extends Calculation {
  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "a CSV file with a row per answer; - for standard input")
  private @Nullable String file;

  @Option(
      names = "--value",
      paramLabel = "COLUMN",
      description = "of the file: the answers, 0 to 10")
  private @Nullable String value;

  @Option(names = "--promoters", paramLabel = "N", description = "who answered 9 or 10")
  private @Nullable Integer promoters;

  @Option(names = "--passives", paramLabel = "N", description = "who answered 7 or 8")
  private @Nullable Integer passives;

  @Option(names = "--detractors", paramLabel = "N", description = "who answered 0 to 6")
  private @Nullable Integer detractors;

  @Mixin private final Asked asked = new Asked();

  NpsCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected void run() {
    if (file != null && value != null && !isCounted()) {
      var data = read(file);
      var answers = Answers.of(data, value);
      var score =
          NetCounts.of(answers).then(all -> NetScore.of(all, asked.population(), asked.level()));
      tell(found(score, data), Distribution.net(answers));
    } else if (file == null
        && value == null
        && promoters != null
        && passives != null
        && detractors != null) {
      var counts = new NetCounts(promoters, passives, detractors);
      tell(found(NetScore.of(counts, asked.population(), asked.level())), Distribution.net(counts));
    } else {
      throw misused(
          "expected either FILE and --value, or --promoters, --passives and --detractors");
    }
  }

  private boolean isCounted() {
    return promoters != null || passives != null || detractors != null;
  }

  private void tell(NetScore score, Group group) {
    var title = "Net promoter score, -100 to 100";
    var finding = score.reliable();
    show("nps", title, finding);
    draw(() -> SurveyPicture.of(title, List.of(-100.0, 100.0), finding, List.of(group)));
  }
}
