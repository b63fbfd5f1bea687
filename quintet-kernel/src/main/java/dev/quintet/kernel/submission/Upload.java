package dev.quintet.kernel.submission;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// A file that somebody sent. Name and type are the sender's word for it: check the content before
/// trusting either.
public interface Upload {

    /// {@return the name that the sender gave, less any folders}
    String name();

    /// {@return the media type that the sender gave, or `null` where there is none}
    @Nullable String contentType();

    /// {@return how many bytes it has}
    long size();

    /// {@return its content from the beginning, as often as it is asked for; the caller closes it}
    InputStream open() throws IOException;

    /// {@return its content, all of it in memory}
    byte[] bytes() throws IOException;
}
