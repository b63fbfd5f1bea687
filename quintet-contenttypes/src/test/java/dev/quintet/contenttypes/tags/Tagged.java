package dev.quintet.contenttypes.tags;

/// What a tag may lead to.
public sealed interface Tagged permits Person, Place, Plot, Thing {}
