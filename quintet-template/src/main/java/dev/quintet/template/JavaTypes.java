package dev.quintet.template;

import java.util.Map;
import java.util.Set;

/// What templates may call of Java's own types: values that say something about themselves, never
/// what changes, opens, loads or reaches further.
final class JavaTypes {

    private static final Set<String> OBJECTS =
            Set.of("getClass", "hashCode", "toString", "clone", "notify", "notifyAll", "finalize");

    /// Types whose methods without parameters are all harmless.
    private static final Set<String> WHOLE =
            Set.of(
                    "java.lang.Number",
                    "java.lang.Integer",
                    "java.lang.Long",
                    "java.lang.Double",
                    "java.math.BigDecimal",
                    "java.math.BigInteger",
                    "java.util.UUID",
                    "java.util.Locale",
                    "java.util.Currency",
                    "java.net.URI");

    private static final Map<String, Set<String>> SOME =
            Map.ofEntries(
                    Map.entry("java.lang.CharSequence", Set.of("length", "isEmpty")),
                    Map.entry(
                            "java.lang.String",
                            Set.of(
                                    "length",
                                    "isEmpty",
                                    "isBlank",
                                    "strip",
                                    "trim",
                                    "toUpperCase",
                                    "toLowerCase")),
                    Map.entry("java.lang.Enum", Set.of("name", "ordinal")),
                    Map.entry("java.lang.Throwable", Set.of("getMessage", "getLocalizedMessage")),
                    Map.entry("java.util.Collection", Set.of("size", "isEmpty", "stream")),
                    Map.entry(
                            "java.util.SequencedCollection",
                            Set.of("getFirst", "getLast", "reversed")),
                    Map.entry(
                            "java.util.List",
                            Set.of("getFirst", "getLast", "reversed", "size", "isEmpty")),
                    Map.entry(
                            "java.util.Map",
                            Set.of("size", "isEmpty", "keySet", "values", "entrySet")),
                    Map.entry("java.util.Map$Entry", Set.of("getKey", "getValue")),
                    Map.entry("java.util.Optional", Set.of("isPresent", "isEmpty", "get")),
                    Map.entry("java.util.Date", Set.of("getTime", "toInstant")),
                    Map.entry("java.util.function.Supplier", Set.of("get")));

    private JavaTypes() {}

    /// {@return whether the type comes with Java itself}
    static boolean isJavas(Class<?> type) {
        String name = type.getName();
        return name.startsWith("java.")
                || name.startsWith("javax.")
                || name.startsWith("jdk.")
                || name.startsWith("sun.")
                || name.startsWith("com.sun.");
    }

    static boolean isObjects(String methodName) {
        return OBJECTS.contains(methodName);
    }

    /// {@return whether templates may call this method of one of Java's own types}
    static boolean allows(Class<?> type, String methodName) {
        String name = type.getName();
        if (name.startsWith("java.time.") || WHOLE.contains(name)) {
            return !isObjects(methodName);
        }
        return SOME.getOrDefault(name, Set.of()).contains(methodName);
    }
}
