package dev.quintet.kernel.context;

/// What all lines say beside their messages that are logged from now on while the running request
/// is answered, its own line in the access log included: whose it is, for which tenant. In JSON
/// each is a member of its own.
///
/// ```java
/// LogFields.put("tenant", tenant.slug);
/// ```
///
/// Hung into a site's context by whoever knows the logging library. Safe for many threads.
@FunctionalInterface
public interface LogFields {

    /// The site's, in its context.
    ContextKey<LogFields> KEY = ContextKey.named("log fields");

    /// Adds a field for the calling thread, and for what it hands work to.
    ///
    /// @param name such as `tenant`; what is named like a secret is masked where it is written
    /// @param value never a secret
    void add(String name, String value);

    /// Adds a field of the running request. Nothing is done where there is no site, or none that
    /// logs; outside of a request the caller's thread keeps it.
    static void put(String name, String value) {
        Context site = Context.find();
        if (site != null) {
            site.find(KEY).ifPresent(fields -> fields.add(name, value));
        }
    }
}
