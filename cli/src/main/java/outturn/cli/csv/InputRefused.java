package outturn.cli.csv;

import java.util.List;
import outturn.cli.client.Json;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.ExitCode;

/// Says why data are not used: the name of the fault, the place, what was found and what to do.
public final class InputRefused {
  private InputRefused() {}

  /// In a line of a file, counted from 1.
  public static CommandFailed at(Place place, Fault fault, String text, String hint) {
    return of(place, fault.word(), text, hint);
  }

  /// @param reason the name of the fault, as in JSON
  /// @param hint what to do; may be empty
  public static CommandFailed of(Place place, String reason, String text, String hint) {
    var body = Json.object();
    var refusal = body.putObject("refusal");
    refusal.put("reason", reason).put("text", text).put("file", place.file());
    if (place.line() > 0) {
      refusal.put("line", place.line());
    } else {
      refusal.putNull("line");
    }
    refusal.put("hint", hint);
    var sentence = "%s: %s (%s)".formatted(place, text, reason);
    return hint.isEmpty()
        ? failed(sentence, body.toPrettyString())
        : failed(sentence, body.toPrettyString(), hint);
  }

  private static CommandFailed failed(String sentence, String body, String... details) {
    return new CommandFailed(ExitCode.REFUSED, sentence, List.of(details), body);
  }
}
