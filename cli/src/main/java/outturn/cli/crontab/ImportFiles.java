package outturn.cli.crontab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import outturn.definition.project.ProjectReader;

/// The files that an import reads, and those that it writes: new ones only, and none at all if one
/// of them cannot be.
final class ImportFiles {
  private static final String STANDARD_INPUT = "-";
  private static final Pattern ENDING =
      Pattern.compile("[.-]cron\\.d$|\\.(cron|crontab|tab|example|txt)$");

  private final Terminal terminal;
  private final Environment environment;
  private final String into;

  /// @param into the project's folder as the user wrote it; empty when nothing is to be written
  ImportFiles(Terminal terminal, Environment environment, String into) {
    this.terminal = terminal;
    this.environment = environment;
    this.into = into;
  }

  String read(String file) {
    if (file.equals(STANDARD_INPUT)) return terminal.input();
    var path = environment.resolve(file);
    if (Files.isDirectory(path)) {
      throw refused("%s is a folder: name its files".formatted(file));
    }
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(path))).toString();
    } catch (CharacterCodingException notText) {
      throw refused("%s is not UTF-8 text".formatted(file));
    } catch (NoSuchFileException absent) {
      throw refused("there is no file %s".formatted(file));
    } catch (IOException failure) {
      throw refused("%s cannot be read: %s".formatted(file, failure.getMessage()));
    }
  }

  /// The names of workflows that the project has already.
  Set<String> workflows() {
    if (into.isEmpty() || !Files.isDirectory(environment.resolve(into))) return Set.of();
    return ProjectReader.read(environment.resolve(into))
        .project()
        .<Set<String>>map(project -> new HashSet<>(project.workflows().names()))
        .orElse(Set.of());
  }

  /// Writes what there is to write, and answers each one's file, empty for none.
  List<String> write(List<Translation> translations) {
    var names = new ArrayList<String>();
    var files = new LinkedHashMap<Path, String>();
    var folder = environment.resolve(into).toAbsolutePath().normalize();
    for (var translation : translations) {
      var isWritten = !into.isEmpty() && !translation.yaml().isEmpty();
      var name = isWritten ? unused(name(translation.file()), names) : "";
      names.add(name.isEmpty() ? "" : Path.of(into, name).toString());
      if (isWritten) files.put(folder.resolve(name), translation.yaml());
    }
    if (files.isEmpty()) return names;
    var main = folder.resolve(ProjectReader.MAIN_FILE);
    if (!Files.exists(main)) files.put(main, project(folder));
    for (var file : files.keySet()) {
      if (Files.exists(file)) throw present(file);
    }
    write(folder, files);
    return names;
  }

  private void write(Path folder, Map<Path, String> files) {
    try {
      Files.createDirectories(folder);
      for (var file : files.entrySet()) {
        Files.writeString(file.getKey(), file.getValue(), UTF_8, StandardOpenOption.CREATE_NEW);
      }
    } catch (FileAlreadyExistsException present) {
      throw present(Path.of(String.valueOf(present.getFile())));
    } catch (IOException failure) {
      throw refused("%s cannot be written: %s".formatted(into, failure.getMessage()));
    }
  }

  /// `atop.yaml` of `/etc/cron.d/atop`.
  private static String name(String file) {
    var written = file.equals(STANDARD_INPUT) ? "crontab" : file;
    var last = String.valueOf(Path.of(written).getFileName());
    var bare = ENDING.matcher(last).replaceFirst("").replaceAll("[^A-Za-z0-9._-]+|^\\.+", "-");
    var name = bare.replaceAll("^-+|-+$", "").isEmpty() ? "crontab" : bare;
    return ProjectReader.MAIN_FILE.equalsIgnoreCase(name + ".yaml") ? name + "-crontab" : name;
  }

  private String unused(String name, List<String> used) {
    var file = name + ".yaml";
    for (var number = 2; used.contains(Path.of(into, file).toString()); number++) {
      file = "%s-%d.yaml".formatted(name, number);
    }
    return file;
  }

  private static String project(Path folder) {
    var name = folder.getFileName() == null ? "" : folder.getFileName().toString();
    return "kind: project\nname: %s\n".formatted(JobNames.named(name));
  }

  private static CommandFailed present(Path file) {
    return new CommandFailed(
        ExitCode.REFUSED,
        "nothing was written: %s is there already".formatted(file),
        "name another folder, or move it away");
  }

  private static CommandFailed refused(String sentence) {
    return new CommandFailed(ExitCode.REFUSED, sentence, "nothing was written");
  }
}
