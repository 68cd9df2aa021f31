package outturn.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files of accepted drawings in src/test/resources/golden.
///
/// A drawing that differs is written to target/golden: look at it, and copy it if it is right.
public final class Golden {
  private static final Path ACCEPTED = Path.of("src/test/resources/golden");
  private static final Path ACTUAL = Path.of("target/golden");

  private Golden() {}

  public static void assertAccepted(String name, String drawn) {
    try {
      Files.createDirectories(ACTUAL);
      Files.writeString(ACTUAL.resolve(name), drawn);
      Path accepted = ACCEPTED.resolve(name);
      assertThat(accepted).as("accepted drawing; the new one is target/golden/%s", name).exists();
      assertThat(drawn)
          .as("drawing %s; look at target/golden/%s and copy it if it is right", name, name)
          .isEqualTo(Files.readString(accepted));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
