package outturn.cli.evidence.forecast;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.ExitCode;
import outturn.cli.evidence.FiniteNumber;
import outturn.cli.evidence.Word;
import picocli.CommandLine.Option;

/// A target, as options that go together.
final class AimSettings {
  @Option(
      names = "--target",
      paramLabel = "NUMBER",
      converter = FiniteNumber.class,
      description = "also say the chance that the last period reaches it")
  private @Nullable Double target;

  @Option(
      names = "--better",
      paramLabel = "WAY",
      converter = WayWord.class,
      description = "higher or lower: which way is good")
  private Aim.@Nullable Way way;

  Optional<Aim> aim() {
    if (target == null && way == null) return Optional.empty();
    if (target == null || way == null) {
      throw new CommandFailed(ExitCode.MISUSED, "--target and --better go together");
    }
    return Optional.of(new Aim(target, way));
  }

  private static final class WayWord extends Word<Aim.Way> {
    WayWord() {
      super(Aim.Way.values());
    }
  }
}
