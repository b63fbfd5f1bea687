package dev.quintet.http;

/// A view of any number of captured values.
public sealed interface ViewFunction permits View, View1, View2, View3, View4 {}
