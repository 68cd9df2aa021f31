package outturn.definition.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.definition.text.Node;

/// The forms of lists and of mappings whose names the author chooses.
public final class Groups {

  private Groups() {}

  /// Values in a row; malformed ones are told of and left out.
  public static <T> Form<List<T>> list(Form<T> item) {
    return new Form<>(
        "a list, each " + item.expected(),
        Map.of("type", "array", "items", item.schema()),
        (form, node, problems) -> {
          if (!(node instanceof Node.Listing listing)) return form.refuse(node, problems);
          var items = new ArrayList<T>();
          for (var each : listing.items()) item.read(each, problems).ifPresent(items::add);
          return Optional.of(List.copyOf(items));
        });
  }

  /// A list, or its one value without brackets.
  public static <T> Form<List<T>> oneOrMany(Form<T> item) {
    var many = list(item);
    return new Form<>(
        item.expected() + ", or a list of these",
        Map.of("anyOf", List.of(item.schema(), many.schema())),
        (form, node, problems) ->
            node instanceof Node.Listing
                ? many.read(node, problems)
                : item.read(node, problems).map(List::of));
  }

  /// Named values, in written order.
  public static <T> Form<List<Named<T>>> map(Form<String> name, Form<T> value) {
    return new Form<>(
        "a mapping, each " + value.expected(),
        Map.of(
            "type",
            "object",
            "propertyNames",
            name.schema(),
            "additionalProperties",
            value.schema()),
        (form, node, problems) -> {
          if (!(node instanceof Node.Mapping mapping)) return form.refuse(node, problems);
          var entries = new ArrayList<Named<T>>();
          for (var entry : mapping.entries()) {
            var named = name.read(entry.key(), problems);
            var read = value.read(entry.value(), problems);
            if (named.isEmpty() || read.isEmpty()) continue;
            entries.add(
                new Named<>(
                    named.get(), read.get(), entry.key().position(), entry.value().position()));
          }
          return Optional.of(List.copyOf(entries));
        });
  }

  /// A mapping or list that has something in it.
  public static <T> Form<T> filled(Form<T> group) {
    return new Form<>(
        group.expected(),
        group.schema(),
        (form, node, problems) -> {
          var empty =
              switch (node) {
                case Node.Scalar scalar -> false;
                case Node.Listing listing -> listing.items().isEmpty();
                case Node.Mapping mapping -> mapping.entries().isEmpty();
              };
          if (!empty) return group.read(node, problems);
          problems.add(node.position(), "empty", "expected at least one, found none");
          return Optional.empty();
        });
  }

  /// A mapping, list or single value, each read by its own form.
  public static <T> Form<T> either(Form<T> single, Form<T> list, Form<T> mapping) {
    return new Form<>(
        "%s, or %s, or %s".formatted(single.expected(), list.expected(), mapping.expected()),
        Map.of("anyOf", List.of(single.schema(), list.schema(), mapping.schema())),
        (form, node, problems) ->
            switch (node) {
              case Node.Scalar scalar -> single.read(scalar, problems);
              case Node.Listing listing -> list.read(listing, problems);
              case Node.Mapping keyed -> mapping.read(keyed, problems);
            });
  }
}
