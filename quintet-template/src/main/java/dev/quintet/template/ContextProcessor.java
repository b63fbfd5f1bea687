package dev.quintet.template;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts variables into every page: the user, messages, a setting or two. Django: context
/// processors.
///
/// Called once a rendering, in the order of the engine's list; what the view gave wins. A value
/// that is dear to make goes in as a {@link java.util.function.Supplier}: it is asked when a
/// template mentions it.
@FunctionalInterface
public interface ContextProcessor {

    /// {@return the variables to add}
    ///
    /// @param given the view's own variables
    Map<String, ? extends @Nullable Object> variables(
            Map<String, ? extends @Nullable Object> given);

    /// {@return the names that it may add, which templates with a declared context may use without
    /// {@link TemplateEngine#check} minding; none by default}
    default Set<String> names() {
        return Set.of();
    }
}
