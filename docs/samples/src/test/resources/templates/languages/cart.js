/* Translators: in a box */
alert(interpolate(ngettext("%(n)s record in your cart", "%(n)s records in your cart", n), {n}, true));
