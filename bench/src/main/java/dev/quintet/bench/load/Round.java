package dev.quintet.bench.load;

/// What one run of `wrk` against one server showed.
///
/// @param perSecond requests answered a second
/// @param cpuMicros CPU time of the server's process for one request, in microseconds
/// @param p99Millis how long the slowest hundredth took at least
/// @param megabytes how much memory the process held after it
record Round(double perSecond, double cpuMicros, double p99Millis, double megabytes) {}
