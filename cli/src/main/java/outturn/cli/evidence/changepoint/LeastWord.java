package outturn.cli.evidence.changepoint;

import outturn.evidence.changepoint.Least;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads the least length of a segment: a number of values, or a share of all below 1.
final class LeastWord implements ITypeConverter<Least> {
  @Override
  public Least convert(String text) {
    try {
      if (text.matches("[0-9]{1,9}")) return new Least.Values(Integer.parseInt(text));
      var share = Double.parseDouble(text);
      if (share > 0 && share < 1) return new Least.Share(share);
    } catch (NumberFormatException _) {
      // Told below, like the others.
    }
    throw new TypeConversionException(
        "expected a number of values such as 4, or a share below 1 such as 0.1");
  }
}
