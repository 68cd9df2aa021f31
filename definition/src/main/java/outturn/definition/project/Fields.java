package outturn.definition.project;

import java.util.Map;
import java.util.TreeMap;
import outturn.definition.text.Node;

/// A document as paths and texts: `tasks.load.timeout` is `30m`.
final class Fields {
  private final Map<String, String> fields = new TreeMap<>();

  private Fields() {}

  static Map<String, String> of(Node.Mapping document) {
    var fields = new Fields();
    fields.add("", document);
    return fields.fields;
  }

  private void add(String path, Node node) {
    switch (node) {
      case Node.Scalar scalar -> fields.put(path, scalar.text());
      case Node.Listing listing -> {
        if (listing.items().isEmpty()) fields.put(path, "[]");
        for (var index = 0; index < listing.items().size(); index++) {
          var item = listing.items().get(index);
          add("%s[%s]".formatted(path, label(item, index)), item);
        }
      }
      case Node.Mapping mapping -> {
        if (mapping.entries().isEmpty()) fields.put(path, "{}");
        for (var entry : mapping.entries()) {
          add(path.isEmpty() ? entry.name() : path + "." + entry.name(), entry.value());
        }
      }
    }
  }

  /// Things with names keep their path when their order changes.
  private static String label(Node item, int index) {
    if (item instanceof Node.Mapping mapping
        && mapping.find("name").isPresent()
        && mapping.find("name").get() instanceof Node.Scalar name) {
      return name.text();
    }
    return String.valueOf(index);
  }
}
