package dev.quintet.test.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two instances, replaced one after the other under load, by a balancer that does what balancers
/// do: it asks each whether it is ready, and sends to those that said so.
@Tag("full")
class RollingRestartTest {

    private static final int CLIENTS = 16;
    private static final int REQUESTS_A_SECOND = 500;

    @TempDir private Path folder;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<PressProcess> instances = new CopyOnWriteArrayList<>();
    private volatile List<PressProcess> ready = List.of();
    private volatile boolean over;

    @Test
    void failsNoRequestWhileBothAreReplaced() throws Exception {
        Map<String, String> environment =
                Map.of(
                        "SECRET_KEY", "a secret that is long enough, and of no use to anybody",
                        "DATABASE_URL", "sqlite:" + folder.resolve("press.db"),
                        "HTTP_ACCESS_LOG", "false",
                        "HTTP_READY_PATH", "/-/ready",
                        "HTTP_DRAIN_DELAY", "2");
        PressProcess.command(environment, "migrate");
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        var answered = new LongAdder();
        var threads = new ArrayList<Thread>();
        long begin = System.nanoTime();
        try {
            instances.add(PressProcess.serving(environment));
            instances.add(PressProcess.serving(environment));
            threads.add(Thread.ofPlatform().start(this::balances));
            until(2);
            begin = System.nanoTime();
            for (int i = 0; i < CLIENTS; i++) {
                threads.add(Thread.ofPlatform().start(() -> asks(answered, failures)));
            }
            for (PressProcess old : List.copyOf(instances)) {
                Thread.sleep(1000);
                old.end().get(60, TimeUnit.SECONDS);
                instances.remove(old);
                instances.add(PressProcess.serving(environment));
                until(2);
            }
            Thread.sleep(1000);
        } finally {
            over = true;
            for (Thread one : threads) {
                one.join(Duration.ofSeconds(30));
            }
            instances.forEach(PressProcess::close);
        }

        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                "RollingRestartTest: %d requests in %.1f s, %d failed%n",
                answered.sum() + failures.size(), seconds, failures.size());
        assertThat(failures).isEmpty();
        assertThat(answered.sum()).isGreaterThan(1000);
    }

    private void until(int many) throws InterruptedException {
        for (int i = 0; i < 600 && ready.size() < many; i++) {
            Thread.sleep(100);
        }
        assertThat(ready).hasSize(many);
    }

    private void balances() {
        while (!over) {
            ready = instances.stream().filter(this::isReady).toList();
            pause(100);
        }
    }

    private boolean isReady(PressProcess one) {
        try {
            return status(one, "/-/ready", "") == 200;
        } catch (Exception gone) {
            return false;
        }
    }

    private void asks(LongAdder answered, Queue<String> failures) {
        while (!over) {
            List<PressProcess> now = ready;
            PressProcess one = now.get(ThreadLocalRandom.current().nextInt(now.size()));
            boolean posts = ThreadLocalRandom.current().nextInt(4) == 0;
            try {
                int status = status(one, posts ? "/enter/" : "/", posts ? "username=nobody" : "");
                if (status == 200) {
                    answered.increment();
                } else {
                    failures.add(status + " from " + one.address());
                }
            } catch (Exception failed) {
                failures.add(failed + " from " + one.address());
            }
            pause(CLIENTS * 1000 / REQUESTS_A_SECOND);
        }
    }

    private int status(PressProcess one, String path, String form) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(one.address() + path))
                        .timeout(Duration.ofSeconds(10))
                        .header("Sec-Fetch-Site", "same-origin");
        if (!form.isEmpty()) {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form));
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
