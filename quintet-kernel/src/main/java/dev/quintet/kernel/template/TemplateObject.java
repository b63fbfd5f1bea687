package dev.quintet.kernel.template;

import org.jspecify.annotations.Nullable;

/// An object that answers for its own attributes in templates: an entity that loads a relation or a
/// deferred column, a form that gives its bound fields, a settings object that hides secrets.
///
/// Asked before fields, getters and methods are looked at.
public interface TemplateObject {

    /// What {@link #templateAttribute} returns for a name that it leaves to the usual rules: record
    /// components, public fields, getters, methods without parameters.
    Object UNKNOWN =
            new Object() {
                @Override
                public String toString() {
                    return "unknown attribute";
                }
            };

    /// {@return the value that `{{ thing.name }}` shows, `null` for none, or {@link #UNKNOWN}}
    ///
    /// @param name what stands after the dot, never empty and never beginning with an underscore
    @Nullable Object templateAttribute(String name);
}
