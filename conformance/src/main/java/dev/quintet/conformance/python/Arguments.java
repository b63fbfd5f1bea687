package dev.quintet.conformance.python;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a call was given.
///
/// @param positional in order
/// @param named by name, in order
public record Arguments(List<@Nullable Object> positional, Map<String, @Nullable Object> named) {

    /// {@return a call with these, none of them named}
    public static Arguments of(@Nullable Object... positional) {
        return new Arguments(Arrays.asList(positional), new LinkedHashMap<>());
    }

    /// {@return how many have no name}
    public int size() {
        return positional.size();
    }

    /// {@return the one at this place}
    ///
    /// @throws PythonError a TypeError, when there are fewer
    public @Nullable Object get(int index) {
        if (index >= positional.size()) {
            throw PythonError.type("missing a required positional argument");
        }
        return positional.get(index);
    }

    /// {@return the one at this place or, failing that, of this name, or the fallback}
    public @Nullable Object get(int index, String name, @Nullable Object otherwise) {
        if (index < positional.size()) {
            return positional.get(index);
        }
        return named.containsKey(name) ? named.get(name) : otherwise;
    }

    /// {@return the one of this name, or the fallback}
    public @Nullable Object named(String name, @Nullable Object otherwise) {
        return named.containsKey(name) ? named.get(name) : otherwise;
    }

    /// {@return whether the one of this name was given, and is true}
    public boolean flag(String name) {
        return Values.truth(named.get(name));
    }

    /// {@return whether one was given at this place or by this name}
    public boolean has(int index, String name) {
        return index < positional.size() || named.containsKey(name);
    }

    /// {@return those with a name, as they are, less these names}
    public Map<String, @Nullable Object> namedExcept(String... names) {
        Map<String, @Nullable Object> rest = new LinkedHashMap<>(named);
        rest.keySet().removeAll(Arrays.asList(names));
        return rest;
    }

    /// {@return the ones without a name, each of them text}
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (Object one : positional) {
            texts.add(Values.text(one));
        }
        return texts;
    }

    /// Refuses names that the call does not know.
    ///
    /// @throws PythonError a TypeError, as Python words it
    public void refuseNamesBut(String function, String... known) {
        for (String name : named.keySet()) {
            if (!Arrays.asList(known).contains(name)) {
                throw PythonError.type(
                        function + "() got an unexpected keyword argument '" + name + "'");
            }
        }
    }
}
