/// The site of the tests: a record shop.
@org.jspecify.annotations.NullMarked
package dev.quintet.test.records;
