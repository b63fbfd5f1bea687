/// The server: sockets, limits, time-outs and a stop that lets requests finish.
@NullMarked
package dev.quintet.server;

import org.jspecify.annotations.NullMarked;
