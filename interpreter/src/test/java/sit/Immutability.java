package sit;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks at the values of static fields and says which of them somebody could change. */
final class Immutability {
  /** Values of the platform and of libraries that are known not to change. */
  private static final Set<String> CONSTANT =
      Set.of(
          "java.lang.String",
          "java.lang.Boolean",
          "java.lang.Character",
          "java.lang.Byte",
          "java.lang.Short",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Float",
          "java.lang.Double",
          "java.lang.Class",
          "java.math.BigInteger",
          "java.math.BigDecimal",
          "java.math.MathContext",
          "java.time.Duration",
          "java.util.regex.Pattern",
          "java.nio.charset.Charset",
          "org.apache.commons.numbers.fraction.BigFraction");

  private Immutability() {}

  /** The static fields of a class that hold something mutable; arrays are allowed where private. */
  static List<String> mutableStatics(String className) {
    List<String> found = new ArrayList<>();
    try {
      for (Field field : Class.forName(className).getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) || field.isSynthetic()) {
          continue;
        }
        field.setAccessible(true);
        Object value = field.get(null);
        boolean privateArray =
            Modifier.isPrivate(field.getModifiers()) && value != null && value.getClass().isArray();
        if (!privateArray) {
          String reason = mutable(value, Collections.newSetFromMap(new IdentityHashMap<>()));
          if (reason != null) {
            found.add(className + "." + field.getName() + ": " + reason);
          }
        }
      }
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(className, e);
    }
    return found;
  }

  /** Why a value could change, or null if it cannot. */
  private static String mutable(Object value, Set<Object> seen) throws IllegalAccessException {
    if (value == null || value instanceof Enum || !seen.add(value)) {
      return null;
    }
    Class<?> type = value.getClass();
    if (CONSTANT.contains(type.getName()) || type.isHidden()) {
      return null;
    }
    if (type.getName().startsWith("java.util.ImmutableCollections")
        || type.getName().startsWith("java.util.Collections$Unmodifiable")
        || type.getName().startsWith("java.util.Collections$Empty")) {
      return value instanceof Map<?, ?> map
          ? first(map.keySet(), seen) != null
              ? first(map.keySet(), seen)
              : first(map.values(), seen)
          : first((Collection<?>) value, seen);
    }
    if (value instanceof Optional<?> optional) {
      return optional.isEmpty() ? null : mutable(optional.get(), seen);
    }
    if (!type.getName().startsWith("sit.")) {
      return "holds a " + type.getName();
    }
    for (Class<?> owner = type; owner != Object.class; owner = owner.getSuperclass()) {
      for (Field field : owner.getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers())) {
          continue;
        }
        if (!Modifier.isFinal(field.getModifiers())) {
          return type.getName() + "." + field.getName() + " is not final";
        }
        if (field.getType().isPrimitive()) {
          continue;
        }
        field.setAccessible(true);
        Object held = field.get(value);
        boolean privateArray =
            held != null && held.getClass().isArray() && Modifier.isPrivate(field.getModifiers());
        String reason = privateArray ? null : mutable(held, seen);
        if (reason != null) {
          return reason;
        }
      }
    }
    return null;
  }

  private static String first(Collection<?> values, Set<Object> seen)
      throws IllegalAccessException {
    for (Object value : values) {
      String reason = mutable(value, seen);
      if (reason != null) {
        return reason;
      }
    }
    return null;
  }
}
