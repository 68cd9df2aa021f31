package outturn.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/// The version of the jar.
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    var version =
        Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
            .orElse("(not built as a jar)");
    return new String[] {"outturn " + version};
  }
}
