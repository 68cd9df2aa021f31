package outturn.server;

import outturn.tasks.http.Reach;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a range of addresses from the command line.
final class RangeWord implements ITypeConverter<Reach.Range> {
  @Override
  public Reach.Range convert(String text) {
    try {
      return Reach.Range.of(text);
    } catch (IllegalArgumentException wrong) {
      throw new TypeConversionException(wrong.getMessage());
    }
  }
}
