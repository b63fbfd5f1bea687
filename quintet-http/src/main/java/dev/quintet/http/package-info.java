/// Requests, responses, routes and middleware: the web as values and functions.
@NullMarked
package dev.quintet.http;

import org.jspecify.annotations.NullMarked;
