package dev.quintet.dev;

import dev.quintet.kernel.app.Role;
import dev.quintet.kernel.context.Context;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The roles of a site beside the web, each in a thread of its own. Safe for many threads.
final class Roles implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final List<Role> roles;
    private final Function<String, PrintWriter> voices;
    private final List<Thread> running = new ArrayList<>();

    Roles(Iterable<Role> roles, Function<String, PrintWriter> voices) {
        var all = new ArrayList<Role>();
        roles.forEach(all::add);
        this.roles = List.copyOf(all);
        this.voices = voices;
    }

    List<String> names() {
        return roles.stream().map(Role::name).toList();
    }

    /// Ends those that run, and begins all with another site.
    synchronized void begin(Context site) {
        end();
        for (Role role : roles) {
            running.add(
                    Thread.ofPlatform()
                            .name(role.name())
                            .daemon(true)
                            .start(() ->
                                    ScopedValue.where(Voices.SPEAKER, role.name())
                                            .run(() -> work(role, site))));
        }
    }

    private void work(Role role, Context site) {
        PrintWriter out = voices.apply(role.name());
        try {
            site.call(() -> {
                role.run(site, out);
                return true;
            });
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (Exception | LinkageError failed) {
            if (!Thread.currentThread().isInterrupted()) {
                out.println("It is down until the next change:");
                failed.printStackTrace(out);
                out.flush();
            }
        }
    }

    private void end() {
        running.forEach(Thread::interrupt);
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (Thread one : running) {
            try {
                Duration left = Duration.ofNanos(Math.max(1, end - System.nanoTime()));
                if (!one.join(left)) {
                    voices.apply(one.getName()).println("It did not end when it was told to.");
                }
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        running.clear();
    }

    @Override
    public synchronized void close() {
        end();
    }
}
