/// Tests of testing.
@org.jspecify.annotations.NullMarked
package dev.quintet.test;
