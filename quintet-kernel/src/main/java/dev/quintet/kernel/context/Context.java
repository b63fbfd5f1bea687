package dev.quintet.kernel.context;

import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.settings.Settings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What running code may reach: the settings, apps and clock of its site, and the parts that the
/// upper floors hung into it.
///
/// The server binds one for a request, the command line for a command, a worker for a task, a test
/// for its method; code outside of all these gets the process's own, if a site was started. It is
/// immutable: {@link #with} makes a new one above it. Never inherited by threads that user code
/// starts; `parallel` rebinds it.
public final class Context {

    private static final ScopedValue<Context> BOUND = ScopedValue.newInstance();
    private static volatile @Nullable Context processDefault;

    private final @Nullable Context below;
    private final ContextKey<?> key;
    private final Object value;
    private final @Nullable Map<ContextKey<?>, Object> all;

    private Context(@Nullable Context below, ContextKey<?> key, Object value) {
        this(below, key, value, null);
    }

    /// @param all what this and those below hold, or `null` where nobody gathered it
    private Context(
            @Nullable Context below,
            ContextKey<?> key,
            Object value,
            @Nullable Map<ContextKey<?>, Object> all) {
        this.below = below;
        this.key = key;
        this.value = value;
        this.all = all;
    }

    /// The settings of the site.
    public static final ContextKey<Settings> SETTINGS = ContextKey.named("settings");

    /// The apps of the site, in their order.
    public static final ContextKey<Apps> APPS = ContextKey.named("apps");

    /// The clock that all code asks for the time, so that tests can stop it.
    public static final ContextKey<Clock> CLOCK = ContextKey.named("clock");

    /// {@return the lowest context of a site}
    public static Context of(Settings settings, Apps apps, Clock clock) {
        return new Context(null, SETTINGS, settings).with(APPS, apps).with(CLOCK, clock);
    }

    /// {@return the context of the running code}
    ///
    /// @throws NoContextException outside of any request, command, task or test when no site was
    ///   started
    public static Context current() {
        Context found = find();
        if (found == null) {
            throw new NoContextException();
        }
        return found;
    }

    /// {@return the context of the running code, or `null` where there is none}
    public static @Nullable Context find() {
        return BOUND.isBound() ? BOUND.get() : processDefault;
    }

    /// Makes `context` the one that code outside of any request, command, task or test gets; `null`
    /// takes it away.
    public static void setProcessDefault(@Nullable Context context) {
        processDefault = context;
    }

    /// Runs `action` with this context as the current one.
    public void run(Runnable action) {
        ScopedValue.where(BOUND, this).run(action);
    }

    /// {@return what `action` returns, run with this context as the current one}
    public <T extends @Nullable Object, X extends Throwable> T call(
            ScopedValue.CallableOp<T, X> action) throws X {
        return ScopedValue.where(BOUND, this).call(action);
    }

    /// {@return a context that holds `value` as well, over what was under the same key}
    public <T> Context with(ContextKey<T> key, T value) {
        return new Context(this, key, Objects.requireNonNull(value, key.name()));
    }

    /// {@return the same context, which finds what it holds at once, however much that is: for one
    /// that is asked again and again}
    public Context settled() {
        var found = new IdentityHashMap<ContextKey<?>, Object>();
        for (Context at = this; at != null; at = at.below) {
            found.putIfAbsent(at.key, at.value);
        }
        return new Context(below, key, value, found);
    }

    /// {@return what is held under `key`}
    ///
    /// @throws MissingPartException when nothing is
    public <T> T get(ContextKey<T> key) {
        T found = lookup(key);
        if (found == null) {
            throw new MissingPartException(
                    Problem.of("kernel.E002", "This site has no " + key + ".")
                            .because("It holds: " + String.join(", ", names()) + ".")
                            .fixedBy(
                                    "Start the site by its main class, or add the app that brings "
                                            + key
                                            + "."));
        }
        return found;
    }

    /// {@return what is held under `key`, or `other.get()` when nothing is}
    public <T> T getOr(ContextKey<T> key, Supplier<? extends T> other) {
        T found = lookup(key);
        return found == null ? other.get() : found;
    }

    /// {@return what is held under `key`}
    public <T> Optional<T> find(ContextKey<T> key) {
        return Optional.ofNullable(lookup(key));
    }

    /// {@return the settings of the site}
    public Settings settings() {
        return get(SETTINGS);
    }

    /// {@return the apps of the site}
    public Apps apps() {
        return get(APPS);
    }

    /// {@return the clock to ask for the time}
    public Clock clock() {
        return get(CLOCK);
    }

    @SuppressWarnings("unchecked") // with() put a T under a ContextKey<T>
    private <T> @Nullable T lookup(ContextKey<T> wanted) {
        for (Context at = this; at != null; at = at.below) {
            if (at.key == wanted) {
                return (T) at.value;
            }
            if (at.all != null) {
                return (T) at.all.get(wanted);
            }
        }
        return null;
    }

    private List<String> names() {
        var names = new ArrayList<String>();
        for (Context at = this; at != null; at = at.below) {
            if (!names.contains(at.key.name())) {
                names.addFirst(at.key.name());
            }
        }
        return names;
    }
}
