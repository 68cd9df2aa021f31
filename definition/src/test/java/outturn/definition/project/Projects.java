package outturn.definition.project;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import outturn.definition.text.Problem;

/// Projects written in tests.
public final class Projects {
  private Projects() {}

  /// A project of one more file; names and texts in turn.
  public static ProjectFiles files(String... namesAndTexts) {
    var files = new HashMap<String, byte[]>();
    files.put("outturn.yaml", bytes("kind: project\nname: test\n"));
    for (var index = 0; index < namesAndTexts.length; index += 2) {
      files.put(namesAndTexts[index], bytes(namesAndTexts[index + 1]));
    }
    return new ProjectFiles(files);
  }

  /// A project that has no problems.
  public static Project valid(String... namesAndTexts) {
    var reading = ProjectReader.read(files(namesAndTexts));
    return reading.project().orElseThrow(() -> new AssertionError(told(reading)));
  }

  /// The problems of a project, one a line.
  public static String problems(String... namesAndTexts) {
    return told(ProjectReader.read(files(namesAndTexts)));
  }

  static String told(ProjectReading reading) {
    return reading.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"));
  }

  static ProjectFiles with(ProjectFiles files, String path, byte[] bytes) {
    Map<String, byte[]> changed = new HashMap<>(files.contents());
    changed.put(path, bytes);
    return new ProjectFiles(changed);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
