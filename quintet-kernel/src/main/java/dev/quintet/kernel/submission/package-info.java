/// What a visitor submitted, without a web server: named values, files, JSON.
@NullMarked
package dev.quintet.kernel.submission;

import org.jspecify.annotations.NullMarked;
