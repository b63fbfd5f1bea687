package dev.quintet.bench.load;

/// A program that answers on a port: ours, or a peer.
///
/// @param name as tables show it
/// @param mainClass what is started, with the port as its argument
record Contender(String name, Class<?> mainClass) {}
