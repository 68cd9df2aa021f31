package outturn.cli;

import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;

/// The list of all commands in the help, under the topics that they are about.
final class CommandList implements IHelpSectionRenderer {
  @Override
  public String render(Help help) {
    var commands = help.subcommands();
    var width = commands.keySet().stream().mapToInt(String::length).max().orElse(0);
    var list = new StringBuilder();
    for (var topic : CommandName.Topic.values()) {
      list.append('\n').append(topic.title()).append(":\n");
      commands.entrySet().stream()
          .filter(command -> CommandName.topic(command.getKey()) == topic)
          .forEach(command -> list.append(line(command, width)));
    }
    return list.toString();
  }

  /// The name and the first line of the description.
  private static String line(Map.Entry<String, Help> command, int width) {
    var name = command.getKey();
    var about = command.getValue().commandSpec().usageMessage().description();
    var blank = " ".repeat(width - name.length() + 2);
    return "  " + name + (about.length == 0 ? "" : blank + about[0]) + "\n";
  }
}
