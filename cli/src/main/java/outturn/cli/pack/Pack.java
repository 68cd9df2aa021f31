package outturn.cli.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// Ready-made measures of one subject.
enum Pack {
  SERVICE_DESK("a service desk, from its database: time lost, first contact, days, reopened"),
  WORKFLOW_RELIABILITY("a workflow of this server, from its own runs: success, minutes, lateness"),
  MICROSOFT_365_COLLABORATION(
      "Microsoft 365: files shared, people in Teams, files, messages; a survey of two questions");

  private static final String WORKFLOW = "WORKFLOW";
  private final String about;

  Pack(String about) {
    this.about = about;
  }

  static List<Pack> all() {
    return List.of(values());
  }

  static Optional<Pack> find(String word) {
    return Arrays.stream(values()).filter(pack -> pack.word().equals(word)).findFirst();
  }

  /// As it is named on the command line.
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// What it measures.
  String about() {
    return about;
  }

  /// Whether it is about one workflow, which has to be named.
  boolean needsWorkflow() {
    return this == WORKFLOW_RELIABILITY;
  }

  /// The file, as a project has it.
  ///
  /// @param workflow that it is about; of no importance where it needs none
  String yaml(String workflow) {
    try (var file =
        Objects.requireNonNull(
            Pack.class.getResourceAsStream("/outturn/cli/pack/" + word() + ".yaml"), word())) {
      var text = new String(file.readAllBytes(), UTF_8);
      return needsWorkflow() ? text.replace(WORKFLOW, workflow) : text;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// What it is called in a project that may have it for several workflows.
  String file(String workflow) {
    return needsWorkflow() ? "%s-%s.yaml".formatted(word(), workflow) : word() + ".yaml";
  }
}
