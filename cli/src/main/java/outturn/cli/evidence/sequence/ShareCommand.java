package outturn.cli.evidence.sequence;

import java.util.List;
import outturn.charts.answers.AnswerChart;
import outturn.charts.control.Caption;
import outturn.charts.svg.Size;
import outturn.cli.command.Environment;
import outturn.cli.evidence.Calculation;
import outturn.cli.terminal.Terminal;
import outturn.evidence.sequence.ShareSequence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `outturn evidence sequence share`: a share of answers so far.
@Command(
    name = "share",
    description =
        "Give the share of answers that count so far, with an interval that holds at every look.",
    footer = {
      "  outturn evidence sequence share --successes 40 --trials 120 --planned 500",
      "  outturn evidence sequence share --successes 40 --trials 120 --planned 500 --level 0.9"
          + " --json",
      "  outturn evidence sequence share --successes 40 --trials 120 --planned 500 --svg share.svg"
    })
final class ShareCommand extends Calculation {
  @Option(
      names = "--successes",
      paramLabel = "N",
      required = true,
      description = "answers that count, up to now")
  private int successes;

  @Option(
      names = "--trials",
      paramLabel = "N",
      required = true,
      description = "all answers, up to now")
  private int trials;

  @Mixin private final Looks looks = new Looks();

  ShareCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected void run() {
    var finding = found(ShareSequence.of(successes, trials, looks.tuning()));
    var title = "Share of answers so far, 0 to 1, safe at every look";
    show("share", title, finding);
    var caption = new Caption(title, "%d answers so far.".formatted(trials));
    draw(() ->
        new AnswerChart(
                caption,
                "share of answers so far",
                List.of(0.0, 1.0),
                finding.estimate(),
                List.of())
            .draw(Size.WIDE.width()));
  }
}
