package dev.quintet.migrations.store;

/// Several things that are sold as one.
public class Bundle extends Product {

    public short pieces = 2;
}
