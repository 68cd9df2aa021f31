package outturn.definition.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import outturn.definition.text.Node;
import outturn.definition.text.Problems;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProjectSchemaTest {
  private final JsonNode schema = JsonMapper.shared().readTree(ProjectSchema.json());

  @Test
  void everyKindIsDescribed() {
    assertThat(schema.at("/properties/kind/enum")).hasSize(Kind.values().length);
    for (var kind : Kind.values()) {
      assertThat(schema.at("/$defs/" + kind.word() + "/properties/kind/const").asString())
          .isEqualTo(kind.word());
    }
  }

  @Test
  void theTextIsTheSameEachTime() {
    assertThat(ProjectSchema.json()).isEqualTo(ProjectSchema.json());
  }

  @Test
  void everyKeyOfTheFullProjectIsInTheSchema() {
    var full = FolderReader.read(FullProjectTest.FOLDER, new Problems());
    var documents = Documents.in(full, new Problems()).documents();
    assertThat(documents).hasSizeGreaterThan(10);
    for (var document : documents) {
      var unknown = new ArrayList<String>();
      check(document.content(), schema.at("/$defs/" + document.kind().word()), "", unknown);
      assertThat(unknown).as(document.kind() + " " + document.name()).isEmpty();
    }
  }

  @Test
  void aKeyThatTheReaderRefusesIsNotInTheSchema() {
    var task = schema.at("/$defs/workflow/properties/tasks/additionalProperties/properties");
    assertThat(task.propertyNames())
        .contains("run", "needs", "waitFor")
        .doesNotContain("transfer", "foo");
  }

  /// Gathers keys that a schema does not name. Where a schema offers several forms, one must fit.
  private static void check(Node node, JsonNode schema, String path, List<String> unknown) {
    if (schema.has("anyOf")) {
      var fits =
          schema
              .get("anyOf")
              .valueStream()
              .anyMatch(choice -> unknown(node, choice, path).isEmpty());
      if (!fits) unknown.add(path);
      return;
    }
    switch (node) {
      case Node.Scalar scalar -> {
        var type = schema.path("type");
        if (type.isString() && List.of("object", "array").contains(type.asString())) {
          unknown.add(path);
        }
      }
      case Node.Listing listing ->
          listing.items().forEach(item -> check(item, schema.path("items"), path + "[]", unknown));
      case Node.Mapping mapping -> {
        for (var entry : mapping.entries()) {
          var below = path + "." + entry.name();
          var named = schema.path("properties").path(entry.name());
          var more = schema.path("additionalProperties");
          if (!named.isMissingNode()) check(entry.value(), named, below, unknown);
          else if (more.isObject()) check(entry.value(), more, below, unknown);
          else if (more.isBoolean()) unknown.add(below);
        }
      }
    }
  }

  private static List<String> unknown(Node node, JsonNode schema, String path) {
    var unknown = new ArrayList<String>();
    check(node, schema, path, unknown);
    return unknown;
  }
}
