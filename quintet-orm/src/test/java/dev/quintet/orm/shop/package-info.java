/// The models that tests query: a record shop.
@NullMarked
package dev.quintet.orm.shop;

import org.jspecify.annotations.NullMarked;
