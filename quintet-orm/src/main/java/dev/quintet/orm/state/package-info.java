/// Models and fields as values, without their classes: what migrations compare and inspectdb finds.
@NullMarked
package dev.quintet.orm.state;

import org.jspecify.annotations.NullMarked;
