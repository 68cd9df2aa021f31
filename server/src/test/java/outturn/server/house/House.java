package outturn.server.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The checkout as the rules see it: its modules, its files and its compiled classes.
final class House {
  static final Path ROOT = Path.of(System.getProperty("outturn.root", "..")).toAbsolutePath();

  private static final String PACKAGES = "outturn.";
  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

  /// Folders that hold nothing written by hand.
  private static final Set<String> MADE =
      Set.of(".git", "target", "node_modules", "outturn-data", ".idea", ".vscode");

  private House() {}

  /// The modules that the root pom builds, in its order.
  static List<String> modules() {
    return MODULE
        .matcher(text(ROOT.resolve("pom.xml")))
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  /// Every file of the checkout that people write.
  static List<Path> files() {
    var files = new ArrayList<Path>();
    try {
      Files.walkFileTree(ROOT, new Collector(files));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return files;
  }

  /// Every Java file, tests included.
  static List<Path> sources() {
    return files().stream().filter(file -> file.toString().endsWith(".java")).toList();
  }

  /// Every Java file that ships.
  static List<Path> mainSources() {
    return sources().stream().filter(file -> file.toString().contains("/src/main/java/")).toList();
  }

  /// The compiled classes that ship, of every module.
  static List<JavaClass> classes() {
    var folders =
        modules().stream()
            .map(module -> ROOT.resolve(module).resolve("target/classes"))
            .filter(Files::isDirectory)
            .toList();
    return List.copyOf(new ClassFileImporter().importPaths(folders));
  }

  /// The module of a class of ours: `engine` of `outturn.engine.run.Run`.
  static String module(JavaClass ours) {
    return ours.getPackageName().split("\\.", -1)[1];
  }

  static boolean isOurs(JavaClass any) {
    return any.getPackageName().startsWith(PACKAGES);
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(file.toString(), broken);
    }
  }

  private static final class Collector extends SimpleFileVisitor<Path> {
    private final List<Path> files;

    Collector(List<Path> files) {
      this.files = files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return MADE.contains(String.valueOf(folder.getFileName()))
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile()) {
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
