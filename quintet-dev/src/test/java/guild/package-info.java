/// A site with every mistake that a page can make.
@org.jspecify.annotations.NullMarked
package guild;
