package dev.quintet.kernel.json;

import tools.jackson.databind.JacksonModule;

/// Teaches {@link Json} how a module's own types are written and read, or that they are refused.
///
/// Found by {@link java.util.ServiceLoader}: listed in `module-info` and in `META-INF/services`.
/// Jackson modules that merely lie on the class path are not picked up.
public interface JsonExtension {

    /// {@return the serializers and deserializers to add}
    JacksonModule module();
}
