package outturn.definition.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/// Builds nodes from parse events, without recursion and within limits of depth and size. An alias
/// counts as all that it stands for, so that a small file cannot unfold into a large one.
final class NodeBuilder {
  private static final int DEEPEST = 64;
  private static final int MOST_NODES = 200_000;

  private final SourceText source;
  private final Problems problems;
  private final List<Node> documents = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private final Map<String, Counted> anchors = new HashMap<>();
  private int nodes;

  NodeBuilder(SourceText source, Problems problems) {
    this.source = source;
    this.problems = problems;
  }

  private record Counted(Node node, int nodes) {}

  List<Node> documents() {
    return YamlFile.withoutEmpty(documents);
  }

  /// Takes the next event; false when a limit is passed and reading must stop.
  boolean accept(Event event) {
    switch (event.getEventId()) {
      case DocumentStart -> anchors.clear();
      case Scalar -> {
        var scalar = (ScalarEvent) event;
        nodes++;
        return place(scalar(scalar), 1, scalar.getAnchor());
      }
      case Alias -> {
        return alias((AliasEvent) event);
      }
      case MappingStart, SequenceStart -> {
        return start((CollectionStartEvent) event);
      }
      case MappingEnd, SequenceEnd -> {
        var ended = open.pop();
        return place(ended.finished(problems), nodes - ended.nodesBefore, ended.anchor);
      }
      case StreamStart, StreamEnd, DocumentEnd, Comment -> {}
    }
    return true;
  }

  private Node.Scalar scalar(ScalarEvent event) {
    var plain = event.isPlain() && event.getTag().isEmpty();
    var span =
        new Span(
            source, index(event.getStartMark()), index(event.getEndMark()), event.getScalarStyle());
    checkTag(event.getTag(), span.start(), "str");
    var kind = plain ? CoreSchema.kindOf(event.getValue()) : Node.ScalarKind.TEXT;
    return new Node.Scalar(kind, event.getValue(), span);
  }

  private boolean start(CollectionStartEvent event) {
    var position = source.position(index(event.getStartMark()));
    if (open.size() >= DEEPEST) {
      problems.add(position, "too-deep", "values are nested more than %d deep".formatted(DEEPEST));
      return false;
    }
    var mapping = event instanceof MappingStartEvent;
    checkTag(event.getTag(), position, mapping ? "map" : "seq");
    open.push(new Open(position, mapping, event.getAnchor(), nodes));
    nodes++;
    return true;
  }

  private void checkTag(Optional<String> tag, Position position, String plain) {
    if (tag.isEmpty() || tag.get().equals("!")) return;
    if (tag.get().equals("tag:yaml.org,2002:" + plain)) return;
    problems.add(
        position, "unexpected-tag", "the tag '%s' has no meaning here".formatted(tag.get()));
  }

  private boolean alias(AliasEvent event) {
    var name = event.getAlias().getValue();
    var meant = anchors.get(name);
    if (meant != null) {
      nodes += meant.nodes;
      return place(meant.node, meant.nodes, Optional.empty());
    }
    var position = source.position(index(event.getStartMark()));
    problems.unknown(position, "anchor", name, anchors.keySet());
    return false;
  }

  private boolean place(Node node, int size, Optional<Anchor> anchor) {
    anchor.ifPresent(name -> anchors.put(name.getValue(), new Counted(node, size)));
    if (nodes > MOST_NODES) {
      problems.add(
          node.position(), "too-large", "there are more than %d values".formatted(MOST_NODES));
      return false;
    }
    if (open.isEmpty()) {
      documents.add(node);
    } else {
      open.element().items.add(node);
    }
    return true;
  }

  private static int index(Optional<Mark> mark) {
    return mark.map(Mark::getIndex).orElse(0);
  }

  /// A list or mapping whose end has not come yet.
  private static final class Open {
    private final Position position;
    private final boolean mapping;
    private final Optional<Anchor> anchor;
    private final int nodesBefore;
    private final List<Node> items = new ArrayList<>();

    Open(Position position, boolean mapping, Optional<Anchor> anchor, int nodesBefore) {
      this.position = position;
      this.mapping = mapping;
      this.anchor = anchor;
      this.nodesBefore = nodesBefore;
    }

    Node finished(Problems problems) {
      if (!mapping) return new Node.Listing(position, items);
      Set<String> names = new HashSet<>();
      var entries = new ArrayList<Node.Entry>();
      for (var index = 0; index + 1 < items.size(); index += 2) {
        if (!(items.get(index) instanceof Node.Scalar key)) {
          problems.add(items.get(index).position(), "bad-key", "a key must be a single word");
        } else if (!names.add(key.text())) {
          problems.add(
              key.position(),
              "duplicate-key",
              "the key '%s' is here twice".formatted(key.text()),
              "keep one of them");
        } else {
          entries.add(new Node.Entry(key, items.get(index + 1)));
        }
      }
      return new Node.Mapping(position, entries);
    }
  }
}
