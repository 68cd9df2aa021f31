package outturn.outcome.statement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/// Reads the data of this package.
final class Resource {
  private Resource() {}

  static Properties properties(String name) {
    var properties = new Properties();
    try (var in = Optional.ofNullable(Resource.class.getResourceAsStream(name)).orElseThrow();
        var reader = new InputStreamReader(in, UTF_8)) {
      properties.load(reader);
      return properties;
    } catch (IOException broken) {
      throw new UncheckedIOException(name, broken);
    }
  }
}
