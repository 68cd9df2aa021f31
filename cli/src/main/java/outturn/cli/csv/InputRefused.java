package outturn.cli.csv;

import java.util.List;
import org.jspecify.annotations.Nullable;
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
    var sentence = "%s: %s (%s)".formatted(place, text, reason);
    return failed(sentence, place, reason, text, hint);
  }

  /// In numbers that came as options.
  public static CommandFailed inOptions(String reason, String text) {
    return failed("%s (%s)".formatted(text, reason), null, reason, text, "");
  }

  private static CommandFailed failed(
      String sentence, @Nullable Place place, String reason, String text, String hint) {
    var body = Json.object();
    var refusal = body.putObject("refusal").put("reason", reason).put("text", text);
    refusal.put("file", place == null ? null : place.file());
    refusal.put("line", place == null || place.line() == 0 ? null : (Integer) place.line());
    refusal.put("hint", hint);
    var details = hint.isEmpty() ? List.<String>of() : List.of(hint);
    return new CommandFailed(ExitCode.REFUSED, sentence, details, body.toPrettyString());
  }
}
