package dev.quintet.admin;

import java.util.Locale;

/// What somebody may do with the rows of a model.
public enum Access {
    /// Make new ones.
    ADD,
    /// Change those that are there.
    CHANGE,
    /// Delete them.
    DELETE,
    /// Look at them.
    VIEW;

    /// {@return the permission's name for a model, as `auth_permission` has it: `change_album`}
    String codename(String model) {
        return name().toLowerCase(Locale.ROOT) + "_" + model.toLowerCase(Locale.ROOT);
    }
}
