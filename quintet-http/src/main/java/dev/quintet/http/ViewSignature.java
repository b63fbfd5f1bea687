package dev.quintet.http;

import dev.quintet.kernel.error.Problem;
import java.io.Serializable;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Reads which values a view takes, and holds them against what its route captures.
///
/// A view is a serializable lambda, which can be asked for its signature. That works for code on
/// the class path and for packages that their module `opens`; elsewhere only the number is checked.
final class ViewSignature {

    private ViewSignature() {}

    private static final List<CaptureReader<?, ?>> READERS =
            ServiceLoader.load(CaptureReader.class, CaptureReader.class.getClassLoader()).stream()
                    .<CaptureReader<?, ?>>map(ServiceLoader.Provider::get)
                    .toList();

    /// Refuses a view that does not fit.
    ///
    /// @param names what is captured on the way to the route, in order
    /// @return what makes each captured value one that the view takes: `null` for a value that is
    ///   taken as it is
    /// @throws RoutingException when number or types differ, or a lambda does not tell its types
    static List<@Nullable UnaryOperator<Object>> check(
            String pattern, ViewFunction view, List<String> names, List<Class<?>> types) {
        int takes =
                switch (view) {
                    case View _ -> 0;
                    case View1<?> _ -> 1;
                    case View2<?, ?> _ -> 2;
                    case View3<?, ?, ?> _ -> 3;
                    case View4<?, ?, ?, ?> _ -> 4;
                };
        if (takes == 0) {
            return List.of();
        }
        SerializedLambda lambda = lambda(view);
        String shown = lambda == null ? "its view" : shown(lambda);
        if (takes != names.size()) {
            throw new RoutingException(
                    Problem.of(
                                    "http.E027",
                                    "The route '"
                                            + pattern
                                            + "' captures "
                                            + names.size()
                                            + (names.size() == 1 ? " value" : " values")
                                            + ", but "
                                            + shown
                                            + " takes "
                                            + takes
                                            + ".")
                            .because("Captured, in order, are: " + String.join(", ", names) + ".")
                            .fixedBy("Give the view one parameter a capture, after the request."));
        }
        return lambda == null
                ? Collections.nCopies(takes, null)
                : readers(pattern, lambda, shown, names, types, view);
    }

    /// {@return the value of the richer type that a reader makes of a captured one}
    ///
    /// @throws IllegalArgumentException when nothing makes one
    static <T> T read(Object captured, Class<T> type) {
        if (type.isInstance(captured)) {
            return type.cast(captured);
        }
        UnaryOperator<Object> reader = reader(captured.getClass(), type);
        if (reader == null) {
            throw new IllegalArgumentException(
                    "Nothing makes a " + name(type) + " of a " + name(captured.getClass()));
        }
        return type.cast(reader.apply(captured));
    }

    private static @Nullable UnaryOperator<Object> reader(Class<?> captured, Class<?> taken) {
        for (CaptureReader<?, ?> each : READERS) {
            if (each.type() == taken && each.captured() == captured) {
                return value -> readBy(each, value);
            }
        }
        return null;
    }

    private static <C, T> T readBy(CaptureReader<C, T> reader, Object value) {
        return reader.read(reader.captured().cast(value));
    }

    private static List<@Nullable UnaryOperator<Object>> readers(
            String pattern,
            SerializedLambda lambda,
            String shown,
            List<String> names,
            List<Class<?>> types,
            ViewFunction view) {
        MethodType type =
                MethodType.fromMethodDescriptorString(
                        lambda.getInstantiatedMethodType(), view.getClass().getClassLoader());
        boolean isLambda = lambda.getImplMethodName().startsWith("lambda$");
        var readers = new ArrayList<@Nullable UnaryOperator<Object>>();
        for (int i = 0; i < names.size(); i++) {
            Class<?> taken = type.parameterType(i + 1);
            if (isLambda && taken == Object.class) {
                throw new RoutingException(
                        Problem.of(
                                        "http.E028",
                                        "The lambda for the route '"
                                                + pattern
                                                + "' does not say which types it takes.")
                                .fixedBy(
                                        "Write them: (Request request, "
                                                + name(types.get(i))
                                                + " "
                                                + names.get(i)
                                                + ") -> ..., or refer to a method."));
            }
            boolean fits = taken.isAssignableFrom(types.get(i));
            UnaryOperator<Object> reader = fits ? null : reader(types.get(i), taken);
            readers.add(reader);
            if (!fits && reader == null) {
                throw new RoutingException(
                        Problem.of(
                                        "http.E029",
                                        "The route '"
                                                + pattern
                                                + "' captures '"
                                                + names.get(i)
                                                + "' as "
                                                + name(types.get(i))
                                                + ", but "
                                                + shown
                                                + " takes "
                                                + name(taken)
                                                + " there.")
                                .fixedBy(
                                        "Change the parameter to "
                                                + name(types.get(i))
                                                + ", or the converter in the route."));
            }
        }
        return readers;
    }

    private static @Nullable SerializedLambda lambda(Object view) {
        if (!(view instanceof Serializable) || !view.getClass().isHidden()) {
            return null;
        }
        try {
            Method replace = view.getClass().getDeclaredMethod("writeReplace");
            replace.setAccessible(true);
            return replace.invoke(view) instanceof SerializedLambda lambda ? lambda : null;
        } catch (NoSuchMethodException
                | IllegalAccessException
                | InvocationTargetException
                | RuntimeException notReadable) {
            return null;
        }
    }

    private static String shown(SerializedLambda lambda) {
        String owner = lambda.getImplClass();
        String simple =
                owner.substring(Math.max(owner.lastIndexOf('/'), owner.lastIndexOf('$')) + 1);
        return lambda.getImplMethodName().startsWith("lambda$")
                ? "the lambda in " + simple
                : simple + "." + lambda.getImplMethodName();
    }

    private static String name(Class<?> type) {
        return type == Long.class ? "long" : type == Integer.class ? "int" : type.getSimpleName();
    }
}
