package outturn.definition.text;

import java.util.List;
import java.util.Optional;

/// A value as it stands in a YAML file, with its place.
public sealed interface Node {

  Position position();

  /// What it is, for messages: `text`, `list`.
  String told();

  /// A single value.
  ///
  /// @param text as written, without quotes and escapes
  record Scalar(ScalarKind kind, String text, Span span) implements Node {
    @Override
    public Position position() {
      return span.start();
    }

    /// The place of one of the text's characters.
    public Position position(int offset) {
      return span.position(text, offset);
    }

    @Override
    public String told() {
      return switch (kind) {
        case NULL -> "nothing";
        case TEXT -> "the text '" + shortened() + "'";
        case WHOLE, DECIMAL, TRUTH -> "'" + shortened() + "'";
      };
    }

    private String shortened() {
      var line = text.strip().lines().findFirst().orElse("");
      return line.length() > 40 ? line.substring(0, 37) + "..." : line;
    }
  }

  /// What a single value is by the core schema of YAML 1.2.
  enum ScalarKind {
    TEXT,
    WHOLE,
    DECIMAL,
    TRUTH,
    NULL
  }

  /// Values in a row.
  record Listing(Position position, List<Node> items) implements Node {
    public Listing {
      items = List.copyOf(items);
    }

    @Override
    public String told() {
      return "a list";
    }
  }

  /// Named values, in written order; a name that came twice is here once.
  record Mapping(Position position, List<Entry> entries) implements Node {
    public Mapping {
      entries = List.copyOf(entries);
    }

    @Override
    public String told() {
      return "a mapping";
    }

    public Optional<Node> find(String key) {
      for (var entry : entries) {
        if (entry.name().equals(key)) return Optional.of(entry.value());
      }
      return Optional.empty();
    }

    public List<String> names() {
      return entries.stream().map(Entry::name).toList();
    }
  }

  /// A name and its value.
  record Entry(Scalar key, Node value) {
    public String name() {
      return key.text();
    }
  }
}
