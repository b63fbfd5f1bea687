package dev.quintet.conformance.python;

import java.io.Serial;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A Python exception, by the name of its class.
public final class PythonError extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    /// What each class is a subclass of, less `Exception`, which all are.
    private static final Map<String, List<String>> PARENTS =
            Map.ofEntries(
                    Map.entry("IntegrityError", List.of("DatabaseError")),
                    Map.entry("OperationalError", List.of("DatabaseError")),
                    Map.entry("ProgrammingError", List.of("DatabaseError")),
                    Map.entry("DataError", List.of("DatabaseError")),
                    Map.entry("NotSupportedError", List.of("DatabaseError")),
                    Map.entry("ProtectedError", List.of("IntegrityError", "DatabaseError")),
                    Map.entry("RestrictedError", List.of("IntegrityError", "DatabaseError")),
                    Map.entry(
                            "TransactionManagementError",
                            List.of("ProgrammingError", "DatabaseError")),
                    Map.entry("DoesNotExist", List.of("ObjectDoesNotExist")),
                    Map.entry(
                            "RelatedObjectDoesNotExist",
                            List.of("DoesNotExist", "ObjectDoesNotExist", "AttributeError")),
                    Map.entry("KeyError", List.of("LookupError")),
                    Map.entry("IndexError", List.of("LookupError")),
                    Map.entry("DivisionByZero", List.of("ZeroDivisionError", "ArithmeticError")),
                    Map.entry("OverflowError", List.of("ArithmeticError")),
                    Map.entry("ZeroDivisionError", List.of("ArithmeticError")));

    private final String type;

    /// An exception of this class.
    public PythonError(String type, @Nullable String message) {
        super(message);
        this.type = type;
    }

    /// An exception of this class, which another one led to.
    public PythonError(String type, @Nullable String message, Throwable cause) {
        super(message, cause);
        this.type = type;
    }

    /// {@return the name of its class}
    public String type() {
        return type;
    }

    /// {@return what it says}
    public String message() {
        return getMessage() == null ? "" : getMessage();
    }

    /// {@return whether it is one of this class, or of a subclass}
    public boolean is(String name) {
        return type.equals(name)
                || name.equals("Exception")
                || name.equals("BaseException")
                || PARENTS.getOrDefault(type, List.of()).contains(name)
                || (name.equals("Error")
                        && PARENTS.getOrDefault(type, List.of()).contains("DatabaseError"));
    }

    /// {@return a TypeError}
    public static PythonError type(String message) {
        return new PythonError("TypeError", message);
    }

    /// {@return a ValueError}
    public static PythonError value(String message) {
        return new PythonError("ValueError", message);
    }

    /// {@return an AttributeError, as Python words it}
    public static PythonError attribute(@Nullable Object owner, String name) {
        return new PythonError(
                "AttributeError",
                "'" + Values.typeName(owner) + "' object has no attribute '" + name + "'");
    }
}
