/// Begins projects and apps: files of a template, with their names put in.
@NullMarked
package dev.quintet.dev.start;

import org.jspecify.annotations.NullMarked;
