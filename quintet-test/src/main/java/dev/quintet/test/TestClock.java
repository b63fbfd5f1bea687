package dev.quintet.test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// The clock of a site under test: the machine's, until a test stops it. It runs again in the next
/// test.
///
/// Safe for many threads.
public final class TestClock extends Clock {

    private final ZoneId zone;
    private final Reading reading;

    /// What the clocks of all zones agree on.
    private static final class Reading {
        private volatile @Nullable Instant stopped;
    }

    TestClock() {
        this(ZoneOffset.UTC, new Reading());
    }

    private TestClock(ZoneId zone, Reading reading) {
        this.zone = zone;
        this.reading = reading;
    }

    /// Stops it at a point in time.
    public void stopAt(Instant instant) {
        reading.stopped = instant;
    }

    /// Stops it if it runs, and moves it on, or back by a negative length.
    public void advance(Duration length) {
        reading.stopped = instant().plus(length);
    }

    /// Lets it run again, with the machine's time.
    public void run() {
        reading.stopped = null;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new TestClock(other, reading);
    }

    @Override
    public Instant instant() {
        Instant stopped = reading.stopped;
        return stopped == null ? Instant.now() : stopped;
    }
}
