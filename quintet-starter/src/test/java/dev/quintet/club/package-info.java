/// The site of the tests: bands and their records.
@org.jspecify.annotations.NullMarked
package dev.quintet.club;
