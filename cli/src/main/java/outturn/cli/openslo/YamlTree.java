package outturn.cli.openslo;

import java.util.List;
import java.util.Map;
import outturn.cli.crontab.Yaml;

/// Writes mappings, lists and single values as YAML, each on its line.
final class YamlTree {
  private static final String STEP = "  ";

  private final StringBuilder yaml = new StringBuilder();

  private YamlTree() {}

  /// A document.
  static String document(Map<String, Object> content) {
    var tree = new YamlTree();
    tree.mapping(content, "", "");
    return tree.yaml.toString();
  }

  /// @param first what stands before the first key, instead of the indent
  private void mapping(Map<?, ?> content, String indent, String first) {
    var before = first.isEmpty() ? indent : first;
    for (var entry : content.entrySet()) {
      yaml.append(before).append(key(String.valueOf(entry.getKey()))).append(':');
      value(entry.getValue(), indent);
      before = indent;
    }
  }

  private static String key(String name) {
    return name.matches("[A-Za-z][A-Za-z0-9-]*") ? name : Yaml.quoted(name);
  }

  private void value(Object value, String indent) {
    switch (value) {
      case Map<?, ?> map when map.isEmpty() -> yaml.append(" {}\n");
      case Map<?, ?> map -> {
        yaml.append('\n');
        mapping(map, indent + STEP, "");
      }
      case List<?> list when list.isEmpty() -> yaml.append(" []\n");
      case List<?> list -> {
        yaml.append('\n');
        for (var item : list) item(item, indent + STEP);
      }
      case String text -> yaml.append(' ').append(Yaml.value(text)).append('\n');
      default -> yaml.append(' ').append(value).append('\n');
    }
  }

  private void item(Object item, String indent) {
    if (item instanceof Map<?, ?> map && !map.isEmpty()) {
      mapping(map, indent + STEP, indent + "- ");
    } else {
      yaml.append(indent).append('-');
      value(item, indent + STEP);
    }
  }
}
