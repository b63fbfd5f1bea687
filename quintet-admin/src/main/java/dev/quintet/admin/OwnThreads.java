package dev.quintet.admin;

import dev.quintet.kernel.context.Context;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Does work on virtual threads of this process. Safe for many threads.
final class OwnThreads implements Background {

    /// So long a part that was begun may take when the site closes.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private volatile boolean ending;
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    @Override
    public void start(String name, Work work) {
        Context site = Context.current();
        Thread thread =
                Thread.ofVirtual()
                        .name(name)
                        .unstarted(() -> {
                            try {
                                site.run(() -> work.run(() -> ending));
                            } finally {
                                threads.remove(Thread.currentThread());
                            }
                        });
        threads.add(thread);
        thread.start();
    }

    /// Asks all to end, and waits for the steps that they are at.
    void end() {
        ending = true;
        for (Thread thread : threads) {
            try {
                if (!thread.join(PATIENCE)) {
                    return;
                }
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
