/// Forms: fields with their rules, what became of a submission, and the HTML of both.
@NullMarked
package dev.quintet.forms;

import org.jspecify.annotations.NullMarked;
