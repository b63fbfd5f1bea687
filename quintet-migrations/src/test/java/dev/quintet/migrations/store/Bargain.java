package dev.quintet.migrations.store;

import dev.quintet.orm.Meta;

/// A product, the cheapest first.
@Meta(proxy = true, ordering = "price")
public class Bargain extends Product {}
