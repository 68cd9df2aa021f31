package outturn.tasks.process;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandleProxies;
import java.util.Arrays;

/// Functions of the C library that the JDK has no method for.
final class CLibrary {
  private static final Linker LINKER = Linker.nativeLinker();

  private CLibrary() {}

  static boolean has(String name) {
    return LINKER.defaultLookup().find(name).isPresent();
  }

  /// @param shape an interface with one method, whose parameters are of type `int`, `long` or
  ///   [MemorySegment], and whose result is an `int`
  @SuppressWarnings("restricted")
  static <T> T function(String name, Class<T> shape) {
    var parameters = shape.getDeclaredMethods()[0].getParameterTypes();
    var layouts = Arrays.stream(parameters).map(CLibrary::layout).toArray(MemoryLayout[]::new);
    var handle =
        LINKER.downcallHandle(
            LINKER.defaultLookup().findOrThrow(name),
            FunctionDescriptor.of(ValueLayout.JAVA_INT, layouts));
    return MethodHandleProxies.asInterfaceInstance(shape, handle);
  }

  private static MemoryLayout layout(Class<?> type) {
    if (type == MemorySegment.class) return ValueLayout.ADDRESS;
    return type == long.class ? ValueLayout.JAVA_LONG : ValueLayout.JAVA_INT;
  }
}
