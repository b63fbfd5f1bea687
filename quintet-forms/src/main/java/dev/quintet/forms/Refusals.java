package dev.quintet.forms;

import dev.quintet.kernel.validate.ValidationError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects why a value is refused, while it is read and checked. Belongs to one thread.
public final class Refusals {

    private @Nullable List<ValidationError> all;

    /// Makes one without any.
    public Refusals() {}

    /// Adds one.
    public void add(ValidationError why) {
        if (all == null) {
            all = new ArrayList<>(2);
        }
        all.add(why);
    }

    /// Adds one that was not added yet.
    void addOnce(ValidationError why) {
        if (all == null || !all.contains(why)) {
            add(why);
        }
    }

    /// {@return whether there is one}
    public boolean any() {
        return all != null;
    }

    /// {@return all, in the order in which they were added}
    public List<ValidationError> list() {
        return all == null ? List.of() : List.copyOf(all);
    }
}
