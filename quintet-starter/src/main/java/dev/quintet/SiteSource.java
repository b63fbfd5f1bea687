package dev.quintet;

import java.io.PrintWriter;
import java.util.List;

/// Exchanges a site for one of newer sources before a command works with it: in development. Found
/// by {@link java.util.ServiceLoader}.
@FunctionalInterface
public interface SiteSource {

    /// {@return the site as its sources are now: the same where nothing is newer}
    ///
    /// @param words of the command line
    /// @param err where it tells what it did
    /// @throws dev.quintet.kernel.error.QuintetException when the sources make no site
    Site current(Site site, List<String> words, PrintWriter err);
}
