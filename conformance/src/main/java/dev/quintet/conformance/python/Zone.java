package dev.quintet.conformance.python;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// A time zone, as a value.
///
/// @param id the zone
public record Zone(ZoneId id) implements PythonObject {

    @Override
    public @Nullable Object attribute(String name) {
        return name.equals("key") ? id.getId() : MISSING;
    }

    @Override
    public String text() {
        return id.getId().equals("Z") ? "UTC" : id.getId();
    }

    @Override
    public String typeName() {
        return "ZoneInfo";
    }
}
