package dev.quintet.kernel.settings;

import java.util.Locale;
import java.util.regex.Pattern;

/// Decides what is never printed: whatever has a name like a secret's.
public final class Masks {

    /// What is printed instead.
    public static final String MASK = "****";

    private static final Pattern SECRET =
            Pattern.compile("password|passwd|secret|token|key|auth|signature|credential");

    private Masks() {}

    /// {@return whether the value under this name is not to be printed: `API_KEY`, `db.password`}
    public static boolean secret(String name) {
        return SECRET.matcher(name.toLowerCase(Locale.ROOT)).find();
    }
}
