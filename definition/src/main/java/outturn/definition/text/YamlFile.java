package outturn.definition.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads the documents of a YAML 1.2 file into nodes. Whatever the bytes are, the answer is nodes
/// and problems.
public final class YamlFile {
  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setUseMarks(true).setCodePointLimit(Integer.MAX_VALUE).build();

  private YamlFile() {}

  /// The documents that are not empty. After a syntax error there are none.
  public static List<Node> read(String file, byte[] bytes, Problems problems) {
    var decoded = decode(file, bytes, problems);
    if (decoded.isEmpty()) return List.of();
    var source = new SourceText(file, decoded.get());
    var builder = new NodeBuilder(source, problems);
    try {
      for (var event : new Parse(SETTINGS).parseString(decoded.get())) {
        if (!builder.accept(event)) return List.of();
      }
    } catch (MarkedYamlEngineException wrong) {
      var place = wrong.getProblemMark().map(Mark::getIndex).orElse(0);
      var begun = wrong.getContextMark().map(mark -> source.position(mark.getIndex()));
      problems.add(
          source.position(place),
          "bad-yaml",
          told(wrong),
          begun
              .map(at -> "it begins at line %d, column %d".formatted(at.line(), at.column()))
              .orElse(""));
      return List.of();
    } catch (ReaderException wrong) {
      problems.add(
          source.position(wrong.getPosition()),
          "bad-yaml",
          "the character U+%04X is not allowed in YAML".formatted(wrong.getCodePoint()));
      return List.of();
    } catch (YamlEngineException wrong) {
      problems.add(
          Position.startOf(file), "bad-yaml", firstLine(String.valueOf(wrong.getMessage())));
      return List.of();
    } catch (RuntimeException wrong) {
      // The library's scanner fails so on a few broken texts; whose fault it is does not matter.
      problems.add(Position.startOf(file), "bad-yaml", "this is not YAML: " + wrong);
      return List.of();
    }
    return builder.documents();
  }

  private static String told(MarkedYamlEngineException wrong) {
    var context = Optional.ofNullable(wrong.getContext()).map(text -> text + ": ").orElse("");
    return firstLine(context + wrong.getProblem());
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("this is not YAML");
  }

  private static Optional<String> decode(String file, byte[] bytes, Problems problems) {
    var decoder = StandardCharsets.UTF_8.newDecoder();
    var in = ByteBuffer.wrap(bytes);
    try {
      var text = decoder.decode(in).toString();
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException notUtf8) {
      var before = new String(bytes, 0, in.position(), StandardCharsets.UTF_8);
      var good = new SourceText(file, before);
      problems.add(
          good.position(good.length()),
          "not-utf-8",
          "this byte is not UTF-8",
          "save the file as UTF-8");
      return Optional.empty();
    }
  }

  /// For callers that want to know whether something is there at all.
  static List<Node> withoutEmpty(List<Node> documents) {
    var kept = new ArrayList<Node>();
    for (var document : documents) {
      if (document instanceof Node.Scalar scalar && scalar.kind() == Node.ScalarKind.NULL) continue;
      kept.add(document);
    }
    return List.copyOf(kept);
  }
}
