package outturn.cli.openslo;

import java.util.List;
import java.util.Optional;
import outturn.definition.text.Node;

/// A document of somebody else's, looked into by paths: what is not there is absent.
record Look(Optional<Node> node) {
  static Look at(Node node) {
    return new Look(Optional.of(node));
  }

  Look in(String... keys) {
    var at = node;
    for (var key : keys) {
      at =
          at.filter(Node.Mapping.class::isInstance)
              .map(Node.Mapping.class::cast)
              .flatMap(mapping -> mapping.find(key));
    }
    return new Look(at);
  }

  boolean isThere() {
    return node.isPresent();
  }

  /// A single value as text; empty when absent.
  String text() {
    return find().orElse("");
  }

  Optional<String> find() {
    return node.filter(Node.Scalar.class::isInstance)
        .map(Node.Scalar.class::cast)
        .filter(scalar -> scalar.kind() != Node.ScalarKind.NULL)
        .map(Node.Scalar::text)
        .filter(text -> !text.isBlank());
  }

  List<Look> items() {
    return node
        .filter(Node.Listing.class::isInstance)
        .map(Node.Listing.class::cast)
        .map(Node.Listing::items)
        .orElse(List.of())
        .stream()
        .map(Look::at)
        .toList();
  }

  List<String> names() {
    return node.filter(Node.Mapping.class::isInstance)
        .map(Node.Mapping.class::cast)
        .map(Node.Mapping::names)
        .orElse(List.of());
  }

  int line() {
    return node.map(each -> each.position().line()).orElse(1);
  }
}
