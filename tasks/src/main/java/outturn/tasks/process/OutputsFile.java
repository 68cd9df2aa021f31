package outturn.tasks.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import outturn.spi.Request;
import outturn.spi.TaskType.Result;
import outturn.tasks.output.Json;
import outturn.tasks.output.Outputs;
import outturn.tasks.output.Written;
import tools.jackson.core.JacksonException;

/// The file in which a process leaves its outputs: one JSON object, or a line `NAME=VALUE` for
/// each.
final class OutputsFile {

  private static final Pattern LINE = Pattern.compile("([A-Za-z][A-Za-z0-9_-]*)=(.*)");

  private OutputsFile() {}

  static Path in(Path scratch) {
    return scratch.resolve("outturn-outputs");
  }

  /// Holds the file against what was promised.
  static Result read(Request request) {
    try {
      return Outputs.keep(written(in(request.places().scratch())), request);
    } catch (Unreadable | IOException e) {
      return Result.Failed.of(Result.Kind.OUTPUT, "the file OUTTURN_OUTPUTS " + e.getMessage());
    }
  }

  private static Map<String, Written> written(Path file) throws IOException, Unreadable {
    if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) return Map.of();
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new Unreadable("is not a plain file");
    }
    var text = text(file);
    return text.stripLeading().startsWith("{") ? json(text) : lines(text);
  }

  private static String text(Path file) throws IOException, Unreadable {
    try (var in = Files.newInputStream(file)) {
      var bytes = in.readNBytes(Outputs.LIMIT + 1);
      if (bytes.length > Outputs.LIMIT) {
        throw new Unreadable(
            "is larger than %d bytes; write large results to a place of their own, and here its name"
                .formatted(Outputs.LIMIT));
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      throw new Unreadable("is not UTF-8 text");
    }
  }

  private static Map<String, Written> json(String text) throws Unreadable {
    try {
      var outputs = new LinkedHashMap<String, Written>();
      if (Json.readOrThrow(text) instanceof Map<?, ?> map) {
        map.forEach((name, value) -> {
          if (value != null) outputs.put(String.valueOf(name), new Written.Value(value));
        });
      }
      return outputs;
    } catch (JacksonException e) {
      throw new Unreadable("begins with { but is not JSON: " + e.getOriginalMessage());
    }
  }

  private static Map<String, Written> lines(String text) throws Unreadable {
    var outputs = new LinkedHashMap<String, Written>();
    var number = 0;
    for (var line : text.lines().toList()) {
      number++;
      if (line.isBlank()) continue;
      var matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        throw new Unreadable(
            "has at line %d no NAME=VALUE and is no JSON object".formatted(number));
      }
      outputs.put(matcher.group(1), new Written.Text(matcher.group(2)));
    }
    return outputs;
  }

  /// Why the file could not be read; the message continues "the file …".
  private static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    Unreadable(String message) {
      super(message);
    }
  }
}
