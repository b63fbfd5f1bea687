/// A site, its parts wired together, and its commands: what a project's main class extends.
@NullMarked
package dev.quintet;

import org.jspecify.annotations.NullMarked;
