package outturn.cli.evidence.synthetic;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.ExitCode;
import outturn.cli.evidence.FiniteNumber;
import outturn.cli.evidence.Word;
import outturn.cli.evidence.panel.PanelRows;
import outturn.evidence.estimate.Answer;
import outturn.evidence.panel.Panel;
import outturn.evidence.sdid.Sdid;
import outturn.evidence.sdid.SdidOptions;
import outturn.evidence.synthetic.Synthetic;
import outturn.evidence.synthetic.SyntheticOptions;
import outturn.evidence.weights.Ridge;
import picocli.CommandLine.Option;

/// What is treated from when on, and by which method it is compared, as options.
final class SyntheticSettings {
  @Option(
      names = "--treated",
      paramLabel = "NAME",
      required = true,
      split = ",",
      description = "the treated unit, of --method sdid also several; all others are donors")
  private List<String> treated = new ArrayList<>();

  @Option(
      names = "--from",
      paramLabel = "TIME",
      required = true,
      description = "the first period in which it is treated")
  private String from = "";

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      defaultValue = "sc",
      converter = MethodWord.class,
      description =
          "sc, a synthetic control, or sdid, a synthetic difference in differences; default: sc")
  private Method method = Method.SC;

  @Option(
      names = "--ridge",
      paramLabel = "NUMBER",
      converter = FiniteNumber.class,
      description =
          "of sc: what uneven weights cost, in multiples of the noise of the donors; default: 1e-6")
  private @Nullable Double ridge;

  @Option(
      names = "--draws",
      paramLabel = "N",
      defaultValue = "200",
      description = "of sdid: placebos where several units are treated; default: 200")
  private int draws;

  @Option(
      names = "--level",
      paramLabel = "SHARE",
      defaultValue = "0.95",
      converter = FiniteNumber.class,
      description = "of the interval; default: 0.95")
  private double level;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "of the draws; default: 1")
  private long seed;

  /// How donors are weighted, and what the gap is held against.
  enum Method {
    SC,
    SDID
  }

  Answer<Panel> panel(PanelRows rows) {
    return rows.panel(rows.starts(treated, from));
  }

  Answer<Twin> twin(Panel panel) {
    return switch (method) {
      case SC ->
          Synthetic.analyse(
                  panel,
                  new SyntheticOptions(
                      SyntheticOptions.DEFAULT.search(),
                      ridge == null ? Ridge.SMALL : ridge,
                      level))
              .then(result -> Answer.found(new ControlTwin(result)));
      case SDID -> difference(panel);
    };
  }

  private Answer<Twin> difference(Panel panel) {
    if (ridge != null) {
      throw new CommandFailed(
          ExitCode.MISUSED, "--ridge is for --method sc; sdid has one that follows from the data");
    }
    var options = new SdidOptions(SdidOptions.DEFAULT.search(), draws, level, seed);
    return Sdid.analyse(panel, options).then(result -> Answer.found(new DifferenceTwin(result)));
  }

  private static final class MethodWord extends Word<Method> {
    MethodWord() {
      super(Method.values());
    }
  }
}
