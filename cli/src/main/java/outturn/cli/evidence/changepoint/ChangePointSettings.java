package outturn.cli.evidence.changepoint;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.ExitCode;
import outturn.cli.evidence.FiniteNumber;
import outturn.cli.evidence.Word;
import outturn.evidence.changepoint.BreakModel;
import outturn.evidence.changepoint.Least;
import outturn.evidence.changepoint.Partitioning;
import picocli.CommandLine.Option;

/// How changes are looked for, as options.
final class ChangePointSettings {
  @Option(
      names = "--method",
      paramLabel = "METHOD",
      defaultValue = "pelt",
      converter = MethodWord.class,
      description = "pelt for levels, or regression, which tells ranges of dates; default: pelt")
  private Method method = Method.PELT;

  @Option(
      names = "--lags",
      paramLabel = "N",
      split = ",",
      description = "of a regression: periods before, whose values explain a value; default: none")
  private List<Integer> lags = new ArrayList<>();

  @Option(names = "--log", description = "analyse logarithms, so that changes multiply")
  private boolean log;

  @Option(
      names = "--minimum",
      paramLabel = "N|SHARE",
      converter = LeastWord.class,
      description =
          "least values between changes, or their share; default: 4, of a regression 0.15")
  private @Nullable Least least;

  @Option(
      names = "--max-breaks",
      paramLabel = "N",
      description = "of a regression: most breaks that are tried; default: 5")
  private @Nullable Integer most;

  @Option(
      names = "--level",
      paramLabel = "SHARE",
      converter = FiniteNumber.class,
      description = "of a regression: of the ranges of dates; default: 0.95")
  private @Nullable Double level;

  /// How changes are found.
  enum Method {
    PELT,
    REGRESSION
  }

  Method method() {
    return method;
  }

  boolean isLogarithmic() {
    return log;
  }

  Partitioning partitioning() {
    if (!lags.isEmpty() || most != null || level != null) {
      throw new CommandFailed(
          ExitCode.MISUSED,
          "--lags, --max-breaks and --level are of a regression; add --method regression");
    }
    var standard = Partitioning.STANDARD;
    return least == null ? standard : standard.with(least);
  }

  BreakModel model() {
    var standard = BreakModel.STANDARD;
    return new BreakModel(
        lags,
        least == null ? standard.least() : least,
        most == null ? standard.most() : most,
        level == null ? standard.level() : level);
  }

  private static final class MethodWord extends Word<Method> {
    MethodWord() {
      super(Method.values());
    }
  }
}
