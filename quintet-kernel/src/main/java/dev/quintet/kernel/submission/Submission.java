package dev.quintet.kernel.submission;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one request brought: the fields and files of a form, or JSON. A web request is one.
public interface Submission {

    /// {@return the fields of a submitted form; empty where it is none}
    Submitted form();

    /// {@return the files of a submitted form by the names of their fields}
    Map<String, ? extends List<? extends Upload>> files();

    /// {@return whether it is JSON, by its media type}
    boolean isJson();

    /// {@return what the JSON says: lists, maps, strings, numbers, truth values, `null`}
    @Nullable Object json();
}
