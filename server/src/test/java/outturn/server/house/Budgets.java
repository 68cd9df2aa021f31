package outturn.server.house;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// How large a file, a method, a package and a list of parameters may be, measured on the syntax
/// tree.
final class Budgets {
  static final int FILE_LINES = 400;
  static final int METHOD_LINES = 40;
  static final int PACKAGE_FILES = 25;
  static final int PARAMETERS = 7;

  private Budgets() {}

  /// What goes over budget in these sources, one line each; keys are the names for the message.
  static List<String> overruns(Map<String, String> sources) {
    var found = new ArrayList<String>();
    sources.forEach((name, text) -> checkFile(name, text, found));
    checkTrees(sources, found);
    return found;
  }

  /// The packages with too many files; a folder of tests counts for itself.
  static List<String> crowdedPackages(List<Path> files) {
    return files.stream()
        .collect(Collectors.groupingBy(Path::getParent, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .filter(folder -> folder.getValue() > PACKAGE_FILES)
        .map(folder -> over(folder.getKey().toString(), folder.getValue(), "files", PACKAGE_FILES))
        .toList();
  }

  private static void checkFile(String name, String text, List<String> found) {
    var lines = text.lines().count();
    if (lines > FILE_LINES) {
      found.add(over(name, lines, "lines", FILE_LINES));
    }
  }

  private static void checkTrees(Map<String, String> sources, List<String> found) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var units =
        sources.entrySet().stream()
            .map(file -> new Source(file.getKey(), file.getValue()))
            .toList();
    var task = (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, units);
    var positions = Trees.instance(task).getSourcePositions();
    try {
      for (var unit : task.parse()) {
        new Measure(unit, positions, found).scan(unit, null);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String over(String where, long size, String unit, int budget) {
    return "%s: %d %s, and the budget is %d; split it by what it is about"
        .formatted(where, size, unit, budget);
  }

  private static final class Measure extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<String> found;

    Measure(CompilationUnitTree unit, SourcePositions positions, List<String> found) {
      this.unit = unit;
      this.positions = positions;
      this.found = found;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
      check(method, method.getName() + "()", lines(method), "lines", METHOD_LINES);
      check(
          method, method.getName() + "()", method.getParameters().size(), "parameters", PARAMETERS);
      return super.visitMethod(method, null);
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
      if (type.getKind() == Tree.Kind.RECORD) {
        var components = type.getMembers().stream().filter(Measure::isComponent).count();
        check(type, "record " + type.getSimpleName(), components, "components", PARAMETERS);
      }
      for (var member : type.getMembers()) {
        if (member instanceof BlockTree block) {
          check(block, "initializer", lines(block), "lines", METHOD_LINES);
        }
      }
      return super.visitClass(type, null);
    }

    /// A record has no other fields of instances than its components.
    private static boolean isComponent(Tree member) {
      return member instanceof VariableTree field
          && !field.getModifiers().getFlags().contains(Modifier.STATIC);
    }

    private void check(Tree tree, String what, long size, String unitOfSize, int budget) {
      if (size > budget) {
        var line = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
        var file = unit.getSourceFile().getName();
        found.add(over("%s:%d %s".formatted(file, line, what), size, unitOfSize, budget));
      }
    }

    private long lines(Tree tree) {
      var map = unit.getLineMap();
      return map.getLineNumber(positions.getEndPosition(unit, tree))
          - map.getLineNumber(positions.getStartPosition(unit, tree))
          + 1;
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String name;
    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///" + name.replace(' ', '_')), JavaFileObject.Kind.SOURCE);
      this.name = name;
      this.text = text;
    }

    @Override
    public String getName() {
      return name;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
