/// Buying: the basket, the checkout, orders and what there is in stock.
@NullMarked
package records.shop;

import org.jspecify.annotations.NullMarked;
