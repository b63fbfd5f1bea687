package dev.quintet.kernel.limit;

import java.time.Duration;

/// What a limiter says to one attempt.
///
/// @param allowed whether it may be done
/// @param limit how many may be done in the whole time
/// @param remaining how many more may be done at once after this one
/// @param retryAfter how long to wait before the next can succeed; zero where it is allowed
/// @param reset how long until everything may be done again that may be done at once
public record Verdict(
        boolean allowed, long limit, long remaining, Duration retryAfter, Duration reset) {}
