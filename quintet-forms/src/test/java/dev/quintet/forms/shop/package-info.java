/// The models of the tests.
@org.jspecify.annotations.NullMarked
package dev.quintet.forms.shop;
