package outturn.cli.run;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import outturn.cli.client.Client;
import outturn.cli.client.Fields;
import outturn.cli.client.Json;
import outturn.cli.client.Request;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// The inputs of a run as the user gave them: a JSON file, and single ones over it.
///
/// A single one is text; for an input of another type the text is read as JSON.
public final class InputValues {
  private static final Set<String> TEXTS = Set.of("string", "date");

  private final Terminal terminal;
  private final Environment environment;

  public InputValues(Terminal terminal, Environment environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  /// @param file a path, `-` for standard input, or null
  public ObjectNode read(
      Client client, String workflow, @Nullable String file, Map<String, String> single) {
    var inputs = file == null ? Json.object() : fromFile(file);
    if (single.isEmpty()) return inputs;
    var types = types(client, workflow);
    single.forEach((name, text) -> inputs.set(name, value(text, types.getOrDefault(name, ""))));
    return inputs;
  }

  private ObjectNode fromFile(String file) {
    return Json.read(content(file))
        .flatMap(JsonNode::asObjectOpt)
        .orElseThrow(() ->
            new CommandFailed(
                ExitCode.MISUSED,
                "%s is not a JSON object".formatted(file),
                "expected for example {\"regions\": [\"north\"]}"));
  }

  private String content(String file) {
    if (file.equals("-")) return terminal.input();
    try {
      return Files.readString(environment.resolve(file));
    } catch (IOException absent) {
      throw new CommandFailed(ExitCode.MISUSED, "cannot read the inputs: " + absent.getMessage());
    }
  }

  private static Map<String, String> types(Client client, String workflow) {
    List<Fields> inputs =
        new Fields(client.send(Request.get("workflows", workflow))).list("inputs");
    return inputs.stream()
        .collect(
            Collectors.toMap(
                input -> input.text("name"), input -> input.text("type"), (a, _) -> a));
  }

  private static JsonNode value(String text, String type) {
    var asText = StringNode.valueOf(text);
    return TEXTS.contains(type) ? asText : Json.read(text).orElse(asText);
  }
}
