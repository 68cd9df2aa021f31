package outturn.cli.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads one of an enum's constants as the documentation writes it: `standard-deviation`.
public abstract class Word<E extends Enum<E>> implements ITypeConverter<E> {
  private final List<E> constants;

  protected Word(E[] constants) {
    this.constants = List.copyOf(Arrays.asList(constants));
  }

  @Override
  public final E convert(String text) {
    return constants.stream()
        .filter(each -> ReportJson.word(each).equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(() ->
            new TypeConversionException(
                "expected one of %s, not '%s'"
                    .formatted(
                        constants.stream().map(ReportJson::word).collect(Collectors.joining(", ")),
                        text)));
  }
}
