package dev.quintet.conformance.queries;

import dev.quintet.kernel.error.QuintetException;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Calls a public method by its name, as Python does: QuerySets and selections have the same steps
/// without a common type that names them.
final class Invocation {

    private Invocation() {}

    /// {@return what the method returns}
    ///
    /// @param arguments one for each parameter; an array where there are any number of them
    static @Nullable Object call(Object target, String name, @Nullable Object... arguments) {
        for (Method method : target.getClass().getMethods()) {
            if (method.getName().equals(name)
                    && !Modifier.isStatic(method.getModifiers())
                    && !method.isBridge()
                    && takes(method.getParameterTypes(), arguments)) {
                return invoked(method, target, arguments);
            }
        }
        throw new UnsupportedOperationException(
                target.getClass().getSimpleName() + " has no " + name + " for these arguments");
    }

    /// {@return what the method returns}
    ///
    /// @param arguments for a method that takes any number of them
    static @Nullable Object callMany(Object target, String name, List<?> arguments) {
        for (Method method : target.getClass().getMethods()) {
            if (method.getName().equals(name) && method.isVarArgs() && !method.isBridge()) {
                Class<?>[] parameters = method.getParameterTypes();
                Class<?> element =
                        java.util.Objects.requireNonNull(
                                parameters[parameters.length - 1].getComponentType());
                int single = parameters.length - 1;
                boolean fits =
                        single == 0
                                ? arguments.stream().allMatch(element::isInstance)
                                : single == 1
                                        && !arguments.isEmpty()
                                        && parameters[0] == element
                                        && arguments.stream().allMatch(element::isInstance);
                if (fits) {
                    Object array = array(element, arguments.subList(single, arguments.size()));
                    return single == 0
                            ? invoked(method, target, new Object[] {array})
                            : invoked(method, target, new Object[] {arguments.getFirst(), array});
                }
            }
        }
        throw new UnsupportedOperationException(
                target.getClass().getSimpleName() + " has no " + name + " for these arguments");
    }

    private static Object array(Class<?> element, List<?> values) {
        Object array = Array.newInstance(element, values.size());
        for (int index = 0; index < values.size(); index++) {
            Array.set(array, index, values.get(index));
        }
        return array;
    }

    private static boolean takes(Class<?>[] parameters, @Nullable Object[] arguments) {
        if (parameters.length != arguments.length) {
            return false;
        }
        for (int index = 0; index < parameters.length; index++) {
            Object argument = arguments[index];
            boolean fits =
                    argument == null
                            ? !parameters[index].isPrimitive()
                            : boxed(parameters[index]).isInstance(argument);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static Class<?> boxed(Class<?> type) {
        return java.lang.invoke.MethodType.methodType(type).wrap().returnType();
    }

    private static @Nullable Object invoked(
            Method method, Object target, @Nullable Object[] arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            switch (thrown.getCause()) {
                case QuintetException ours -> throw ours;
                case RuntimeException other -> throw other;
                case null, default -> throw new IllegalStateException(thrown);
            }
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException(closed);
        }
    }
}
