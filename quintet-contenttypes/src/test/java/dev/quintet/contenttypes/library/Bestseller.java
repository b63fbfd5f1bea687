package dev.quintet.contenttypes.library;

import dev.quintet.orm.Meta;

/// A book that sells.
@Meta(proxy = true)
public class Bestseller extends Book {}
