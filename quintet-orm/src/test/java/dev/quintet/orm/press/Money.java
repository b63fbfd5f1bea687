package dev.quintet.orm.press;

/// An amount in a currency.
public record Money(long cents, String currency) {}
